"""The curves of a comparison: one indicator with its territories, or two indicators one above the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators.models import Territory
from indicators.selectors.drawing import chart_series
from indicators.selectors.page import TerritoryRows
from indicators.selectors.rows import Row
from indicators.selectors.side_by_side import Comparison, Line
from indicators.wording.figure import course
from indicators.wording.sentence import LONGEST_UNIT
from indicators.wording.table import DataTable, data_table
from portal.charts import LineChart, line_chart
from portal.formatting import format_date, format_period

MOST_PERIODS = 6


@dataclass(frozen=True, slots=True)
class Curve:
    """A chart with its title, what must be known to read it, its source and its table."""

    title: str
    slug: str
    notes: list[str]
    source: str
    chart: LineChart
    table: DataTable


def curve_of(line: Line, years: tuple[int, int] | None = None) -> Curve | None:
    """The figure of an indicator, on these years only if they are given; None when the focus has no value."""
    indicator = line.indicator
    series = _series(line, years)
    drawn = [chart_series(one.territory, one.rows, is_focus=one.is_focus) for one in series]
    unit = str(indicator.unit)
    title = str(indicator.title) if len(unit) <= LONGEST_UNIT else f"{indicator.title} ({unit})"
    chart = line_chart(drawn, description=_described(line, series), unit=unit, decimals=indicator.decimals)
    if chart is None:
        return None
    notes = _notes(chart, series[0].rows)
    table = data_table(indicator, [TerritoryRows(one.territory, _last(one.rows), one.is_focus) for one in series])
    return Curve(title, indicator.slug, notes, source_words(line), chart, table)


def curves_of_two(comparison: Comparison) -> list[Curve]:
    """Two indicators on the years that both have, each with its own scale; empty when they share fewer than two."""
    if len(comparison.lines) != 2:
        return []
    spans = [_span(line.cells[0].series) for line in comparison.lines]
    first, last = max(start for start, _end in spans), min(end for _start, end in spans)
    if last <= first:
        return []
    curves = [curve_of(line, (first, last)) for line in comparison.lines]
    return [curve for curve in curves if curve] if all(curves) else []


def source_words(line: Line) -> str:
    """« Insee, Filosofi, version 2 du 3 novembre 2026. Licence Ouverte 2.0. »"""
    publication, source = line.indicator.publication, line.indicator.source
    words = {
        "producer": source.producer,
        "name": source.name,
        "number": publication.release.number,
        "day": format_date(publication.published_at),
        "licence": source.licence,
    }
    return _("Source\u00a0: %(producer)s, %(name)s, version %(number)s du %(day)s. %(licence)s.") % words


def _series(line: Line, years: tuple[int, int] | None) -> list[TerritoryRows]:
    found: list[TerritoryRows] = []
    seen: set[Territory] = set()
    for rank, cell in enumerate(line.cells):
        if cell.read_on is None or cell.read_on in seen or (rank and line.is_amount):
            continue
        seen.add(cell.read_on)
        rows = [row for row in cell.series if years is None or years[0] <= row.start.year <= years[1]]
        found.append(TerritoryRows(cell.read_on, rows, is_focus=rank == 0))
    return found


def _span(rows: Sequence[Row]) -> tuple[int, int]:
    known = [row.start.year for row in rows if row.value is not None]
    return (known[0], known[-1]) if known else (0, -1)


def _last(rows: Sequence[Row]) -> Sequence[Row]:
    return rows[-MOST_PERIODS:]


def _described(line: Line, series: Sequence[TerritoryRows]) -> str:
    courses = [course(line.indicator, one) for one in series]
    return " ".join(
        filter(None, [f"{line.indicator.title}.", *courses, _("Les valeurs sont dans le tableau plus bas.")])
    )


def _notes(chart: LineChart, rows: Sequence[Row]) -> list[str]:
    breaks = [format_period(row.period) for row in rows if row.is_break]
    notes = [_("Rupture de série\u00a0: %(periods)s.") % {"periods": ", ".join(breaks)}] if breaks else []
    if chart.hollow:
        notes.append(_("Cercle vide et tirets\u00a0: valeur provisoire ou estimée."))
    if not chart.starts_at_zero:
        notes.append(_("L’axe vertical ne part pas de zéro."))
    return notes
