"""Days as they are said in a list and at the head of a page."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.dates import MONTHS_AP, WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import override

from portal.formatting.numbers import HARD_SPACE, is_french
from portal.formatting.periods import format_date


def format_weekday(day: date, language: str | None = None) -> str:
    """« Lundi 23 novembre 2026 », “Monday 23 November 2026”."""
    with override("fr" if is_french(language) else "en"):
        return f"{capfirst(str(WEEKDAYS[day.weekday()]))} {format_date(day, language)}"


def format_short_day(day: date, language: str | None = None) -> str:
    """« 20 nov. », « 1er mai », “20 Nov.”; the year is said when it is not this one."""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date()
    french = is_french(language)
    with override("fr" if french else "en"):
        number = "1er" if french and day.day == 1 else str(day.day)
        year = "" if day.year == timezone.localdate().year else f" {day.year}"
        return f"{number}{HARD_SPACE}{MONTHS_AP[day.month]}{year}"
