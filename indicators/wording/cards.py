"""An indicator as a line of a list: its latest figure, its small curve, its trend in a word."""

from dataclasses import dataclass

from django.urls import reverse

from indicators.selectors import Card
from indicators.selectors.drawing import chart_points
from indicators.wording.sentence import short_figure, unit_and_period
from indicators.wording.verdicts import trend_word
from portal.charts import Sparkline, sparkline


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator in the list, ready to be written."""

    card: Card
    address: str
    value: str
    about: str
    word: str
    sign: str
    is_fragile: bool
    line: Sparkline | None


def list_row(card: Card) -> Row:
    """A line of the list of indicators."""
    word, sign = trend_word(card.judgement, card.indicator.publication.release)
    return Row(
        card=card,
        address=reverse("indicators:detail", args=[card.indicator.slug]),
        value=short_figure(card.indicator, card.latest) if card.latest else "",
        about=unit_and_period(card.indicator, card.latest) if card.latest else "",
        word=word,
        sign=sign,
        is_fragile=card.judgement.is_fragile,
        line=sparkline(chart_points(card.rows)),
    )
