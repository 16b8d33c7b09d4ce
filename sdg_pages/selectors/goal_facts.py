"""All that the page of a goal shows beside its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db.models import Count, Q

from indicators.models import CoverageGap, Goal, IssueGoalLink, Target
from portal.localisation.following import lags_since
from sdg_pages.selectors.goal_figures import GoalFigure, goal_figures
from sdg_pages.selectors.next_update import NextUpdate, next_update

if TYPE_CHECKING:
    from sdg_pages.models import SdgPage

MOST_ARTICLES = 3


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
    issues: Sequence[IssueGoalLink]
    articles: Sequence[Any]
    expected: NextUpdate | None
    gap: CoverageGap | None
    previous: Goal | None
    next: Goal | None
    lags: bool
    """Whether the page is a translation whose original has changed since."""

    @property
    def followed(self) -> list[FollowedTarget]:
        return [one for one in self.targets if one.count]

    @property
    def unfollowed(self) -> list[FollowedTarget]:
        return [one for one in self.targets if not one.count]


def goal_facts(page: "SdgPage") -> GoalFacts:
    """Read a page, whose goal comes with it: at most thirteen queries, whatever the number of indicators.

    Eight for the figures, one each for targets and neighbours, issues, articles, the next update or the reason why
    there is nothing, and the original of a translation.
    """
    number = page.goal_id
    figures = goal_figures(number, page.body)
    targets = _targets(number)
    neighbours = {target.goal_id: target.goal for target, _count in targets}
    return GoalFacts(
        goal=page.goal,
        figures=figures,
        targets=[FollowedTarget(target, count) for target, count in targets if target.goal_id == number],
        issues=list(IssueGoalLink.objects.filter(goal=number).select_related("issue")),
        articles=_articles(page),
        expected=next_update([one.figure.indicator for one in figures]),
        gap=None if figures else CoverageGap.objects.filter(goal=number).first(),
        previous=neighbours.get(number - 1),
        next=neighbours.get(number + 1),
        lags=page.locale.language_code != settings.LANGUAGE_CODE and lags_since(page) is not None,
    )


def _targets(number: int) -> list[tuple[Target, int]]:
    """The targets of the goal with their indicators, and those of its neighbours, whose names come along."""
    published = Q(indicators__live=True, indicators__publication__isnull=False)
    near = Target.objects.filter(goal__in=(number - 1, number, number + 1)).select_related("goal")
    counted = near.annotate(count=Count("indicators", filter=published, distinct=True)).order_by("position")
    return [(target, target.count) for target in counted]


def _articles(page: "SdgPage") -> list[Any]:
    """The latest articles about the goal, in the language of the page. The model is named: it imports this module."""
    found = apps.get_model("sdg_pages", "ArticlePage").objects.live().filter(goals=page.goal_id, locale=page.locale_id)
    return list(found.order_by("-first_published_at", "-pk")[:MOST_ARTICLES])
