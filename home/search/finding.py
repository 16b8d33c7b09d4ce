"""Which entries answer a query, the best first."""

import math
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from home.models import SearchWord
from home.search.kinds import GOAL, INDICATOR
from home.search.query import Query
from portal.sorting import reading_order
from portal.words import Word, words_of

BEGINNING = 0.6
"""A word that only begins like the one asked counts less than the word itself."""
BOOST = {GOAL: 1.2, INDICATOR: 1.1}


@dataclass
class Match:
    """An entry that holds words of the query: the best weight of each of them."""

    entry: int
    kind: str
    title: str
    weights: dict[str, float] = field(default_factory=dict)
    score: float = 0

    def note(self, asked: Word, weight: float) -> None:
        self.weights[asked.folded] = max(weight, self.weights.get(asked.folded, 0))


@dataclass(frozen=True)
class Found:
    """The matches, the best first. When no entry held every word, those that hold some of them."""

    matches: list[Match]
    is_partial: bool
    unknown: list[Word]
    """Words of the query that no entry holds."""

    def of_kind(self, kind: str) -> list[Match]:
        """Those of one kind; all of them when `kind` is empty."""
        return [match for match in self.matches if not kind or match.kind == kind]

    def count_by_kind(self) -> dict[str, int]:
        counts: dict[str, int] = defaultdict(int)
        for match in self.matches:
            counts[match.kind] += 1
        return counts


def find(query: Query) -> Found:
    """One query, none for a query without words."""
    matches = list(_matches(query).values()) if query.words else []
    complete = [match for match in matches if len(match.weights) == len(query.words)]
    held = {folded for match in matches for folded in match.weights}
    kept = complete or matches
    _score(kept, query)
    kept.sort(key=lambda match: (-len(match.weights), -match.score, reading_order(match.title)))
    unknown = [word for word in query.words if word.folded not in held]
    return Found(kept, is_partial=bool(matches) and not complete, unknown=unknown)


def _matches(query: Query) -> dict[int, Match]:
    wanted = Q(stem__in=query.stems)
    if query.beginning:
        wanted |= Q(word__startswith=query.beginning)
    rows = SearchWord.objects.filter(wanted, entry__language=query.language)
    matches: dict[int, Match] = {}
    fields = ("stem", "word", "weight", "entry_id", "entry__kind", "entry__title")
    for stem, word, weight, pk, kind, title in rows.values_list(*fields):
        match = matches.setdefault(pk, Match(pk, kind, title))
        for asked in query.words:
            if asked.stem == stem:
                match.note(asked, weight)
            elif asked is query.words[-1] and query.beginning and word.startswith(query.beginning):
                match.note(asked, weight * BEGINNING)
    return matches


def _score(matches: list[Match], query: Query) -> None:
    """Rare words count more; so does a title that says little else than what was asked."""
    holders = {word.folded: sum(word.folded in match.weights for match in matches) for word in query.words}
    for match in matches:
        rarity = {name: 1 / (1 + math.log(holders[name])) for name in match.weights}
        sum_of_weights = sum(weight * rarity[name] for name, weight in match.weights.items())
        match.score = sum_of_weights * BOOST.get(match.kind, 1) * (1 + _share_of_title(match.title, query))


def _share_of_title(title: str, query: Query) -> float:
    words = list(words_of(title, query.language))
    return sum(query.matches(word) for word in words) / len(words) if words else 0
