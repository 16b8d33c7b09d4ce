"""What improves and what worsens, in sentences: value, unit, period, territory, start, comparison."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.wording.evolution import end_of, is_judged_by_year, short_unit, start_of
from indicators.selectors import Card
from indicators.selectors.drawing import chart_points
from indicators.selectors.signals import Signal, Signals
from indicators.trends.words import TREND_WORDS
from portal.charts import Sparkline, sparkline
from portal.formatting import format_date, format_number, format_value
from sdg_pages.wording.counts import DOWN, UP, sign_of
from sdg_pages.wording.places import place_in_sentence

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
    source: str
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
    value, when = end_of(signal)
    return Said(
        title=str(card.indicator.title),
        address=reverse("indicators:detail", args=[card.indicator.slug]),
        value=value,
        when=when,
        start=start_of(signal),
        place=str(card.reading.name) if card.reading else "",
        comparison="" if is_judged_by_year(card) else _comparison(card),
        source=_source(card),
        line=sparkline(chart_points(card.rows)),
        sign=sign_of(signal.trend),
        trend=str(TREND_WORDS[signal.trend]),
    )


def _source(card: Card) -> str:
    """« Source : Insee, 3 novembre 2026. »: who measures, and the day of the release."""
    published = format_date(card.indicator.publication.published_at)
    return _("Source\u00a0: %(producer)s, %(date)s.") % {"producer": card.indicator.source.producer, "date": published}


def _comparison(card: Card) -> str:
    """« Plus fort qu’en France (13,0 %) »; empty for an amount, or where the country has no value for the period."""
    own, other = card.latest, card.reference_row
    if card.reference is None or own is None or other is None or own.value is None or other.value is None:
        return ""
    place, difference = place_in_sentence(card.reference), own.value - other.value
    value = format_value(other.value, short_unit(card), card.indicator.decimals)
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
    fragile = sum(1 for signal in signals.fragile if sign_of(signal.trend) == sense)
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
