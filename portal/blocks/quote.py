"""What somebody said, with their name."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuoteBlock(blocks.StructBlock):
    """A quotation: a text without quotation marks, which the page adds in the language of the reader."""

    text = blocks.TextBlock(label=_("Citation"), max_length=500, rows=3, help_text=_("Sans guillemets."))
    who = blocks.CharBlock(label=_("Qui parle"), max_length=120)
    role = blocks.CharBlock(label=_("Fonction ou organisme"), max_length=160, required=False)

    class Meta:
        label = _("Citation")
        icon = "openquote"
        template = "portal/blocks/quote.html"
        description = _("Une phrase dite par quelqu’un, avec son nom.")
        label_format = "{who}"
        preview_value = {
            "text": _("Nous avons déplacé la prise de poste de 20 minutes."),
            "who": _("Une responsable d’atelier"),
            "role": _("entreprise fictive, 64 salariés"),
        }
