"""The catalogue as a visitor filters it: what is found, and what one filter less would add."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import get_language

from indicators.models import Goal, PriorityIssue
from indicators.models.territory import Level
from indicators.selectors import filters as asked
from indicators.selectors.filters import Applied, Filters, filters_from
from indicators.selectors.listing import Card, indicator_cards
from indicators.trends import codes
from portal.models import Department
from portal.sorting import reading_order
from portal.stems import matches, word_stems

PAGE_SIZE = 10
MOST_OTHERS = 5
FEW = 7
"""With no more results than this, those that one filter less would add are shown too."""


@dataclass(frozen=True)
class Relaxed:
    """The nearest set of others: those that appear without one of the filters."""

    removed: Applied
    cards: list[Card]


@dataclass(frozen=True)
class CatalogueSearch:
    """Everything published, and the part that was asked for, in order."""

    everything: list[Card]
    found: list[Card]
    filters: Filters
    relaxed: Relaxed | None

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.found) // PAGE_SIZE))

    @property
    def page(self) -> int:
        """The page asked for, or the last one."""
        return min(max(self.filters.page, 1), self.pages)

    @property
    def shown(self) -> list[Card]:
        """The part of one page."""
        return self.found[(self.page - 1) * PAGE_SIZE : self.page * PAGE_SIZE]

    @property
    def goals(self) -> list[Goal]:
        """The goals that have an indicator."""
        return sorted({goal for card in self.everything for goal in card.goals}, key=lambda goal: goal.number)

    @property
    def issues(self) -> list[PriorityIssue]:
        """The priority issues that have an indicator."""
        return sorted({issue for card in self.everything for issue in card.issues}, key=lambda issue: issue.number)

    @property
    def levels(self) -> list[str]:
        """The levels on which indicators are read, from the smallest."""
        found = {card.reading.level for card in self.everything if card.reading}
        return [level for level in Level.values if level in found]

    @property
    def departments(self) -> list[Department]:
        """The departments that answer for an indicator."""
        found = {card.indicator.department for card in self.everything}
        return sorted(found, key=lambda department: reading_order(str(department.name)))


def search_catalogue(query: QueryDict) -> CatalogueSearch:
    """Read the whole catalogue and keep what the address asks for: eight queries, whatever the filters."""
    everything = indicator_cards("priority_issues", "targets")
    filters = filters_from(query, [card.indicator.department.code for card in everything])
    found = [card for card in everything if _is_kept(card, filters)]
    ordered = sorted(found, key=_ORDERS[filters.order])
    return CatalogueSearch(everything, ordered, filters, _relaxed(everything, ordered, filters))


def _is_kept(card: Card, filters: Filters) -> bool:
    return all(
        any(_TESTS[parameter](card, value) for value in values)
        for parameter in asked.FILTERS
        if (values := filters.values(parameter))
    )


def _relaxed(everything: Sequence[Card], found: Sequence[Card], filters: Filters) -> Relaxed | None:
    """The filter whose removal adds the fewest others, at least one; the last one when several do, so that the words
    and the goal, which come first, are kept."""
    if len(found) > FEW:
        return None
    candidates = []
    for one in filters.applied:
        wider = filters.without(one)
        others = [card for card in everything if card not in found and _is_kept(card, wider)]
        candidates.append(Relaxed(one, sorted(others, key=_ORDERS[filters.order])))
    useful = [candidate for candidate in candidates if candidate.cards]
    return min(reversed(useful), key=lambda candidate: len(candidate.cards), default=None)


def _says(card: Card, words: str) -> bool:
    language = get_language() or "fr"
    indicator = card.indicator
    texts = [indicator.title, indicator.definition, indicator.explanation, indicator.source.producer]
    texts += [indicator.source.name, *(goal.name for goal in card.goals)]
    texts += [target.name for target in indicator.targets.all()]
    return matches(words, word_stems(" ".join(map(str, texts)), language), language)


_TREND_CODES: Mapping[str, frozenset[str]] = {
    asked.IMPROVES: codes.POSITIVE,
    asked.STABLE: frozenset({codes.STABLE}),
    asked.WORSENS: codes.NEGATIVE,
    asked.NOT_ASSESSED: frozenset({codes.NOT_ASSESSED}),
}
_TESTS: Mapping[str, Callable[[Card, str], bool]] = {
    asked.WORDS: _says,
    asked.GOAL: lambda card, value: value in {str(goal.number) for goal in card.goals},
    asked.TREND: lambda card, value: card.trend in _TREND_CODES[value],
    asked.ISSUE: lambda card, value: value in {str(issue.number) for issue in card.issues},
    asked.LEVEL: lambda card, value: card.reading is not None and card.reading.level == value,
    asked.DEPARTMENT: lambda card, value: card.indicator.department.code == value,
    asked.FRESHNESS: lambda card, value: (card.days_late > 0) == (value == asked.LATE),
}
_ORDERS: Mapping[str, Callable[[Card], tuple]] = {
    asked.RECENT: lambda card: (-card.indicator.publication.published_at.timestamp(), _title(card)),
    asked.ALPHABETICAL: lambda card: _title(card),
    asked.BY_GOAL: lambda card: (min([goal.number for goal in card.goals], default=99), _title(card)),
}


def _title(card: Card) -> tuple[str, str]:
    return reading_order(str(card.indicator.title))
