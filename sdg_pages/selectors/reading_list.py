"""Articles, resources and events to choose among, by axis, kind, goal and priority issue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, IntegerField, QuerySet, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.models import Goal, PriorityIssue
from sdg_pages.models import ArticlePage, EventPage, ResourcePage
from sdg_pages.models.tagged import Axis, TaggedPage

PER_PAGE = 10
EVENT = "evenement"
PARAMETERS = ("axe", "type", "odd", "enjeu", "page")
MODELS: tuple[type[TaggedPage], ...] = (ArticlePage, ResourcePage, EventPage)
KINDS = {
    **dict(ArticlePage.Kind.choices),
    **dict(ResourcePage.Kind.choices),
    EVENT: _("Événement"),
}
"""Every kind of thing to read, in the order in which it is offered."""


@dataclass(frozen=True, slots=True)
class ReadingChoice:
    """What the reader asked for; what does not exist is as if it had not been asked."""

    axis: str = ""
    kind: str = ""
    goal: int = 0
    issue: int = 0
    page: int = 1

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "ReadingChoice":
        """From `?axe=comprendre&type=analyse&odd=8&enjeu=6&page=2`."""
        return cls(
            axis=query.get("axe", "") if query.get("axe") in Axis.values else "",
            kind=query.get("type", "") if query.get("type") in KINDS else "",
            goal=_number(query.get("odd"), 17),
            issue=_number(query.get("enjeu"), 99),
            page=max(1, _number(query.get("page"), 9_999)),
        )

    @property
    def is_open(self) -> bool:
        """Does it leave everything in?"""
        return replace(self, page=1) == ReadingChoice()


@dataclass(frozen=True, slots=True)
class ReadingList:
    """A page of what was found. `coming` are the next events, whatever page of the list is read."""

    choice: ReadingChoice
    pages: Sequence[Any]
    count: int
    page_count: int
    coming: Sequence[EventPage]
    goals: Sequence[Goal]
    issues: Sequence[PriorityIssue]


def reading_list(language: str, choice: ReadingChoice, *, now: datetime | None = None) -> ReadingList:
    """The latest first, ten at a time: at most eleven queries, whatever the number of pages."""
    now = now or timezone.now()
    found = sorted([page for model in MODELS for page in _found(model, language, choice)], key=_published, reverse=True)
    page_count = max(1, -(-len(found) // PER_PAGE))
    number = min(choice.page, page_count)
    coming = [page for page in found if isinstance(page, EventPage) and (page.ends_at or page.starts_at) >= now]
    return ReadingList(
        choice=replace(choice, page=number),
        pages=found[(number - 1) * PER_PAGE : number * PER_PAGE],
        count=len(found),
        page_count=page_count,
        coming=sorted(coming, key=lambda page: page.starts_at)[:3],
        goals=list(Goal.objects.all()),
        issues=list(PriorityIssue.objects.all()),
    )


def resources_near(page: TaggedPage, limit: int = 3) -> list[ResourcePage]:
    """What a reader can do next: resources of the axis « Act » with most goals in common, networks last.

    At most three queries.
    """
    goals = [goal.pk for goal in page.goals.all()]
    if not goals:
        return []
    found = ResourcePage.objects.live().filter(locale_id=page.locale_id, axis=Axis.ACT, goals__in=goals)
    ranked = found.exclude(pk=page.pk).annotate(
        shared=Count("goals", distinct=True),
        rank=Case(When(kind=ResourcePage.Kind.NETWORK, then=1), default=0, output_field=IntegerField()),
    )
    return list(ranked.order_by("rank", "-shared", "-first_published_at", "pk")[:limit])


def kind_label(page: Any) -> Any:
    """« Analyse », « Outil », « Événement »."""
    return KINDS[EVENT] if isinstance(page, EventPage) else page.get_kind_display()


def _found(model: type[TaggedPage], language: str, choice: ReadingChoice) -> QuerySet[Any]:
    pages = model.objects.live().public().filter(locale__language_code=language)
    if choice.kind:
        pages = _of_kind(pages, choice.kind)
    if choice.axis:
        pages = pages.filter(axis=choice.axis)
    if choice.goal:
        pages = pages.filter(goals=choice.goal)
    if choice.issue:
        pages = pages.filter(priority_issues=choice.issue)
    return pages.prefetch_related("goals")


def _of_kind(pages: QuerySet[Any], kind: str) -> QuerySet[Any]:
    if pages.model is EventPage:
        return pages if kind == EVENT else pages.none()
    return pages.filter(kind=kind)


def _published(page: Any) -> tuple[datetime, int]:
    return page.first_published_at or page.latest_revision_created_at or timezone.now(), page.pk


def _number(text: str | None, most: int) -> int:
    """A number from 1 to `most`; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= most else 0
