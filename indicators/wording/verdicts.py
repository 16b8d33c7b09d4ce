"""The strip under the sentence: trend, target, comparison, each with its words, its figures and its territory."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from indicators.models import Indicator, Release
from indicators.models.observation import Granularity
from indicators.selectors.judging import annual_points
from indicators.selectors.page import IndicatorPage
from indicators.trends import Judgement, Point, codes, gap_change
from indicators.trends.words import GAP_WORDS, REASON_WORDS, TARGET_WORDS, TREND_WORDS
from indicators.wording.sentence import LONGEST_UNIT, short_figure, telling_decimals
from portal.formatting import (
    clauses,
    format_difference,
    format_number,
    format_period_in_sentence,
    format_value,
)

TREND_SIGNS = {
    codes.IMPROVES_CLEARLY: "up2",
    codes.IMPROVES: "up",
    codes.STABLE: "flat",
    codes.WORSENS: "down",
    codes.WORSENS_CLEARLY: "down2",
    codes.NOT_ASSESSED: "nodata",
}
TARGET_SIGNS = {
    codes.MET: "ok",
    codes.ON_TRACK: "ok",
    codes.TOO_SLOW: "slow",
    codes.FAR_TOO_SLOW: "slow",
    codes.STAGNATES: "slow",
    codes.MOVES_AWAY: "late",
    codes.MISSED: "late",
    codes.NOT_ASSESSED: "nodata",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A cell of the strip: what is judged, the word with its sign (a class of the style sheet), the figures."""

    subject: str
    word: str
    sign: str = ""
    detail: str = ""
    is_fragile: bool = False


def trend_word(judgement: Judgement, release: Release) -> tuple[str, str]:
    """The word and its sign; a person's decision replaces the computed one."""
    code = release.override_trend or judgement.trend
    return str(TREND_WORDS.get(code, code)), TREND_SIGNS.get(code, "nodata")


def trend_verdict(page: IndicatorPage) -> Verdict:
    """« Loire-Atlantique, tendance depuis 2019 : s’améliore, de 16,9 % à 14,6 % »."""
    judgement, place = page.judgement, page.reading.name if page.reading else ""
    word, sign = trend_word(judgement, page.release)
    if page.release.override_trend:
        return Verdict(_("%(place)s, tendance") % {"place": place}, word, sign, _("décision motivée plus bas"))
    if not judgement.is_assessed or judgement.start is None or judgement.end is None:
        reason = str(REASON_WORDS.get(judgement.reason, ""))
        return Verdict(_("%(place)s, tendance") % {"place": place}, word, sign, reason)
    subject = _("%(place)s, tendance depuis %(year)s") % {"place": place, "year": judgement.start.year}
    return Verdict(subject, word, sign, _ends(page, judgement.start, judgement.end), judgement.is_fragile)


def _ends(page: IndicatorPage, start: Point, end: Point) -> str:
    """« de 16,9 % à 14,6 % »; with the year when it is not that of the figure above, and the mean when it is one."""
    decimals = telling_decimals(page.indicator, start.value, end.value)
    words = {
        "start": _number(page.indicator, start, decimals),
        "end": _value(page.indicator, end, decimals),
        "year": end.year,
    }
    if _is_mean(page):
        return _("de %(start)s à %(end)s en %(year)s, en moyenne sur l’année") % words
    if page.latest and page.latest.start.year != end.year:
        return _("de %(start)s à %(end)s en %(year)s") % words
    return _("de %(start)s à %(end)s") % words


def _is_mean(page: IndicatorPage) -> bool:
    """Is a year judged by the mean of its parts?"""
    parts = (Granularity.SEMESTER, Granularity.QUARTER, Granularity.MONTH)
    return bool(page.rows) and page.rows[0].granularity in parts and not page.indicator.judged_part


