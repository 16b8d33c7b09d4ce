"""The table of an indicator: the last periods, the latest first, with the marks of the statistical office."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators import statuses
from indicators.models import Indicator
from indicators.selectors.page import TerritoryRows
from indicators.selectors.rows import Row
from portal.formatting import format_number, format_short_period

MOST_PERIODS = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A short sign and the words for it."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, or nothing when a mark says why there is none; the bounds of its confidence interval in words."""

    text: str
    marks: list[Mark]
    interval: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A territory with its cells, one a period."""

    name: str
    is_focus: bool
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class DataTable:
    """Columns in words, lines, and the legend of the marks that appear."""

    periods: list[str]
    lines: list[Line]
    legend: list[Mark]
    hidden: int
    heading: str
    target: tuple[str, str] | None = None
    """« Objectif 2030 » and what it is, for the last line."""

    @property
    def has_more(self) -> bool:
        """Whether periods were left out, which the downloads hold."""
        return self.hidden > 0

    @property
    def has_intervals(self) -> bool:
        """Whether some figures come with their confidence interval."""
        return any(cell.interval for line in self.lines for cell in line.cells)


def data_table(indicator: Indicator, series: Sequence[TerritoryRows]) -> DataTable:
    """The last twelve periods of the series shown."""
    return table_of(indicator, [(one.territory.name, one.is_focus, one.rows) for one in series])


def table_of(
    indicator: Indicator,
    series: Sequence[tuple[str, bool, Sequence[Row]]],
    *,
    most: int = MOST_PERIODS,
    heading: str = "",
) -> DataTable:
    """The last periods of named series; `heading` says what the lines are, territories unless told."""
    starts = {row.period: row.start for _name, _focus, rows in series for row in rows}
    periods = sorted(starts, key=lambda period: (starts[period], period), reverse=True)
    shown = periods[:most]
    lines = [Line(name, is_focus, _cells(indicator, rows, shown)) for name, is_focus, rows in series]
    return DataTable(
        periods=[format_short_period(period) for period in shown],
        lines=lines,
        legend=_legend(lines),
        hidden=len(periods) - len(shown),
        heading=heading or _("Territoire"),
    )


def marks_of(row: Row | None) -> list[Mark]:
    """The marks beside or instead of a value; an absent row is a missing value."""
    found = row.statuses if row else (statuses.MISSING,)
    return [Mark(statuses.MARKS[status], str(statuses.LABELS[status])) for status in found if status in statuses.MARKS]


def _cells(indicator: Indicator, rows: Sequence[Row], periods: Sequence[str]) -> list[Cell]:
    by_period = {row.period: row for row in rows}
    return [_cell(indicator, by_period.get(period)) for period in periods]


def _cell(indicator: Indicator, row: Row | None) -> Cell:
    text = "" if row is None or row.value is None else format_number(row.value, indicator.decimals)
    return Cell(text, marks_of(row), interval_words(indicator, row))


def interval_words(indicator: Indicator, row: Row | None) -> str:
    """« 13,9 à 15,3 »: the bounds of the confidence interval; empty when the producer gives none."""
    if row is None or row.lower is None or row.upper is None:
        return ""
    bounds = {
        "low": format_number(row.lower, indicator.decimals),
        "high": format_number(row.upper, indicator.decimals),
    }
    return _("%(low)s à %(high)s") % bounds


def _legend(lines: Sequence[Line]) -> list[Mark]:
    used = {mark for line in lines for cell in line.cells for mark in cell.marks}
    order = [statuses.MARKS[status] for status in statuses.STATUSES]
    return sorted(used, key=lambda mark: order.index(mark.sign))
