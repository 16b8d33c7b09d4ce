"""How the numbers of a column are written: decimal mark, thousands, unit signs, glued flags, marks instead of a value."""

import re
from collections import Counter
from dataclasses import dataclass, field

from indicators.importing.marks import flag_statuses, mark_status
from indicators.importing.numbers import SPACES, split_flags
from indicators.importing.spellings import tidy

from .looks import is_number

_SIGN = re.compile(r"(%|‰|€)")
_GROUPED = re.compile(r"[-+\u2212]?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*")
_DECIMAL = re.compile(r"[-+\u2212]?\d*([.,])\d+")
_BOTH = re.compile(r".*\d([.,])\d{3}.*([.,])\d+")
AMBIGUOUS_MARKS = frozenset({"s", "c", "x", "-", "*", "e", "p", "r"})


@dataclass(frozen=True)
class Writing:
    """`decimal` is "" when every number is whole; `is_ambiguous` when `1,234` stands without any other evidence.
    `marks` and `flags` count the cells that are no number and what is glued to numbers; `example` proves the mark."""

    decimal: str = ""
    thousands: str = ""
    units: tuple[str, ...] = ()
    is_ambiguous: bool = False
    example: str = ""
    flags: Counter[str] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)
    numbers: int = 0


def read_writing(texts: tuple[str, ...]) -> Writing:
    """From distinct cells, of one column or of several written by the same hand."""
    flags: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    units: Counter[str] = Counter()
    bare: list[str] = []
    for text in texts:
        if not is_number(text):
            marks[text] += 1
            continue
        number, flag = split_flags(text)
        flags[flag] += bool(flag)
        units.update(_SIGN.findall(number))
        bare.append(tidy(_SIGN.sub("", number)).strip(SPACES))
    decimal, thousands, ambiguous, example = _marks_of(bare)
    return Writing(decimal, thousands, tuple(units), ambiguous, example, +flags, marks, len(bare))


def _marks_of(numbers: list[str]) -> tuple[str, str, bool, str]:
    """Evidence first: a mark followed by other than three digits, after a zero, or beside a thousands mark."""
    sure: Counter[str] = Counter()
    examples: dict[str, str] = {}
    thousands: Counter[str] = Counter()
    grouped: Counter[str] = Counter()
    for number in numbers:
        if any(space in number for space in SPACES):
            thousands["space"] += 1
        elif "'" in number or "’" in number:
            thousands["apostrophe"] += 1
        plain = re.sub(rf"[{SPACES}'’]", "", number)
        if both := _BOTH.fullmatch(plain):
            if both[1] != both[2]:
                sure[both[2]] += 1
                examples.setdefault(both[2], number)
                thousands["point" if both[1] == "." else "comma"] += 1
        elif match := _GROUPED.fullmatch(plain):
            grouped[match[1]] += 1
            if plain.count(match[1]) > 1:
                thousands["point" if match[1] == "." else "comma"] += 1
        elif match := _DECIMAL.fullmatch(plain):
            sure[match[1]] += 1
            examples.setdefault(match[1], number)
    group = thousands.most_common(1)[0][0] if thousands else ""
    if sure:
        decimal = sure.most_common(1)[0][0]
        return decimal, group, False, examples[decimal]
    if group in ("point", "comma"):
        return ("," if group == "point" else "."), group, False, ""
    return "", group, bool(grouped), ""


def unknown_marks(writing: Writing) -> list[str]:
    """Cells that are neither a number nor a mark known by everybody."""
    return [mark for mark in writing.marks if mark_status(mark, {}) is None]


def doubtful_marks(writing: Writing) -> list[str]:
    """Marks that offices use with several meanings."""
    return [mark for mark in writing.marks if mark.casefold() in AMBIGUOUS_MARKS and mark_status(mark, {})]


def unknown_flags(writing: Writing) -> list[str]:
    """Signs glued to numbers whose meaning nobody can know without a note."""
    return [flag for flag in writing.flags if flag_statuses(flag, {}) is None]
