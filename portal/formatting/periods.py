"""Periods in words, from the codes of the contract: 2017, 2017-S1, 2023-Q4, 2020-12, 2002/03, 1984-1988, a date."""

import re
from collections.abc import Callable
from datetime import date, datetime

from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_AP
from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _

from portal.formatting.numbers import HARD_SPACE, is_french
from portal.formatting.ordinals import format_ordinal

DASH = "\u2013"

_YEAR = re.compile(r"(\d{4})")
_SEMESTER = re.compile(r"(\d{4})-S([12])")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_SCHOOL_YEAR = re.compile(r"(\d{4})/(\d{2})")
_SPAN = re.compile(r"(\d{4})-(\d{4})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")

Writer = Callable[..., str]


def _semester(year: str, half: str, french: bool) -> str:
    rank = format_ordinal(int(half), "fr" if french else "en")
    return f"{rank} semestre {year}" if french else f"{rank} half of {year}"


def _quarter(year: str, quarter: str, french: bool) -> str:
    return f"{format_ordinal(int(quarter), 'fr')} trimestre {year}" if french else f"Q{quarter} {year}"


def _month(year: str, month: str, french: bool) -> str:
    return f"{MONTHS[int(month)]} {year}"


def _day(year: str, month: str, day: str, french: bool) -> str:
    return format_date(date(int(year), int(month), int(day)), "fr" if french else "en")


_IN_FULL: tuple[tuple[re.Pattern[str], Writer], ...] = (
    (_YEAR, lambda year, french: year),
    (_SEMESTER, _semester),
    (_QUARTER, _quarter),
    (_MONTH, _month),
    (_SCHOOL_YEAR, lambda year, end, french: f"{year}/{end}"),
    (_SPAN, lambda start, end, french: f"{start}{DASH}{end}"),
    (_DAY, _day),
)

_SHORT: tuple[tuple[re.Pattern[str], Writer], ...] = (
    (_SEMESTER, lambda year, half, french: f"{'S' if french else 'H'}{half} {year}"),
    (_QUARTER, lambda year, quarter, french: f"{'T' if french else 'Q'}{quarter} {year}"),
    (_MONTH, lambda year, month, french: f"{MONTHS_AP[int(month)]} {year}"),
    (_DAY, lambda year, month, day, french: f"{day}/{month}/{year}" if french else f"{year}-{month}-{day}"),
)


def format_period(code: str, language: str | None = None) -> str:
    """A period in full: « 4e trimestre 2023 », « décembre 2020 ». A code that is not one is shown as it is."""
    return _write(code, _IN_FULL, language)


def format_short_period(code: str, language: str | None = None) -> str:
    """A period for an axis or a column: « T4 2023 », « déc. 2020 »."""
    return _write(code, (*_SHORT, *_IN_FULL), language)


def format_period_in_sentence(code: str, language: str | None = None) -> str:
    """A period after a figure: « en 2024 », « au 4e trimestre 2023 », « sur 2018–2020 », « le 25 mars 2023 »."""
    words = {"period": format_period(code, language)}
    with override(language or get_language() or "fr"):
        if _SEMESTER.fullmatch(code):
            return pgettext("half-year", "au %(period)s") % words
        if _QUARTER.fullmatch(code):
            return _("au %(period)s") % words
        if _SPAN.fullmatch(code):
            return _("sur %(period)s") % words
        if _DAY.fullmatch(code):
            return _("le %(period)s") % words
        return _("en %(period)s") % words


def format_until(code: str, language: str | None = None) -> str:
    """The end of a series: « jusqu’en 2024 », « jusqu’au 4e trimestre 2023 », “up to Q4 2023”."""
    if not is_french(language):
        return f"up to {format_period(code, language)}"
    when = format_period_in_sentence(code, language)
    return f"jusqu’{when}" if when[0] in "ae" else f"jusqu’à {format_period(code, language)}"


def format_span(first: str, last: str, language: str | None = None) -> str:
    """A stretch of time: « de 2013 à 2024 », « du 1er trimestre 2014 au 4e trimestre 2023 », “2013 to 2024”."""
    start, end = format_period(first, language), format_period(last, language)
    if not is_french(language):
        return f"{start} to {end}"
    parts = _SEMESTER.fullmatch(first) or _QUARTER.fullmatch(first) or _DAY.fullmatch(first)
    return f"du {start} au {end}" if parts else f"de {start} à {end}"


def format_date(day: date, language: str | None = None) -> str:
    """A date in full: « 3 novembre 2026 », « 1er mai 2026 », « 3 November 2026 »; of a moment, the day it was here."""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date()
    french = is_french(language)
    with override("fr" if french else "en"):
        number = "1er" if french and day.day == 1 else str(day.day)
        return f"{number}{HARD_SPACE}{MONTHS[day.month]} {day.year}"


def _write(code: str, writers: tuple[tuple[re.Pattern[str], Writer], ...], language: str | None) -> str:
    french = is_french(language)
    with override("fr" if french else "en"):
        for pattern, writer in writers:
            match = pattern.fullmatch(code)
            if match:
                return str(writer(*match.groups(), french=french))
    return code
