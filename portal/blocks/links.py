"""Ways onward: one thing to do, or a short list of resources."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.blocks.media import only_web
from portal.blocks.refusals import field_error


class DestinationBlock(blocks.StructBlock):
    """A page of the site or an address elsewhere: one of the two. Abstract: blocks below add their words."""

    page = blocks.PageChooserBlock(label=_("Page du site"), required=False)
    address = blocks.URLBlock(label=_("Ou adresse"), max_length=400, required=False, validators=[only_web])

    def clean(self, value: Any) -> Any:
        """Exactly one destination; a draft may have none yet."""
        cleaned = super().clean(value)
        chosen = [name for name in self.destinations() if cleaned.get(name)]
        if len(chosen) > 1:
            raise field_error(chosen[-1], _("Une seule destination\u00a0: retirez l’autre."))
        if not chosen and not self.is_deferred_validation:
            raise field_error("address", _("Choisissez où mène ce lien."))
        return cleaned

    def destinations(self) -> tuple[str, ...]:
        """The names of the fields that say where the link leads."""
        return ("page", "address")

    def address_of(self, value: Any) -> str:
        """Where the link leads; empty when its page is no longer online."""
        page = value.get("page")
        if page is not None:
            return (page.localized.url or "") if page.live else ""
        return value.get("address") or ""

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        return super().get_context(value, parent_context) | {"destination": self.address_of(value)}


class ResourceBlock(DestinationBlock):
    """A line of the list of resources."""

    title = blocks.CharBlock(label=_("Titre"), max_length=160)
    description = blocks.CharBlock(label=_("Qui, quoi"), max_length=200, required=False)
    file_format = blocks.CharBlock(
        label=_("Format"), max_length=40, required=False, help_text=_("Par exemple\u00a0: PDF, 2 Mo\u202f; en anglais.")
    )

    class Meta:
        label = _("Ressource")
        icon = "link"
        template = "portal/blocks/resource.html"
        form_layout = ["title", "page", "address", "description", "file_format"]


class ResourceListBlock(blocks.StructBlock):
    """Where to read more, with what one finds there."""

    title = blocks.CharBlock(label=_("Titre"), max_length=100, default=_("Pour aller plus loin"))
    resources = blocks.ListBlock(ResourceBlock(), label=_("Ressources"), min_num=1, max_num=12)

    class Meta:
        label = _("Ressources")
        icon = "list-ul"
        template = "portal/blocks/resource_list.html"
        description = _("Une liste de liens, chacun avec son format et ce qu’on y trouve.")
        label_format = "{title}"
        preview_value = {
            "title": _("Pour aller plus loin"),
            "resources": [
                {
                    "title": _("Évaluer les risques routiers professionnels"),
                    "page": None,
                    "address": "https://example.org/guide",
                    "description": _("Guide d’un organisme public"),
                    "file_format": "PDF",
                }
            ],
        }
