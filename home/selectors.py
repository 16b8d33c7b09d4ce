"""What the front page shows of the figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from indicators.models import Goal, Indicator, PriorityIssue
from indicators.selectors import Card, indicator_cards
from indicators.selectors.signals import Signal, Signals, signals_of

LATEST, EXPECTED = 4, 3


@dataclass(frozen=True, slots=True)
class GoalState:
    """A goal and the signals of its published indicators: none when it is not followed yet."""

    goal: Goal
    signals: Sequence[Signal]


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
    expected: list[Card]
    """One indicator for each source that is expected next, the nearest first; what is overdue is no promise."""

    @property
    def covered_count(self) -> int:
        return sum(1 for state in self.goals if state.signals)


def front_page() -> FrontPage:
    """Seven queries, whatever the number of indicators."""
    cards = indicator_cards()
    signals = signals_of(cards)
    found = [*signals.assessed, *signals.not_assessed]
    latest = sorted(cards, key=lambda card: card.indicator.publication.published_at, reverse=True)
    return FrontPage(
        indicator_count=len(cards),
        signals=signals,
        goals=[GoalState(goal, _of_goal(goal, found)) for goal in Goal.objects.all()],
        issues=[(issue, issue.indicator_count) for issue in _counted_issues()],
        latest=latest[:LATEST],
        expected=_expected(cards)[:EXPECTED],
    )


def _of_goal(goal: Goal, signals: Sequence[Signal]) -> list[Signal]:
    return [signal for signal in signals if goal in signal.card.goals]


def _counted_issues() -> QuerySet[PriorityIssue, PriorityIssue]:
    public = Q(indicators__in=Indicator.objects.published())
    return PriorityIssue.objects.annotate(indicator_count=Count("indicators", filter=public, distinct=True))


def _expected(cards: Sequence[Card]) -> list[Card]:
    today = timezone.localdate()
    dated = [card for card in cards if card.indicator.source.next_expected and card.days_late == 0]
    coming = [card for card in dated if card.indicator.source.next_expected > today]
    by_source = {card.indicator.source_id: card for card in reversed(coming)}
    return sorted(by_source.values(), key=lambda card: card.indicator.source.next_expected)
