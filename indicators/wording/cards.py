"""An indicator as a line of a list: its latest figure, its small curve, its trend in a word."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators import statuses
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
    late: str = ""


def list_row(card: Card) -> Row:
    """A line of the list of indicators."""
    word, sign = trend_word(card.judgement, card.indicator.publication.release)
    return Row(
        card=card,
        address=reverse("indicators:detail", args=[card.indicator.slug]),
        value=short_figure(card.indicator, card.latest) if card.latest else "",
        about=_about(card),
        word=word,
        sign=sign,
        is_fragile=card.judgement.is_fragile,
        line=sparkline(chart_points(card.rows)),
        late=late_words(card.days_late),
    )


def late_words(days: int) -> str:
    """« en retard de 23 jours », in the largest unit that fits; empty when nothing is late."""
    if days <= 0:
        return ""
    if days < 60:
        return ngettext("en retard de %(count)s jour", "en retard de %(count)s jours", days) % {"count": days}
    if days < 730:
        return _("en retard de %(count)s mois") % {"count": days // 30}
    return _("en retard de %(count)s ans") % {"count": days // 365}


def _about(card: Card) -> str:
    """« 2024, provisoire », with the unit when it is not beside the value."""
    if card.latest is None:
        return ""
    marks = [status for status in (statuses.PROVISIONAL, statuses.ESTIMATED) if status in card.latest.statuses]
    words = [unit_and_period(card.indicator, card.latest), statuses.words_of(marks)]
    return ", ".join(filter(None, words))
