"""What the front page shows of the figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils import timezone

from indicators.models import Goal, Indicator, PlannedRelease, PriorityIssue
from indicators.models.planned_release import Precision, last_day_of
from indicators.selectors import Card, indicator_cards
from indicators.selectors.signals import Signal, Signals, signals_of
from sdg_pages.selectors.goal_states import GoalState

LATEST, EXPECTED = 4, 3


@dataclass(frozen=True, slots=True)
class Expected:
    """New figures of an indicator, and how exactly their date is known."""

    card: Card
    day: date
    precision: str

    @property
    def last_day(self) -> date:
        return last_day_of(self.day, self.precision)


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The territory at a glance."""

    indicator_count: int
    signals: Signals
    goals: list[GoalState]
    """The 17 goals: what is missing is shown."""
    issues: list[tuple[PriorityIssue, int]]
    """The priority issues, each with its number of published indicators, 0 included."""
    latest: list[Card]
    """The indicators updated last, the latest first."""
    expected: list[Expected]
    """The next figures, the nearest first; what is overdue is no promise."""

    @property
    def covered_count(self) -> int:
        return sum(1 for state in self.goals if state.trends)


def front_page() -> FrontPage:
    """Eight queries, whatever the number of indicators."""
    cards = indicator_cards()
    signals = signals_of(cards)
    found = [*signals.assessed, *signals.not_assessed]
    latest = sorted(cards, key=lambda card: card.indicator.publication.published_at, reverse=True)
    return FrontPage(
        indicator_count=len(cards),
        signals=signals,
        goals=[GoalState(goal, _trends(goal, found)) for goal in Goal.objects.all()],
        issues=_counted_issues(),
        latest=latest[:LATEST],
        expected=_expected(cards)[:EXPECTED],
    )


def _trends(goal: Goal, signals: Sequence[Signal]) -> list[str]:
    return [signal.trend for signal in signals if goal in signal.card.goals]


def _counted_issues() -> list[tuple[PriorityIssue, int]]:
    public = Q(indicators__in=Indicator.objects.published())
    counted = PriorityIssue.objects.annotate(indicator_count=Count("indicators", filter=public, distinct=True))
    return [(issue, issue.indicator_count) for issue in counted]


def _expected(cards: Sequence[Card]) -> list[Expected]:
    """One indicator for each source and date, the nearest first (one query)."""
    planned = list(PlannedRelease.objects.open())
    found: dict[tuple[int, date], Expected] = {}
    for card in cards:
        for one in _dates(card, planned):
            if one.last_day > timezone.localdate():
                found.setdefault((card.indicator.source_id, one.day), one)
    return sorted(found.values(), key=lambda one: one.last_day)


def _dates(card: Card, planned: Sequence[PlannedRelease]) -> list[Expected]:
    """What the calendar plans for an indicator or for its source; without a plan, the date of the source."""
    indicator = card.indicator
    own = [one for one in planned if one.indicator_id == indicator.pk or one.source_id == indicator.source_id]
    if own:
        return [Expected(card, one.expected, one.precision) for one in own]
    day = indicator.source.next_expected
    return [Expected(card, day, Precision.DAY)] if day else []
