"""All that the page of a goal shows beside its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from indicators.models import Goal, Target
from sdg_pages.selectors.goal_figures import GoalFigure, goal_figures

if TYPE_CHECKING:
    from sdg_pages.models import SdgPage

LAST_GOAL = 17


@dataclass(frozen=True, slots=True)
class FollowedTarget:
    """A target and the number of published indicators that follow it."""

    target: Target
    count: int


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """Facts only: words and drawings are made from them in `sdg_pages.wording`."""

    goal: Goal
    figures: Sequence[GoalFigure]
    targets: Sequence[FollowedTarget]
    previous: Goal | None
    next: Goal | None

    @property
    def followed(self) -> list[FollowedTarget]:
        return [one for one in self.targets if one.count]


def goal_facts(page: "SdgPage") -> GoalFacts:
    """Read a page (its goal comes with it): those of `goal_figures`, one for the targets and the neighbours."""
    number = page.goal_id
    targets = _targets(number)
    neighbours = {target.goal_id: target.goal for target in targets}
    return GoalFacts(
        goal=page.goal,
        figures=goal_figures(number, page.body),
        targets=[FollowedTarget(target, target.count) for target in targets if target.goal_id == number],
        previous=neighbours.get(number - 1),
        next=neighbours.get(number + 1),
    )


def _targets(number: int) -> list[Target]:
    """The targets of the goal, and those of its neighbours, whose names come along."""
    published = Q(indicators__live=True, indicators__publication__isnull=False)
    near = Target.objects.filter(goal__in=(number - 1, number, number + 1)).select_related("goal")
    return list(near.annotate(count=Count("indicators", filter=published, distinct=True)).order_by("position"))
