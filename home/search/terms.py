"""The words of the glossary as things to find, once the glossary has a page."""

from home.search.kinds import TERM
from home.sitemaps.sections import is_view
from portal.addresses import site_address
from portal.findable import Findable
from portal.models import Term

GLOSSARY = "glossaire"


def term_findables(language: str) -> list[Findable]:
    """Published terms in the language in force, each at its place in the glossary: one query."""
    if not is_view(GLOSSARY):
        return []
    return [
        Findable(
            kind=TERM,
            reference=term.slug,
            title=str(term.name),
            address=f"{site_address(GLOSSARY)}#{term.slug}",
            summary=str(term.definition),
        )
        for term in Term.objects.published()
    ]
