"""One line of the comparison: an indicator, its figure for each territory at one period, and what may be said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from indicators import statuses
from indicators.models import Indicator, Territory
from indicators.selectors.rows import Row, of_usual_granularity
from indicators.selectors.side_by_side.columns import RANKS
from indicators.selectors.territories import reading_territory
from indicators.selectors.units import is_amount

BETTER, WORSE, SAME = "better", "worse", "same"

Rows = Mapping[int, list[Row]]


@dataclass(frozen=True)
class Cell:
    """A territory of the comparison, the one that is read for it, and its row; no row: nothing is known."""

    column: Territory
    read_on: Territory | None = None
    row: Row | None = None
    series: Sequence[Row] = ()

    @property
    def value(self) -> Decimal | None:
        return self.row.value if self.row else None

    @property
    def is_elsewhere(self) -> bool:
        """Whether the figure is that of another territory than the one of the column."""
        return self.read_on is not None and self.read_on.pk != self.column.pk


@dataclass(frozen=True)
class Line:
    """An indicator with its cells, in the order of the columns; the first one is the focus."""

    indicator: Indicator
    period: str
    cells: list[Cell]

    @property
    def is_amount(self) -> bool:
        """Whether the value grows with the territory, so that territories are not compared on it."""
        return is_amount(self.indicator)

    def verdict_against(self, rank: int) -> str:
        """Whether the focus does better or worse than another column; empty when it cannot be said.

        It cannot for an amount, without a desired direction, without both values, on one and the same territory, or
        when one of them has another definition, is not reliable, or their confidence intervals meet.
        """
        if self.is_amount or not self.indicator.direction or rank >= len(self.cells):
            return ""
        first, other = self.cells[0], self.cells[rank]
        if first.row is None or other.row is None or first.read_on == other.read_on:
            return ""
        own, its = first.row.value, other.row.value
        if own is None or its is None or not _is_comparable(first.row, other.row):
            return ""
        difference = (_shown(own, self.indicator) - _shown(its, self.indicator)) * self.indicator.direction
        return SAME if not difference else BETTER if difference > 0 else WORSE


def _shown(value: Decimal, indicator: Indicator) -> Decimal:
    """The value as the page writes it: what looks equal is called equal."""
    return value.quantize(Decimal(1).scaleb(-indicator.decimals), rounding=ROUND_HALF_UP)


def _is_comparable(own: Row, its: Row) -> bool:
    marks = {*own.statuses, *its.statuses}
    return not marks & {statuses.DEFINITION_DIFFERS, statuses.LOW_RELIABILITY} and not own.overlaps(its)


def line_of(
    indicator: Indicator, columns: Sequence[Territory], chains: Mapping[int, list[Territory]], rows: Rows
) -> Line:
    """The line of an indicator from the rows of its release, by territory."""
    known = {place: of_usual_granularity(found) for place, found in rows.items()}
    reading = reading_territory(chains[columns[0].pk], known)
    candidates = [[reading] if reading else [], *(_candidates(chains[one.pk], reading) for one in columns[1:])]
    period = _common_period(candidates, known)
    cells = [_cell(one, places, known, period) for one, places in zip(columns, candidates, strict=True)]
    return Line(indicator, period, cells)


def _candidates(chain: Sequence[Territory], reading: Territory | None) -> list[Territory]:
    """Those that may stand for a territory: no wider than the one that the focus is read on, itself apart."""
    widest = RANKS[reading.level] if reading else max(RANKS.values())
    return [place for place in chain if place == chain[0] or RANKS[place.level] <= widest]


def _common_period(candidates: Sequence[Sequence[Territory]], rows: Rows) -> str:
    """The latest period that the focus shares with another territory, else its own latest, else that of the others."""
    first, *others = [_periods(places, rows) for places in candidates]
    shared = first.keys() & {period for periods in others for period in periods}
    every = {period: start for periods in others for period, start in periods.items()}
    for starts in ({period: first[period] for period in shared}, first, every):
        if starts:
            return max(starts, key=lambda period: (starts[period], period))
    return ""


def _periods(places: Sequence[Territory], rows: Rows) -> dict:
    known = [row for place in places for row in rows.get(place.pk, []) if row.value is not None]
    return {row.period: row.start for row in known}


def _cell(column: Territory, places: Sequence[Territory], rows: Rows, period: str) -> Cell:
    """The nearest territory with a value for the period, else the nearest with a row that says why there is none."""
    at_period = [(place, row) for place in places for row in rows.get(place.pk, []) if row.period == period]
    valued = [(place, row) for place, row in at_period if row.value is not None]
    for place, row in (valued or at_period)[:1]:
        return Cell(column, place, row, _same_length(rows[place.pk], row))
    return Cell(column)


def _same_length(rows: Sequence[Row], row: Row) -> list[Row]:
    return [one for one in rows if one.granularity == row.granularity]
