"""Two indicators together: the territories that have both for one period."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indicators.breakdown_keys import TOTAL
from indicators.models import Indicator, Observation, Territory
from indicators.selectors.side_by_side.comparing import Comparison
from indicators.selectors.side_by_side.lines import Line
from indicators.selectors.territories import peers_of
from indicators.statuses import TARGET, codes_in

LEAST_TERRITORIES = 8
MOST_TERRITORIES = 40


@dataclass(frozen=True, slots=True)
class PairPoint:
    """A territory with its value on each indicator."""

    territory: Territory
    first: Decimal
    second: Decimal


@dataclass(frozen=True)
class Pair:
    """At least eight territories of one level, for one period; the one read for the focus comes first."""

    period: str
    reading: Territory
    points: list[PairPoint]


def pair_of(comparison: Comparison) -> Pair | None:
    """The common territories of exactly two indicators that are read on the same one (at most three queries)."""
    if len(comparison.lines) != 2:
        return None
    first, second = comparison.lines
    reading = _reading(first)
    if reading is None or _reading(second) != reading or first.is_amount or second.is_amount:
        return None
    both = set(peers_of(second.indicator, reading))
    places = [reading, *(place for place in peers_of(first.indicator, reading) if place in both)]
    values = _values((first.indicator, second.indicator), places)
    enough = {key: found for key, found in values.items() if len(found) >= LEAST_TERRITORIES}
    if not enough:
        return None
    period = max(enough)[1]
    found = enough[max(enough)]
    points = [PairPoint(place, *found[place.pk]) for place in places if place.pk in found]
    return Pair(period, reading, points[:MOST_TERRITORIES])


def _reading(line: Line) -> Territory | None:
    return line.cells[0].read_on


def _values(
    indicators: tuple[Indicator, Indicator], places: list[Territory]
) -> dict[tuple[date, str], dict[int, tuple[Decimal, Decimal]]]:
    """By period, the two values of each territory that has both (one query)."""
    first, second = (indicator.publication.release_id for indicator in indicators)
    rows = Observation.objects.filter(
        release__in=[first, second], territory__in=[place.pk for place in places], breakdown__key=TOTAL
    ).exclude(value=None)
    fields = ("release_id", "territory_id", "period_start", "period", "value", "status")
    each: dict[int, dict] = {first: {}, second: {}}
    for release, place, start, period, value, status in rows.order_by("pk").values_list(*fields):
        if TARGET not in codes_in(status):
            each[release][(start, period), place] = value
    found: dict[tuple[date, str], dict[int, tuple[Decimal, Decimal]]] = defaultdict(dict)
    for (moment, place), value in each[first].items():
        if (moment, place) in each[second]:
            found[moment][place] = (value, each[second][moment, place])
    return found
