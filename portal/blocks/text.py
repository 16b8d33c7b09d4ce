"""Running text: headings, paragraphs, the key message, call-outs."""

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RICH_TEXT_FEATURES = ("bold", "italic", "ul", "ol", "link", "document-link")
"""What a paragraph may hold: no heading, image or embed, which have blocks of their own."""
SHORT_TEXT_FEATURES = ("bold", "italic", "link")
H2, H3 = "h2", "h3"


class HeadingBlock(blocks.StructBlock):
    """A heading of the text. The title of the page is the only h1, so h2 and h3 are offered."""

    text = blocks.CharBlock(label=_("Intertitre"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Niveau"), choices=[(H2, _("partie")), (H3, _("sous-partie"))], default=H2, required=True
    )

    class Meta:
        label = _("Intertitre")
        icon = "title"
        template = "portal/blocks/heading.html"
        description = _("Une partie ou une sous-partie du texte.")
        label_format = "{text}"
        preview_value = {"text": _("Ce que disent les chiffres"), "level": H2}

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        return super().get_context(value, parent_context) | {"anchor": slugify(value["text"])[:60]}

    def flaws(self, value: Any) -> list[str]:
        """A heading without words."""
        return [] if (value["text"] or "").strip() else [_now("Un intertitre est vide.")]


class ParagraphBlock(blocks.RichTextBlock):
    """A paragraph, a list, links; nothing that would break the layout."""

    class Meta:
        label = _("Paragraphe")
        icon = "pilcrow"
        template = "portal/blocks/paragraph.html"
        description = _("Texte, listes et liens.")
        preview_value = _("<p>Trois mesures simples, décrites par celles qui les ont prises.</p>")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"features": list(RICH_TEXT_FEATURES)} | kwargs))

    def get_preview_value(self) -> Any:
        return self.to_python(str(self.meta.preview_value))


class KeyMessageBlock(blocks.StructBlock):
    """The sentence to remember, once in a page."""

    text = blocks.TextBlock(label=_("Message"), max_length=280, rows=2)

    class Meta:
        label = _("Message clé")
        icon = "pick"
        template = "portal/blocks/key_message.html"
        description = _("La phrase à retenir.")
        label_format = "{text}"
        preview_value = {"text": _("Les trajets blessent plus qu’avant, et personne ne le voyait.")}


class CallOutBlock(blocks.StructBlock):
    """A remark beside the text: for information, or to be careful about."""

    INFORMATION, ATTENTION = "information", "attention"

    kind = blocks.ChoiceBlock(
        label=_("Nature"),
        choices=[(INFORMATION, _("à savoir")), (ATTENTION, _("attention"))],
        default=INFORMATION,
        required=True,
    )
    title = blocks.CharBlock(label=_("Titre"), max_length=100, required=False)
    text = blocks.RichTextBlock(label=_("Texte"), features=list(SHORT_TEXT_FEATURES))

    class Meta:
        label = _("Encadré")
        icon = "warning"
        template = "portal/blocks/call_out.html"
        description = _("Une précision, ou une précaution de lecture.")
        preview_value = {
            "kind": "attention",
            "title": _("Ce que ces données ne disent pas"),
            "text": _("<p>Les accidents des indépendants n’y entrent pas.</p>"),
        }
