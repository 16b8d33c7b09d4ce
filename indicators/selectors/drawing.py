"""Rows of a territory as the points of a chart."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from indicators.models import Territory
from indicators.selectors.rows import Row
from portal.charts import ChartPoint, ChartSeries
from portal.formatting import format_short_period

_METROPOLIS = re.compile(r"\b(?:MET|Métropole|Metropole|Eurométropole)\b(?: (?:de|du|d['’]))?\s*")


def short_name(name: str) -> str:
    """The name for the end of a line: « Nantes » for « Nantes Métropole »; whole where nothing would be left."""
    return " ".join(_METROPOLIS.sub("", name).split()) or name


def position(start: date) -> float:
    """Where a period stands on an axis in years."""
    return start.year + (start.month - 1) / 12 + (start.day - 1) / 365


def chart_points(rows: Sequence[Row]) -> tuple[ChartPoint, ...]:
    """Rows as points, with what is provisional and where the series breaks."""
    return tuple(
        ChartPoint(
            position(row.start),
            format_short_period(row.period),
            row.value,
            row.is_provisional,
            row.is_break,
            interval_of(row),
        )
        for row in rows
    )


def interval_of(row: Row | None) -> tuple[Decimal, Decimal] | None:
    """The bounds of the confidence interval, when the producer gives both."""
    if row is None or row.lower is None or row.upper is None:
        return None
    return row.lower, row.upper


def chart_series(territory: Territory, rows: Sequence[Row], *, is_focus: bool) -> ChartSeries:
    """The line of a territory."""
    name = str(territory.name)
    return ChartSeries(str(territory.pk), name, short_name(name), chart_points(rows), is_focus)
