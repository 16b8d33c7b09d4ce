"""A term of the glossary, explained where it is used."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from portal.models import Term


def preview() -> dict[str, Term | None]:
    """The first published term."""
    return {"term": Term.objects.published().first()}


class DefinitionBlock(blocks.StructBlock):
    """The explanation comes from the glossary, so that it is the same everywhere; a draft term shows nothing."""

    term = SnippetChooserBlock(Term, label=_("Terme"))

    class Meta:
        label = _("Définition")
        icon = "help"
        template = "portal/blocks/definition.html"
        description = _("Un mot du glossaire, expliqué sur place.")
        preview_value = staticmethod(preview)
