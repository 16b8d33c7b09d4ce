"""What a single cell looks like; for guessing only, reading is the business of `numbers` and `periods`."""

import re
from functools import lru_cache

from .marks import mark_status
from .observations import PeriodRef
from .periods import parse_period, split_suffix
from .spellings import tidy

_SPACE = " \u00a0\u202f\u2009"
_NUMBER = re.compile(
    rf"[-+\u2212]?(?:\d{{1,3}}(?:[{_SPACE}.,'’]\d{{3}})+|\d+)?(?:[.,]\d+)?(?:[eE][-+]?\d+)?"
    rf"[{_SPACE}]*(?:%|‰|€)?[{_SPACE}]*(?:\(?[a-z*]{{1,3}}\)?)?"
)


@lru_cache(maxsize=50_000)
def is_number(text: str) -> bool:
    """`1 234,5`, `-16.0`, `10,41 %`, `17151 b`, `1e-7`."""
    text = text.strip()
    return len(text) < 40 and any(sign.isdigit() for sign in text) and _NUMBER.fullmatch(text) is not None


@lru_cache(maxsize=50_000)
def is_mark(text: str) -> bool:
    """What stands instead of a value: `:`, `nd`, `s`, empty."""
    return not text.strip() or mark_status(text, {}) is not None


@lru_cache(maxsize=50_000)
def period_of(text: str) -> PeriodRef | None:
    """The period a cell says, a glued sign left aside."""
    return parse_period(text.strip()) or parse_period(split_suffix(tidy(text))[0])


def is_period(text: str) -> bool:
    return period_of(text) is not None
