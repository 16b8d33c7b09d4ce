"""A breakdown as bars for one period, and as small charts over time, with the choices that a visitor has."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from indicators.models import Indicator
from indicators.selectors.breakdowns import BreakdownView, Category, ShownBreakdown
from indicators.selectors.drawing import chart_points, interval_of
from indicators.selectors.page import IndicatorPage
from indicators.selectors.rows import Row, last_known, of_usual_granularity
from indicators.wording.categories import category_words
from indicators.wording.sentence import LONGEST_UNIT, figure
from indicators.wording.table import DataTable, marks_of, table_of
from portal.charts import Bar, BarInput, ChartSeries, Multiple, Multiples, bars, small_multiples
from portal.formatting import format_number, format_period, format_short_period, format_value

MOST_CHARTS = 6
MOST_PERIODS = 8
MOST_CHIPS = 8
MOST_LINES, MOST_COLUMNS = 8, 4


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a visitor may choose."""

    key: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class SmallChart:
    """A small chart with its words: « Femmes, de 12,1 % à 13,4 % »."""

    chart: Multiple
    start: str
    end: str


@dataclass(frozen=True)
class BreakdownFigure:
    """Everything that the template draws."""

    bars: list[Bar]
    place: str
    reference: str
    about: str
    heading: str
    has_intervals: bool
    small: list[SmallChart]
    multiples: Multiples | None
    axis: str
    has_context: bool
    hidden: int

    @property
    def said(self) -> str:
        """What is announced when the figure changes: « Par sexe, Nantes Métropole, 2021 »."""
        return f"{self.heading}, {self.place}, {self.about}"


def view_label(view: BreakdownView) -> str:
    """« Par sexe », « Par sexe et âge »."""
    names = [category_words(name) for name in view.names]
    return _("Par %(names)s") % {"names": _(" et ").join(names)}


def breakdown_figure(page: IndicatorPage) -> BreakdownFigure | None:
    """The chosen breakdown, drawn; None when the page shows none."""
    shown = page.breakdown
    if shown is None or page.reading is None:
        return None
    indicator = page.indicator
    total = None if page.is_amount else next((row for row in page.rows if row.period == shown.period), None)
    rows = [_total_bar(indicator, total)] if total and total.value is not None else []
    rows += [_bar(indicator, category, shown) for category in shown.shown]
    charts, small = _small(page, shown)
    compared = any(row.reference is not None for row in rows)
    return BreakdownFigure(
        bars=bars(rows)[0],
        place=page.reading.name,
        reference=page.reference.name if page.reference and compared else "",
        about=f"{format_period(shown.period)} ({indicator.unit})",
        heading=view_label(shown.view),
        has_intervals=any(row.interval for row in rows),
        small=small,
        multiples=charts,
        axis=_axis(indicator, charts),
        has_context=bool(charts and charts.charts[0].context),
        hidden=len(shown.categories) - len(shown.shown),
    )


def _total_bar(indicator: Indicator, row: Row) -> BarInput:
    return BarInput(_("Ensemble"), row.value, _text(indicator, row), interval=interval_of(row), kind="tot")


def _bar(indicator: Indicator, category: Category, shown: ShownBreakdown) -> BarInput:
    row = category.at(shown.period)
    beside = shown.reference.get(category.labels)
    return BarInput(
        label=label_of(category.labels[-1]),
        value=row.value if row else None,
        text=_text(indicator, row),
        reference=beside.value if beside else None,
        interval=interval_of(row),
        group=label_of(category.labels[0]) if len(category.labels) > 1 else "",
    )


def label_of(text: str) -> str:
    """A category at the head of a line: « cadres » as « Cadres »."""
    words = category_words(text)
    return words[:1].upper() + words[1:]


def _text(indicator: Indicator, row: Row | None) -> str:
    if row is None or row.value is None:
        return ", ".join(mark.words for mark in marks_of(row))
    unit = indicator.unit if len(indicator.unit) <= LONGEST_UNIT else ""
    return " ".join([format_value(row.value, unit, indicator.decimals), *(mark.sign for mark in marks_of(row))])


def _small(page: IndicatorPage, shown: ShownBreakdown) -> tuple[Multiples | None, list[SmallChart]]:
    """At most eight, of those shown, all over the same years; over the line of the whole unless values are amounts."""
    kept = {_name(category): of_usual_granularity(category.rows) for category in shown.shown[:MOST_CHARTS]}
    series = [ChartSeries(name, name, name, chart_points(rows)) for name, rows in kept.items()]
    whole = None if page.is_amount else ChartSeries("", "", "", chart_points(page.rows))
    drawn = small_multiples(series, whole if whole and whole.known else None)
    if drawn is None:
        return None, []
    return drawn, [_words(page.indicator, chart, kept[chart.name]) for chart in drawn.charts]


def _name(category: Category) -> str:
    return ", ".join([label_of(category.labels[0]), *map(category_words, category.labels[1:])])


def _words(indicator: Indicator, chart: Multiple, rows: Sequence[Row]) -> SmallChart:
    start = next(row for row in rows if row.value is not None)
    end = last_known(rows) or start
    return SmallChart(
        chart,
        f"{figure(indicator, start)} ({format_short_period(start.period)})",
        f"{figure(indicator, end)} ({format_short_period(end.period)})",
    )


def _axis(indicator: Indicator, charts: Multiples | None) -> str:
    """« Même échelle partout : de 0 à 20 %. »"""
    if charts is None:
        return ""
    low, high = (int(bound) if bound == int(bound) else round(bound, 2) for bound in (charts.low, charts.high))
    words = {"low": format_number(_exact(low)), "high": format_value(_exact(high), indicator.unit)}
    return _("Même échelle partout\u00a0: de %(low)s à %(high)s.") % words


def _exact(bound: float) -> Decimal:
    return Decimal(str(bound))


def breakdown_table(page: IndicatorPage) -> DataTable | None:
    """The same categories over the last periods, when they are few; the files hold all of them."""
    shown = page.breakdown
    if shown is None or len(shown.shown) > MOST_LINES:
        return None
    lines = [(_name(category), False, category.rows) for category in shown.shown]
    return table_of(page.indicator, lines, most=MOST_COLUMNS, heading=_("Catégorie"))


def period_choices(shown: ShownBreakdown) -> list[Choice]:
    """The latest periods of the view; the one that is shown is always among them."""
    kept = shown.periods[:MOST_PERIODS]
    kept += [] if shown.period in kept else [shown.period]
    return [Choice(period, format_short_period(period), period == shown.period) for period in kept]


def category_choices(shown: ShownBreakdown) -> list[Choice]:
    """The categories of the first dimension, when they are few enough to be ticked one by one."""
    labels = shown.first_labels
    if not 2 < len(labels) <= MOST_CHIPS and len(shown.view.names) == 1:
        return []
    chosen = shown.chosen_labels
    return [Choice(label, label_of(label), label in chosen) for label in labels[:MOST_CHIPS]]
