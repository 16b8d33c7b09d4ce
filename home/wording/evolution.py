"""From where to where an indicator went, over the years that are judged: like is told with like."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators import statuses
from indicators.models.observation import Granularity
from indicators.selectors import Card
from indicators.selectors.rows import Row
from indicators.selectors.signals import Signal
from indicators.wording.sentence import LONGEST_UNIT, figure
from portal.formatting import format_number, format_period_in_sentence, format_value

WITHIN_A_YEAR = {Granularity.SEMESTER: 6, Granularity.QUARTER: 3, Granularity.MONTH: 1}
"""Lengths of period shorter than a year, in months."""
MEANS = {
    Granularity.SEMESTER: gettext_lazy("en moyenne semestrielle en %(year)s"),
    Granularity.QUARTER: gettext_lazy("en moyenne trimestrielle en %(year)s"),
    Granularity.MONTH: gettext_lazy("en moyenne mensuelle en %(year)s"),
}


def is_judged_by_year(card: Card) -> bool:
    """Are quarters or months judged as years? Then the sentence tells the years too: like is compared with like."""
    return bool(card.latest and card.latest.granularity in WITHIN_A_YEAR)


def end_of(signal: Signal) -> tuple[str, str]:
    """« 14,6 % », « en 2024 »; « en moyenne mensuelle en 2022 » for a series of quarters or months."""
    card, end, latest = signal.card, signal.judgement.end, signal.card.latest
    if latest is None:
        return "", ""
    if not is_judged_by_year(card) or end is None or end.value is None:
        return figure(card.indicator, latest), _when(latest)
    value = format_value(end.value, str(card.indicator.unit), _decimals(signal))
    return value, _in_year(card, end.year)


def _when(latest: Row) -> str:
    """« en 2024 », « en 2024 (provisoire) »."""
    when = format_period_in_sentence(latest.period)
    marks = [status for status in (statuses.PROVISIONAL, statuses.ESTIMATED) if status in latest.statuses]
    return f"{when} ({statuses.words_of(marks)})" if marks else when


def start_of(signal: Signal) -> str:
    """« contre 41,8 % en 2016 »: the first year of the window that is judged."""
    start, card = signal.judgement.start, signal.card
    if start is None or start.value is None:
        return ""
    value = format_value(start.value, short_unit(card), _decimals(signal))
    when = _in_year(card, start.year) if is_judged_by_year(card) else _("en %(period)s") % {"period": start.year}
    return _("contre %(value)s %(when)s") % {"value": value, "when": when}


def _decimals(signal: Signal) -> int:
    """Those of the indicator, and one more where two different means would be written alike."""
    decimals, judged = signal.card.indicator.decimals, (signal.judgement.start, signal.judgement.end)
    values = [point.value for point in judged if point and point.value is not None]
    alike = len({format_number(value, decimals) for value in values}) == 1 < len(set(values))
    return decimals + (alike and is_judged_by_year(signal.card))


def _in_year(card: Card, year: int) -> str:
    """« en moyenne mensuelle en 2022 », or the part of the year that is judged: « au 3e trimestre 2022 »."""
    part = card.indicator.judged_part
    granularity = Granularity(card.latest.granularity) if card.latest else Granularity.MONTH
    if not part:
        return MEANS[granularity] % {"year": year}
    months = WITHIN_A_YEAR[granularity] * (part - 1)
    found = [row.period for row in card.rows if (row.start.year, row.start.month) == (year, months + 1)]
    return format_period_in_sentence(found[0]) if found else _("en %(period)s") % {"period": year}


def short_unit(card: Card) -> str:
    """The unit where it is short: a long one is said once."""
    unit = str(card.indicator.unit)
    return unit if len(unit) <= LONGEST_UNIT else ""
