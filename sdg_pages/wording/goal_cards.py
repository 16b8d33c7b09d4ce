"""An indicator as a card on the page of its goal, with all that a figure is never shown without."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from indicators import statuses
from indicators.selectors.drawing import chart_points
from indicators.selectors.rows import Row
from indicators.wording.sentence import short_figure, unit_and_period
from indicators.wording.verdicts import trend_word
from portal.charts import Sparkline, sparkline
from portal.formatting import format_date, format_short_period
from sdg_pages.selectors.goal_figures import GoalFigure
from sdg_pages.wording.comparison import Comparison, comparison_of


@dataclass(frozen=True, slots=True)
class GoalCard:
    """Ready to be written. `place` is empty when it is the focus; `about` is unit, period, status."""

    title: str
    address: str
    value: str
    about: str
    place: str
    origin: str
    word: str
    sign: str
    is_fragile: bool
    line: Sparkline | None
    first: str
    last: str
    comparison: Comparison | None


def goal_card(one: GoalFigure) -> GoalCard:
    """The card of an indicator."""
    figure = one.figure
    word, sign = trend_word(figure.judgement, figure.release)
    known = [row for row in figure.rows if row.value is not None]
    reading = figure.reading
    return GoalCard(
        title=str(figure.indicator.title),
        address=reverse("indicators:detail", args=[figure.indicator.slug]),
        value=short_figure(figure.indicator, known[-1]) if known else "",
        about=_about(one, known),
        place="" if reading is None or reading.is_focus else str(reading.name),
        origin=_origin(one),
        word=word,
        sign=sign,
        is_fragile=figure.judgement.is_fragile and not figure.release.override_trend,
        line=sparkline(chart_points(figure.rows)),
        first=format_short_period(known[0].period) if known else "",
        last=format_short_period(known[-1].period) if known else "",
        comparison=comparison_of(one),
    )


def _about(one: GoalFigure, known: Sequence[Row]) -> str:
    """« 2024, provisoire », with the unit when it is not beside the value."""
    if not known:
        return _("Aucun des territoires suivis n’a encore de valeur.")
    latest = known[-1]
    marks = [status for status in (statuses.PROVISIONAL, statuses.ESTIMATED) if status in latest.statuses]
    words = [unit_and_period(one.figure.indicator, latest), statuses.words_of(marks)]
    return ", ".join(filter(None, words))


def _origin(one: GoalFigure) -> str:
    """« Insee, 3 novembre 2026 »: who measures, and the day of the release."""
    producer = str(one.figure.indicator.source.producer)
    return f"{producer}, {format_date(one.figure.dated)}" if one.figure.dated else producer
