"""What improves and what worsens, in sentences: value, unit, period, territory, start, comparison."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.wording.senses import DOWN, UP, sense_of
from indicators.models.observation import Granularity
from indicators.selectors import Card
from indicators.selectors.drawing import chart_points
from indicators.selectors.signals import Signal, Signals
from indicators.trends.words import TREND_WORDS
from indicators.wording.sentence import LONGEST_UNIT, figure
from portal.charts import Sparkline, sparkline
from portal.formatting import format_number, format_period_in_sentence, format_value
from sdg_pages.wording.places import place_in_sentence

WITHIN_A_YEAR = {Granularity.SEMESTER: 6, Granularity.QUARTER: 3, Granularity.MONTH: 1}
"""Lengths of period shorter than a year, in months."""
SHOWN, SHOWN_FRAGILE = 4, 4
EXPECTED = 3
"""How many each way a visitor may expect; with fewer, a sentence says why."""


@dataclass(frozen=True, slots=True)
class Said:
    """A signal in words. `sign` and `trend` mark the fragile ones, whose column says nothing."""

    title: str
    address: str
    value: str
    when: str
    start: str
    place: str
    comparison: str
    line: Sparkline | None
    sign: str
    trend: str


@dataclass(frozen=True, slots=True)
class Column:
    """One way: its sign, its title, its count, its signals, and why they are few."""

    sign: str
    title: str
    count: str
    signals: list[Said]
    reason: str


def columns_of(signals: Signals, improving: str, worsening: str) -> list[Column]:
    """Both ways, at the same size."""
    total = signals.share.assessable
    return [
        Column(UP, improving, _counted(len(signals.improving), total), said(signals.improving), _why_few(signals, UP)),
        Column(
            DOWN, worsening, _counted(len(signals.worsening), total), said(signals.worsening), _why_few(signals, DOWN)
        ),
    ]


def said(signals: Sequence[Signal], most: int = SHOWN) -> list[Said]:
    """The strongest of these signals, in words."""
    return [_said(signal) for signal in signals[:most]]


def _said(signal: Signal) -> Said:
    card = signal.card
    value, when = _end(signal)
    return Said(
        title=str(card.indicator.title),
        address=reverse("indicators:detail", args=[card.indicator.slug]),
        value=value,
        when=when,
        start=_start(signal),
        place=str(card.reading.name) if card.reading else "",
        comparison="" if is_judged_by_year(card) else _comparison(card),
        line=sparkline(chart_points(card.rows)),
        sign=sense_of(signal),
        trend=str(TREND_WORDS[signal.trend]),
    )


def is_judged_by_year(card: Card) -> bool:
    """Are quarters or months judged as years? Then the sentence tells the years too: like is compared with like."""
    return bool(card.latest and card.latest.granularity in WITHIN_A_YEAR)


def _end(signal: Signal) -> tuple[str, str]:
    """« 14,6 % », « en 2024 »; « en moyenne en 2022 » for a series of quarters or months."""
    card, end, latest = signal.card, signal.judgement.end, signal.card.latest
    if latest is None:
        return "", ""
    if not is_judged_by_year(card) or end is None or end.value is None:
        return figure(card.indicator, latest), format_period_in_sentence(latest.period)
    value = format_value(end.value, str(card.indicator.unit), card.indicator.decimals)
    return value, _in_year(card, end.year)


def _start(signal: Signal) -> str:
    """« contre 41,8 % en 2016 »: the first year of the window that is judged."""
    start, card = signal.judgement.start, signal.card
    if start is None or start.value is None:
        return ""
    value = format_value(start.value, _short_unit(card), card.indicator.decimals)
    when = _in_year(card, start.year) if is_judged_by_year(card) else _("en %(period)s") % {"period": start.year}
    return _("contre %(value)s %(when)s") % {"value": value, "when": when}


def _in_year(card: Card, year: int) -> str:
    """« en moyenne en 2022 », or the part of the year that is judged: « au 3e trimestre 2022 »."""
    part = card.indicator.judged_part
    if not part or card.latest is None:
        return _("en moyenne en %(year)s") % {"year": year}
    months = WITHIN_A_YEAR[Granularity(card.latest.granularity)] * (part - 1)
    found = [row.period for row in card.rows if (row.start.year, row.start.month) == (year, months + 1)]
    return format_period_in_sentence(found[0]) if found else _("en %(period)s") % {"period": year}


def _short_unit(card: Card) -> str:
    """The unit where it is short: a long one is said once."""
    unit = str(card.indicator.unit)
    return unit if len(unit) <= LONGEST_UNIT else ""


def _comparison(card: Card) -> str:
    """« Plus fort qu’en France (13,0 %) »; empty for an amount, or where the country has no value for the period."""
    own, other = card.latest, card.reference_row
    if card.reference is None or own is None or other is None or own.value is None or other.value is None:
        return ""
    place, difference = place_in_sentence(card.reference), own.value - other.value
    value = format_value(other.value, _short_unit(card), card.indicator.decimals)
    words = {"than": place.than, "where": place.where, "value": value}
    if not format_number(abs(difference), card.indicator.decimals).strip("0,."):
        return _("Comme %(where)s (%(value)s).") % words
    return (_("Plus %(than)s (%(value)s).") if difference > 0 else _("Moins %(than)s (%(value)s).")) % words


def _counted(count: int, total: int) -> str:
    words = ngettext("%(count)s sur %(total)s indicateur évalué", "%(count)s sur %(total)s indicateurs évalués", total)
    return words % {"count": count, "total": total}


def _why_few(signals: Signals, sense: str) -> str:
    """Empty with three signals or more."""
    count = len(signals.improving if sense == UP else signals.worsening)
    fragile = sum(1 for signal in signals.fragile if sense_of(signal) == sense)
    if count >= EXPECTED:
        return ""
    why = _why(sense, count)
    if not fragile:
        return why
    apart = ngettext(
        "Une tendance va dans ce sens mais reste fragile\u00a0: elle est montrée plus bas.",
        "%(count)s tendances vont dans ce sens mais restent fragiles\u00a0: elles sont montrées plus bas.",
        fragile,
    )
    return f"{why} {apart % {'count': fragile}}"


def _why(sense: str, count: int) -> str:
    if sense == UP:
        none, some = (
            _("Aucun indicateur ne s’améliore de façon sûre."),
            _("Rien d’autre ne s’améliore de façon sûre."),
        )
    else:
        none, some = _("Aucun indicateur ne se dégrade de façon sûre."), _("Rien d’autre ne se dégrade de façon sûre.")
    return some if count else none
