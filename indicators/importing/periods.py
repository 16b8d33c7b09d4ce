"""Periods as statistical offices write them, turned into one canonical form; what is not sure is not read."""

import datetime
import re
from functools import lru_cache

from .observations import PeriodRef
from .period_forms import FORMS, Moment
from .spellings import folded

_COARSER = {
    "year": ("semester", "quarter", "month", "day"),
    "semester": ("quarter", "month", "day"),
    "quarter": ("month", "day"),
    "month": ("day",),
}
"""A finer period is brought back to the year, semester, quarter or month that a recipe asks."""

_SUFFIX = re.compile(
    r"(.*?[\d.])\s*(\[[^\]]{1,40}\]|\([^)]{1,40}\)|\*{1,3}|(?<=\d)[a-z]|(?<=\d)\s[a-z]{1,2})\s*", re.DOTALL
)
_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})


@lru_cache(maxsize=20_000)
def parse_period(text: str, period_format: str = "auto") -> PeriodRef | None:
    """The period that the text says, None when it says none for sure in this format."""
    plain = folded(text)
    for form in FORMS:
        moment = form(plain, period_format)
        if moment is not None:
            return _asked(moment, period_format)
    return None


def period_hints(text: str, period_format: str = "auto") -> tuple[str, ...]:
    """What the person may have meant (`2O21` → 2021): to be shown, never to be taken."""
    mended = text.translate(_LOOKALIKES)
    period = parse_period(mended, period_format) if mended != text else None
    return (period.label,) if period else ()


def split_suffix(text: str) -> tuple[str, str]:
    """A period and what is glued behind it: `2003a`, `2023 (p)`, `2020/21 [Note 5]`, `2024*`; "" when nothing is."""
    found = _SUFFIX.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def _asked(moment: Moment, period_format: str) -> PeriodRef | None:
    wanted = "year" if period_format == "short_year" else period_format
    if wanted in ("auto", moment.granularity):
        return _reference(moment)
    if moment.granularity in _COARSER.get(wanted, ()):
        return _reference(Moment(wanted, moment.year, month=moment.month))
    return None


def _reference(moment: Moment) -> PeriodRef:
    year, month = moment.year, moment.month
    start = datetime.date(year, month, moment.day)
    labels = {
        "year": f"{year:04d}",
        "semester": f"{year:04d}-S{(month - 1) // 6 + 1}",
        "quarter": f"{year:04d}-Q{(month - 1) // 3 + 1}",
        "month": f"{year:04d}-{month:02d}",
        "day": start.isoformat(),
        "season": f"{year:04d}/{(year + 1) % 100:02d}",
        "span": f"{year:04d}-{moment.last_year:04d}",
    }
    return PeriodRef(labels[moment.granularity], _first_day(moment), moment.granularity)


def _first_day(moment: Moment) -> datetime.date:
    months = {"semester": 6, "quarter": 3, "month": 1, "day": 1}.get(moment.granularity, 12)
    month = (moment.month - 1) // months * months + 1
    return datetime.date(moment.year, month, moment.day if moment.granularity == "day" else 1)
