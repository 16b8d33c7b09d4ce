"""A chart block made into a drawing, a subtitle, a table and a source line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from indicators.blocks.categories import dimensions_of, of_dimension
from indicators.blocks.questions import Question
from indicators.blocks.resolving import Figure, Figures
from indicators.blocks.wording import Origin, origin_of
from indicators.models import Territory
from indicators.selectors.drawing import chart_series
from indicators.selectors.page import TerritoryRows
from indicators.selectors.rows import Row, last_known
from indicators.selectors.units import is_amount
from indicators.wording.categories import category_words
from indicators.wording.sentence import LONGEST_UNIT
from indicators.wording.table import DataTable, data_table, marks_of
from portal.charts import Bar, BarInput, LineChart, bars, line_chart
from portal.formatting import format_number, format_period, format_span

LINE, BREAKDOWN, TERRITORIES = "line", "breakdown", "territories"


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """Everything that `indicators/blocks/chart.html` writes."""

    subtitle: str
    origin: Origin
    line: LineChart | None = None
    table: DataTable | None = None
    bars: Sequence[Bar] = ()
    bars_heading: str = ""
    value_heading: str = ""


def drawn_chart(value: Any, figure: Figure, question: Question, figures: Figures) -> DrawnChart | None:
    """The chart that a block asks for; None when nothing is left to draw."""
    if figure.reading is None:
        return None
    if value["kind"] == LINE:
        return _line(value, figure, question, figures)
    if value["kind"] == TERRITORIES:
        return _by_territory(value, figure, question, figures)
    return _by_category(value, figure, question, figures)


def _line(value: Any, figure: Figure, question: Question, figures: Figures) -> DrawnChart | None:
    series = [
        TerritoryRows(place, _within(figure.rows_of(place.pk), value), is_focus=place.pk == figure.rows[0].territory)
        for place in _lines(figure, question, figures)
    ]
    indicator = figure.indicator
    chart = line_chart(
        [chart_series(one.territory, one.rows, is_focus=one.is_focus) for one in series],
        description=value["description"],
        unit=indicator.unit,
        decimals=indicator.decimals,
    )
    if chart is None:
        return None
    known = [row for row in series[0].rows if row.value is not None]
    words = [_sentence(indicator.unit, known[0], known[-1])]
    if not chart.starts_at_zero:
        words.append(_("L’axe vertical ne part pas de zéro."))
    if chart.hollow:
        words.append(_("Cercle vide et tirets\u00a0: valeur provisoire ou estimée."))
    return DrawnChart(" ".join(words), origin_of(figure), line=chart, table=data_table(indicator, series))


def _lines(figure: Figure, question: Question, figures: Figures) -> list[Territory]:
    """The reading territory, then those chosen; without a choice, the reference of a figure that can be compared."""
    places = [figure.reading] if figure.reading else []
    chosen = [figures.places[pk] for pk in question.territories if pk in figures.places]
    if not chosen and figure.reference and not is_amount(figure.indicator):
        chosen = [figure.reference]
    return [*places, *(place for place in chosen if place not in places and figure.rows_of(place.pk))]


def _within(rows: Sequence[Row], value: Any) -> list[Row]:
    first, last = value["start"] or 0, value["end"] or 9999
    return [row for row in rows if first <= row.start.year <= last]


def _by_territory(value: Any, figure: Figure, question: Question, figures: Figures) -> DrawnChart | None:
    latest = last_known(_within(figure.rows, value))
    if latest is None:
        return None
    found = [
        (place, next((row for row in figure.rows_of(place.pk) if row.period == latest.period), None))
        for place in _lines(figure, question, figures)
    ]
    inputs = [_bar(figure, place.name, row, "me" if place == figure.reading else "peer") for place, row in found]
    return _bars(figure, inputs, latest, _("Territoire"), format_period(latest.period))


def _by_category(value: Any, figure: Figure, question: Question, figures: Figures) -> DrawnChart | None:
    categories = figures.categories.get(question, [])
    known = dimensions_of(categories)
    dimension = value["dimension"] or next(iter(known), "")
    shown = of_dimension(categories, dimension)
    if not shown or figure.reading is None:
        return None
    inputs = [_bar(figure, category_words(one.label), one.row) for one in shown]
    heading = f"{figure.reading.name}, {format_period(shown[0].row.period)}"
    return _bars(figure, inputs, shown[0].row, category_words(dimension).capitalize(), heading)


def _bars(figure: Figure, inputs: list[BarInput], row: Row, heading: str, about: str) -> DrawnChart:
    unit = figure.indicator.unit
    return DrawnChart(
        subtitle=_("%(unit)s, %(about)s.") % {"unit": _unit_first(unit), "about": about},
        origin=origin_of(figure),
        bars=bars(inputs)[0],
        bars_heading=heading,
        value_heading=f"{format_period(row.period)} ({unit})",
    )


def _bar(figure: Figure, label: str, row: Row | None, kind: str = "") -> BarInput:
    if row is None or row.value is None:
        return BarInput(label, None, ", ".join(mark.words for mark in marks_of(row)), kind=kind)
    return BarInput(label, row.value, format_number(row.value, figure.indicator.decimals), kind=kind)


def _sentence(unit: str, first: Row, last: Row) -> str:
    if first.period == last.period:
        return _("%(unit)s, %(last)s.") % {"unit": _unit_first(unit), "last": format_period(last.period)}
    return _("%(unit)s, %(span)s.") % {"unit": _unit_first(unit), "span": format_span(first.period, last.period)}


def _unit_first(unit: str) -> str:
    """« Accidents pour 1 000 salariés », « En % »."""
    return _("En %(unit)s") % {"unit": unit} if len(unit) <= LONGEST_UNIT else unit[:1].upper() + unit[1:]