def target_verdict(page: IndicatorPage) -> Verdict | None:
    """« Objectif 2030 : 8 % : trop lent, 12,9 % à ce rythme »; None without a target."""
    judgement = page.judgement
    if judgement.target is None or not judgement.target_verdict:
        return None
    value = format_value(judgement.target, page.indicator.unit)
    subject = _("Objectif %(year)s\u00a0: %(value)s") % {"year": judgement.target_year, "value": value}
    word = str(TARGET_WORDS[judgement.target_verdict])
    detail = str(REASON_WORDS.get(judgement.target_reason, ""))
    projection = shown_projection(judgement)
    if projection is not None:
        reached = format_value(projection, page.indicator.unit, page.indicator.decimals)
        detail = _("%(value)s à ce rythme") % {"value": reached}
    return Verdict(subject, word, TARGET_SIGNS[judgement.target_verdict], detail)


def target_line(page: IndicatorPage) -> tuple[str, str] | None:
    """The target as the last line of the table: « Objectif 2030 », « 8 %, 12,9 % à ce rythme »; None without one."""
    judgement = page.judgement
    if judgement.target is None or judgement.target_year is None:
        return None
    texts = [format_value(judgement.target, page.indicator.unit)]
    projection = shown_projection(judgement)
    if projection is not None:
        reached = format_value(projection, page.indicator.unit, page.indicator.decimals)
        texts.append(_("%(value)s à ce rythme") % {"value": reached})
    return _("Objectif %(year)s") % {"year": judgement.target_year}, ", ".join(texts)


def shown_projection(judgement: Judgement) -> Decimal | None:
    """The value in the target year at the present pace, where it means something: not once the target is met."""
    return None if judgement.target_verdict == codes.MET else judgement.projection


def comparison_verdict(page: IndicatorPage) -> Verdict | None:
    """« Comparaison avec France : 1,6 point de plus, 13,0 % »; None without a reference."""
    if page.reference is None or page.latest is None or page.latest.value is None or page.is_amount:
        return None
    subject = _("Comparaison\u00a0: %(place)s") % {"place": page.reference.name}
    row = page.peer_rows.get(page.reference.pk)
    when = format_period_in_sentence(page.latest.period)
    if row is None or row.value is None:
        return Verdict(subject, _("Pas de valeur %(period)s") % {"period": when}, detail="")
    value = short_figure(page.indicator, row)
    word = _difference(page.indicator, page.latest.value - row.value)
    if page.latest.overlaps(row):
        word = _("Pas de différence nette")
    return Verdict(subject, word, detail=clauses(filter(None, (f"{value} {when}", _gap_words(page)))))


def _difference(indicator: Indicator, difference: Decimal) -> str:
    size = format_difference(difference, indicator.unit, indicator.decimals)
    if not format_number(abs(difference), indicator.decimals).strip("0,."):
        return _("La même valeur")
    words = _("%(size)s de plus") if difference > 0 else _("%(size)s de moins")
    return words % {"size": size}


def _gap_words(page: IndicatorPage) -> str:
    """Whether the distance to the reference closes over the window of the judgement, when both have the years."""
    judgement = page.judgement
    reference = next((one for one in page.series if page.reference and one.territory.pk == page.reference.pk), None)
    if reference is None or judgement.start is None or judgement.end is None:
        return ""
    own: list[Point] = list(judgement.observations)
    others = annual_points(reference.rows, page.indicator.judged_part)
    change = gap_change(own, others, (judgement.start.year, judgement.end.year))
    if change is None:
        return ""
    return _("%(words)s depuis %(year)s") % {"words": GAP_WORDS[change.change], "year": change.start_year}


def _number(indicator: Indicator, point: Point, decimals: int) -> str:
    """The value with its unit when it is short: a long one is said once, at the end."""
    unit = indicator.unit if len(indicator.unit) <= LONGEST_UNIT else ""
    return format_value(point.value or Decimal(0), unit, decimals)


def _value(indicator: Indicator, point: Point, decimals: int) -> str:
    return format_value(point.value or Decimal(0), indicator.unit, decimals)
