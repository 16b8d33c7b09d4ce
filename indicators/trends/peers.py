"""Comparison with other territories: rank, distance, and whether the gap closes. Never across different periods."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.trends.series import Point

CLOSES = "closes"
WIDENS = "widens"
UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Rank:
    """Place among the peers that have a value for the same period; equal values share a place."""

    place: int
    out_of: int
    shared: bool


@dataclass(frozen=True, slots=True)
class GapChange:
    """The distance to a reference (in units, value − reference) at both ends of the window, and the word for it."""

    start_year: int
    end_year: int
    start_gap: Decimal
    end_gap: Decimal
    change: str


def rank_among(key: str, values: Mapping[str, Decimal | None], *, direction: int) -> Rank | None:
    """The place of `key` among values of one period. First is the best; without a direction, the highest.

    None when `key` has no value or nobody else has one.
    """
    known = {name: value for name, value in values.items() if value is not None}
    own = known.get(key)
    if own is None or len(known) < 2:
        return None
    sign = -1 if direction < 0 else 1
    better = sum(sign * value > sign * own for value in known.values())
    equal = sum(value == own for value in known.values())
    return Rank(place=better + 1, out_of=len(known), shared=equal > 1)


def gap_change(series: Sequence[Point], reference: Sequence[Point], window: tuple[int, int]) -> GapChange | None:
    """Whether the distance to a reference closes or widens between the first and the last year of `window`.

    Both series need a value in the last year; the first year is the first of the window that both have. None when
    there are not two such years.
    """
    own = {point.year: point.value for point in series if point.value is not None}
    other = {point.year: point.value for point in reference if point.value is not None}
    common = sorted(year for year in own.keys() & other.keys() if window[0] <= year <= window[1])
    if len(common) < 2 or common[-1] != window[1]:
        return None
    start, end = common[0], common[-1]
    start_gap, end_gap = own[start] - other[start], own[end] - other[end]
    return GapChange(start, end, start_gap, end_gap, _word(abs(start_gap), abs(end_gap)))


def _word(before: Decimal, after: Decimal) -> str:
    if before == after:
        return UNCHANGED
    return CLOSES if after < before else WIDENS
