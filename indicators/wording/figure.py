"""The figure of an indicator: its chart or its bars, the words for who does not see it, and how to read it."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from indicators import statuses
from indicators.models import Indicator
from indicators.selectors.drawing import chart_series
from indicators.selectors.page import IndicatorPage, TerritoryRows
from indicators.wording.sentence import figure
from indicators.wording.verdicts import shown_projection
from portal.charts import ChartTarget, LineChart, line_chart
from portal.formatting import format_period, format_period_in_sentence, format_value


def chart_of(page: IndicatorPage) -> LineChart | None:
    """The lines of the page, with its target and the value reached at the present pace."""
    series = [chart_series(one.territory, one.rows, is_focus=one.is_focus) for one in page.series]
    return line_chart(
        series,
        description=chart_description(page),
        unit=page.indicator.unit,
        decimals=page.indicator.decimals,
        target=chart_target(page),
    )


def chart_target(page: IndicatorPage) -> ChartTarget | None:
    """The target of the indicator, with the value reached at the present pace; None without a target."""
    judgement = page.judgement
    if judgement.target is None or judgement.target_year is None:
        return None
    return ChartTarget(judgement.target_year, judgement.target, shown_projection(judgement))


def chart_description(page: IndicatorPage) -> str:
    """What the chart shows: the indicator's own words, then each line from its start to its end, then the target."""
    sentences = [page.indicator.chart_description] if page.indicator.chart_description else [page.indicator.title + "."]
    sentences += [course(page.indicator, one) for one in page.series]
    judgement = page.judgement
    if judgement.target is not None:
        words = {"year": judgement.target_year, "value": format_value(judgement.target, page.indicator.unit)}
        sentences.append(_("L’objectif est de %(value)s en %(year)s.") % words)
    sentences.append(_("Les valeurs sont dans le tableau plus bas."))
    return " ".join(sentence for sentence in sentences if sentence)


def course(indicator: Indicator, one: TerritoryRows) -> str:
    """A line of a chart from its first value to its last; nothing for a line without values."""
    known = [row for row in one.rows if row.value is not None]
    if not known:
        return ""
    words = {
        "place": one.territory.name,
        "start": figure(indicator, known[0]),
        "end": figure(indicator, known[-1]),
        "first": format_period(known[0].period),
        "last": format_period(known[-1].period),
    }
    if len(known) == 1:
        return _("%(place)s\u00a0: %(end)s (%(last)s).") % words
    return _("%(place)s\u00a0: de %(start)s (%(first)s) à %(end)s (%(last)s).") % words


def reading_help(page: IndicatorPage, chart: LineChart | None) -> list[str]:
    """How to read the drawing: one sentence on the last value, then one for each sign that appears on it."""
    if page.latest is None or page.reading is None:
        return []
    words = {
        "when": format_period_in_sentence(page.latest.period),
        "place": page.reading.name,
        "value": figure(page.indicator, page.latest),
    }
    explanation = page.indicator.explanation or _("%(place)s\u00a0: %(value)s %(when)s.") % words
    return [explanation, *_signs(page, chart)]


def _signs(page: IndicatorPage, chart: LineChart | None) -> Sequence[str]:
    if chart is None:
        return []
    said = []
    if chart.hollow:
        said.append(_("Cercle vide et tirets\u00a0: valeur provisoire ou estimée."))
    if chart.band:
        said.append(_("Bande claire\u00a0: intervalle de confiance."))
    if any(row.value is None for one in page.series for row in one.rows):
        said.append(_hole(page))
    if chart.break_places:
        said.append(_("Rupture de série\u00a0: les valeurs d’avant ne se comparent pas à celles d’après."))
    if not chart.starts_at_zero:
        said.append(_("L’axe vertical ne part pas de zéro."))
    return said


def _hole(page: IndicatorPage) -> str:
    """Missing is said as missing, withheld as withheld."""
    holes = [row for one in page.series for row in one.rows if row.value is None]
    withheld = [row for row in holes if statuses.WITHHELD in row.statuses]
    if not withheld:
        return _("Trou dans la courbe\u00a0: donnée absente.")
    if len(withheld) == len(holes):
        return _("Trou dans la courbe\u00a0: secret statistique.")
    return _("Trou dans la courbe\u00a0: donnée absente ou couverte par le secret statistique.")
