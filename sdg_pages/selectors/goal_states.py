"""How the indicators of each goal go, for the index of the goals."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.models import Goal
from indicators.selectors import Card, indicator_cards


@dataclass(frozen=True, slots=True)
class GoalState:
    """A goal and the trends of its published indicators: none when it is not followed yet."""

    goal: Goal
    trends: Sequence[str]


def goal_states() -> list[GoalState]:
    """The 17 goals, followed or not: six queries, whatever the number of indicators."""
    cards = indicator_cards()
    return [GoalState(goal, _trends(goal, cards)) for goal in Goal.objects.all()]


def _trends(goal: Goal, cards: Sequence[Card]) -> list[str]:
    return [card.trend for card in cards if goal in card.goals]
