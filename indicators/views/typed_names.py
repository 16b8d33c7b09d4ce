"""A name typed in the form of the comparison: added to the choice, or suggestions to choose from."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from indicators.models.territory import Level
from indicators.selectors.side_by_side import MOST_INDICATORS, MOST_OTHERS, Asked, Comparison
from indicators.selectors.side_by_side.asked import INDICATOR, TERRITORY, address_query
from indicators.selectors.side_by_side.typed import Lookup, Named, look_up, named_indicators, named_territories
from indicators.selectors.territories import territory_key

Lookups = Mapping[str, Lookup]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A thing that resembles what was typed, and the address that adds it."""

    name: str
    about: str
    address: str


def lookups(asked: Asked, comparison: Comparison) -> dict[str, Lookup]:
    """What was typed and what it names (one query when a territory was typed); peers are suggested first."""
    found = {}
    if asked.typed_indicator:
        found[INDICATOR] = look_up(asked.typed_indicator, named_indicators(comparison.published))
    if asked.typed_territory:
        peers = {territory_key(place) for place in comparison.peers}
        named = sorted(named_territories(), key=lambda one: one.key not in peers)
        found[TERRITORY] = look_up(asked.typed_territory, named)
    return found


def added(comparison: Comparison, found: Lookups) -> str:
    """The address with everything that was typed, or none when there is nothing to add or a doubt about it."""
    if not found or not all(lookup.found for lookup in found.values()):
        return ""
    keys = {kind: lookup.found.key for kind, lookup in found.items() if lookup.found}
    return with_more(comparison, keys.get(INDICATOR, ""), keys.get(TERRITORY, ""))


def with_more(comparison: Comparison, slug: str = "", key: str = "") -> str:
    """The address of the comparison with one indicator or one territory more; when full, the last gives way."""
    return reverse("compare:page") + address_query(
        _more(comparison.slugs, slug, MOST_INDICATORS),
        _more(comparison.keys, key, MOST_OTHERS),
        comparison.asked.curve,
    )


def suggestions(comparison: Comparison, kind: str, lookup: Lookup) -> list[Suggestion]:
    """Those that resemble, each with the address that adds it."""
    return [_suggestion(comparison, kind, one) for one in lookup.suggestions]


def _suggestion(comparison: Comparison, kind: str, one: Named) -> Suggestion:
    about = str(Level(one.level).label) if one.level else ""
    is_indicator = kind == INDICATOR
    address = with_more(comparison, one.key if is_indicator else "", "" if is_indicator else one.key)
    return Suggestion(one.name, about, address)


def _more(chosen: tuple[str, ...], one: str, most: int) -> tuple[str, ...]:
    if not one or one in chosen:
        return chosen
    return (*chosen[: most - 1], one)
