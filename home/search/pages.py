"""Pages as things to find: only those that are live and public."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from django.utils.timezone import localdate
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.search.kinds import PAGE, kind_of_page
from indicators.models import Target
from portal.findable import Findable

SUMMARIES = ("search_description", "key_message", "summary", "introduction", "headline")
"""Where a page says what it is about, the best first."""
NOT_READ = (models.SlugField, models.URLField, models.EmailField)


def public_pages(language: str) -> PageQuerySet:
    """Live pages of a language that anybody may read (one query to read it)."""
    return Page.objects.live().public().filter(locale__language_code=language, depth__gt=1)


def page_findables(pages: PageQuerySet) -> list[Findable]:
    """These pages: three queries, and one for each class of page."""
    targets = _targets_by_goal()
    return [page_findable(page, targets) for page in pages.specific()]


def page_findable(page: Page, targets: dict[int, list[Target]]) -> Findable:
    """What is found of a page: its title, its summary, and every text written in it."""
    summary = summary_of(page)
    goal = getattr(page, "goal_id", None) or 0
    texts = [text for text in texts_of(page) if text != summary]
    return Findable(
        kind=kind_of_page(page) or PAGE,
        reference=page_reference(page.pk),
        title=page.title,
        address=page.url or "",
        summary=summary,
        text="\n".join([*texts, *(str(target.name) for target in targets.get(goal, ()))]),
        keywords=" ".join([f"ODD {goal}", *(target.code for target in targets.get(goal, ()))]) if goal else "",
        date=localdate(page.first_published_at) if page.first_published_at else None,
    )


def page_reference(pk: int) -> str:
    """The name of a page in the index, whatever its kind."""
    return f"page-{pk}"


def summary_of(page: Page) -> str:
    """What an editor wrote for search engines, else the first lines of the page."""
    texts = (strip_tags(str(getattr(page, name, "") or "")) for name in SUMMARIES)
    return next(filter(None, texts), "")


def texts_of(page: Page) -> Iterator[str]:
    """The texts of the fields that the class of the page adds, rich text without its markup."""
    inherited = {field.name for field in Page._meta.get_fields()}
    for field in page._meta.concrete_fields:
        if field.name not in inherited:
            yield from _field_texts(field, page)


def _field_texts(field: Any, page: Page) -> Iterable[str]:
    value = field.value_from_object(page)
    if not value or field.choices or isinstance(field, NOT_READ):
        return []
    if hasattr(field, "get_searchable_content"):
        return map(str, field.get_searchable_content(value))
    return [str(value)] if isinstance(field, models.CharField | models.TextField) else []


def _targets_by_goal() -> dict[int, list[Target]]:
    targets: dict[int, list[Target]] = defaultdict(list)
    for target in Target.objects.all():
        targets[target.goal_id].append(target)
    return targets
