"""What the front page shows of the figures."""

from dataclasses import dataclass

from indicators.models import Goal
from indicators.selectors import Card, indicator_cards

LATEST = 6


@dataclass(frozen=True)
class FrontPage:
    """Counts and the indicators updated last."""

    indicator_count: int
    goals: list[tuple[Goal, int]]
    """Each of the 17 goals with its number of published indicators, 0 included: what is missing is shown."""
    latest: list[Card]

    @property
    def covered_count(self) -> int:
        return sum(1 for _goal, count in self.goals if count)


def front_page() -> FrontPage:
    """Six queries, whatever the number of indicators."""
    cards = indicator_cards()
    latest = sorted(cards, key=lambda card: card.indicator.publication.published_at, reverse=True)
    counts = {goal.number: 0 for card in cards for goal in card.goals}
    for card in cards:
        for goal in card.goals:
            counts[goal.number] += 1
    goals = [(goal, counts.get(goal.number, 0)) for goal in Goal.objects.all()]
    return FrontPage(indicator_count=len(cards), goals=goals, latest=latest[:LATEST])
