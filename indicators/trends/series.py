"""Annual points, and how a series of months, quarters or semesters becomes annual."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

WINDOW_YEARS = 5
MEAN_OF_COMPLETE_YEARS = 0
"""`annualise(keep=…)`: the mean of the years of which every part is known."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value a year; `is_break` says that it does not compare with the years before it."""

    year: int
    value: Decimal | None
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class PartPoint:
    """The value of one part of a year: `part` runs from 1 to 2, 4 or 12."""

    year: int
    part: int
    value: Decimal | None
    is_break: bool = False


def comparable(points: Iterable[Point]) -> list[Point]:
    """Points with a value, in order of years, from the last break in series on."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda point: point.year):
        if point.is_break:
            kept = []
        if point.value is not None:
            kept.append(point)
    return kept


def window(points: Iterable[Point]) -> list[Point]:
    """The comparable points of the last five years before the last one, it included."""
    kept = comparable(points)
    return [point for point in kept if point.year >= kept[-1].year - WINDOW_YEARS]


def annualise(parts: Sequence[PartPoint], *, parts_per_year: int, keep: int = MEAN_OF_COMPLETE_YEARS) -> list[Point]:
    """One point a year: the mean of complete years, or the value of part `keep` (the same one each year).

    A year without all its parts (or without that part) has no value: nothing is estimated. A break inside a year makes
    the mean of that year meaningless, so it is left out and the next year starts the series.
    """
    years = sorted({part.year for part in parts})
    by_place = {(part.year, part.part): part for part in parts}
    if keep == MEAN_OF_COMPLETE_YEARS:
        return [_mean_of_year(year, by_place, parts_per_year) for year in years]
    return [_part_of_year(year, by_place, parts_per_year, keep) for year in years]


def _mean_of_year(year: int, by_place: dict[tuple[int, int], PartPoint], parts_per_year: int) -> Point:
    found = [by_place.get((year, part)) for part in range(1, parts_per_year + 1)]
    values = [part.value for part in found if part and part.value is not None]
    has_break = any(part.is_break for part in found if part)
    broken_inside = any(part.is_break for part in found[1:] if part)
    if broken_inside or len(values) < parts_per_year:
        return Point(year, None, has_break)
    return Point(year, sum(values, Decimal(0)) / parts_per_year, has_break)


def _part_of_year(year: int, by_place: dict[tuple[int, int], PartPoint], parts_per_year: int, keep: int) -> Point:
    since = [(year - 1, part) for part in range(keep + 1, parts_per_year + 1)]
    since += [(year, part) for part in range(1, keep + 1)]
    has_break = any(by_place[place].is_break for place in since if place in by_place)
    found = by_place.get((year, keep))
    return Point(year, found.value if found else None, has_break)
