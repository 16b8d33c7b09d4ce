"""What is public now, gathered and written into the index: everything, or what has just changed."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import translation
from wagtail.models import Page

from home.search.indexing import forget_entries, index_entries, rebuild
from home.search.indicators import indicator_findables, public_indicators
from home.search.kinds import INDICATOR, LABELS
from home.search.pages import page_findables, page_reference, public_pages
from portal import slots
from portal.findable import Findable

LANGUAGES = [code for code, _name in settings.LANGUAGES]
PAGE_KINDS = [kind for kind in LABELS if kind != INDICATOR]


def rebuild_all() -> dict[str, int]:
    """Bring the whole index up to date; returns how many entries changed in each language."""
    changed = {}
    for language in LANGUAGES:
        with translation.override(language):
            changed[language] = rebuild(language=language, findables=everything(language))
    return changed


def everything(language: str) -> list[Findable]:
    """All that is public in the language in force."""
    pages, indicators = page_findables(public_pages(language)), indicator_findables(public_indicators())
    return [*pages, *indicators, *slots.SEARCH_ENTRIES.gather(language)]


def refresh_pages(path: str) -> None:
    """Bring a page and those below it up to date; `path` is that of the tree."""
    below = Page.objects.filter(path__startswith=path)
    references = {page_reference(pk) for pk in below.values_list("pk", flat=True)}
    for language in LANGUAGES:
        with translation.override(language):
            found = page_findables(public_pages(language).filter(path__startswith=path))
        index_entries(language=language, findables=found)
        forget_pages(references - {findable.reference for findable in found}, language)


def forget_pages(references: Iterable[str], language: str) -> None:
    """These pages are not public any more."""
    forget_entries(language=language, kinds=PAGE_KINDS, references=references)


def forget_deleted_page(pk: int) -> None:
    """A page is gone, in whatever language it was."""
    for language in LANGUAGES:
        forget_pages([page_reference(pk)], language)


def refresh_indicator(pk: int) -> None:
    """Bring an indicator up to date in every language."""
    for language in LANGUAGES:
        with translation.override(language):
            found = indicator_findables(public_indicators().filter(pk=pk))
            index_entries(language=language, findables=found)
            if not found:
                forget_entries(language=language, kinds=[INDICATOR], references=[str(pk)])
