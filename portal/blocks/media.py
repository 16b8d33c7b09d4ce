"""Images, files and videos: each with the words without which it says nothing to some readers."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.core.validators import RegexValidator
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock

from portal.blocks.refusals import field_error
from portal.light_images import LANDSCAPE, WHOLE, light_image

only_web = RegexValidator(r"^https?://", _("Une adresse commence par https:// ou http://."))


class LightImageChooserBlock(ImageChooserBlock):
    """An image of the library; the renditions of all those of a page are read in one query."""

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        images = super().bulk_to_python(values)
        prefetch_related_objects([image for image in images if image], "renditions")
        return images


def picture_preview() -> dict[str, Any]:
    """The latest image of the library, with words that could be its own."""
    image = get_image_model().objects.order_by("-pk").first()
    words = {"alt": _("Des élèves posent leur vélo devant l’école."), "credit": _("Service des écoles")}
    return words | {"image": image, "shape": LANDSCAPE, "caption": _("Le vélo va jusqu’à la porte de la classe.")}


def file_preview() -> dict[str, Any]:
    """The latest document of the library."""
    document = get_document_model().objects.order_by("-pk").first()
    title = document.title if document else _("Plan de trajets")
    return {"title": title, "document": document, "description": _("À remplir avec l’équipe, en une heure.")}


class PictureBlock(blocks.StructBlock):
    """An image that says what it shows, or that is declared decorative on purpose."""

    image = LightImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        label=_("Texte de remplacement"),
        max_length=180,
        required=False,
        help_text=_("Ce que l’image apporte, en une phrase, pour qui ne la voit pas."),
    )
    decorative = blocks.BooleanBlock(
        label=_("Image décorative"),
        required=False,
        help_text=_("Elle n’apporte aucune information\u00a0: elle est tue."),
    )
    shape = blocks.ChoiceBlock(
        label=_("Cadrage"),
        choices=[(WHOLE, _("image entière")), (LANDSCAPE, _("paysage, autour du point d’intérêt"))],
        default=WHOLE,
    )
    caption = blocks.CharBlock(label=_("Légende"), max_length=240, required=False)
    credit = blocks.CharBlock(label=_("Crédit"), max_length=120, required=False)

    class Meta:
        label = _("Image")
        icon = "image"
        template = "portal/blocks/picture.html"
        description = _("Une photo ou un dessin, avec son texte de remplacement.")
        label_format = "{alt}"
        preview_value = staticmethod(picture_preview)

    def clean(self, value: Any) -> Any:
        """Without words and not decorative, an image is not submitted; with both, the editor says which."""
        cleaned = super().clean(value)
        described, decorative = bool(cleaned["alt"].strip()), bool(cleaned["decorative"])
        if described and decorative:
            raise field_error("alt", _("Choisissez\u00a0: un texte de remplacement, ou une image décorative."))
        if not self.is_deferred_validation and (flaws := self.flaws(cleaned)):
            raise field_error("alt", flaws[0])
        return cleaned

    def flaws(self, value: Any) -> list[str]:
        """An image that says nothing and is not declared decorative."""
        if value["decorative"] or (value["alt"] or "").strip():
            return []
        return [_now("Écrivez ce que l’image montre, ou cochez «\u00a0image décorative\u00a0».")]

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        drawn = light_image(value["image"], value["shape"]) if value["image"] else None
        return super().get_context(value, parent_context) | {"drawn": drawn}


class FileBlock(blocks.StructBlock):
    """A document to download; its format and its weight are printed by the page."""

    title = blocks.CharBlock(label=_("Titre"), max_length=160)
    document = DocumentChooserBlock(label=_("Fichier"))
    description = blocks.CharBlock(label=_("Description"), max_length=240, required=False)

    class Meta:
        label = _("Fichier")
        icon = "download"
        template = "portal/blocks/file.html"
        description = _("Un document à télécharger\u202f; son format et son poids s’affichent seuls.")
        label_format = "{title}"
        preview_value = staticmethod(file_preview)


class VideoLinkBlock(blocks.StructBlock):
    """A link to a video elsewhere: nothing of the other site is loaded by this one."""

    title = blocks.CharBlock(label=_("Titre"), max_length=160)
    address = blocks.URLBlock(label=_("Adresse"), max_length=400, validators=[only_web])
    duration = blocks.CharBlock(
        label=_("Durée"), max_length=40, required=False, help_text=_("Par exemple\u00a0: 3 min 20.")
    )
    transcript = blocks.TextBlock(
        label=_("Transcription"),
        required=False,
        rows=4,
        help_text=_("Le texte de ce qui est dit, ou l’endroit où le lire."),
    )

    class Meta:
        label = _("Vidéo (lien)")
        icon = "media"
        template = "portal/blocks/video_link.html"
        description = _("Un lien vers une vidéo\u00a0: rien ne se charge depuis un autre site.")
        label_format = "{title}"
        preview_value = {
            "title": _("Un plan de trajets sûrs en une demi-journée"),
            "address": "https://video.example.org/trajets",
            "duration": _("3 min 20"),
            "transcript": _("Trois mesures simples, décrites par celles qui les ont prises."),
        }

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        return super().get_context(value, parent_context) | {"host": urlsplit(value["address"]).hostname or ""}
