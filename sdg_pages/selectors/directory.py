"""The networks and local bodies that support companies, among the resources that are online."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from indicators.models import Goal
from portal.sorting import reading_order
from sdg_pages.models import ResourcePage


@dataclass(frozen=True, slots=True)
class Directory:
    """What was found; `goals` are those that at least one body serves, whatever is chosen."""

    groups: Sequence[tuple[str, list[ResourcePage]]]
    """For whom, then the bodies, both in reading order; those for nobody in particular come first."""
    goals: Sequence[Goal]
    chosen: Goal | None
    count: int


def directory(language: str, goal_number: int = 0) -> Directory:
    """The directory in a language, of one goal or of all: three queries."""
    pages = (
        ResourcePage.objects.live()
        .public()
        .filter(locale__language_code=language, kind=ResourcePage.Kind.NETWORK)
        .prefetch_related("goals")
    )
    every = sorted(pages, key=lambda page: (reading_order(page.audience), reading_order(page.title)))
    goals = sorted({goal for page in every for goal in page.goals.all()}, key=lambda goal: goal.number)
    chosen = next((goal for goal in goals if goal.number == goal_number), None)
    found = [page for page in every if chosen is None or chosen in page.goals.all()]
    groups = [(audience, list(same)) for audience, same in groupby(found, key=lambda page: page.audience)]
    return Directory(groups, goals, chosen, len(found))
