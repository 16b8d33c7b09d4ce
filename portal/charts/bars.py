"""Bars in the cells of a table: the table is the chart, every bar starts at zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.charts.paths import percent


@dataclass(frozen=True, slots=True)
class Bar:
    """A row. Without a value, `text` says why and there is no bar. Lengths and places are SVG percentages."""

    label: str
    text: str
    start: str
    length: str
    has_value: bool


@dataclass(frozen=True, slots=True)
class BarInput:
    """A category with its value, or with the words that say why there is none."""

    label: str
    value: Decimal | None
    text: str


def bars(rows: Sequence[BarInput]) -> tuple[list[Bar], str]:
    """One bar a row on one scale, and where zero stands (an SVG percentage; not 0 when some values are negative)."""
    values = [float(row.value) for row in rows if row.value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    span = (high - low) or 1.0
    zero = abs(low) / span
    return [_bar(row, zero, span) for row in rows], percent(zero)


def _bar(row: BarInput, zero: float, span: float) -> Bar:
    if row.value is None:
        return Bar(row.label, row.text, percent(zero), "0%", has_value=False)
    length = abs(float(row.value)) / span
    start = zero - length if row.value < 0 else zero
    return Bar(row.label, row.text, percent(start), percent(length), has_value=True)
