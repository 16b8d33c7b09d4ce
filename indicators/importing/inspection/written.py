"""How the numbers of a column are written: decimal mark, thousands, unit signs, glued flags, marks."""

import re
from collections import Counter
from dataclasses import dataclass, field

from indicators.importing.looks import is_number
from indicators.importing.marks import flag_statuses, mark_status
from indicators.importing.numbers import SPACES, split_flags
from indicators.importing.spellings import tidy

_SIGN = re.compile(r"(%|‰|€)")
_GROUPED = re.compile(r"[-+\u2212]?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*")
_DECIMAL = re.compile(r"[-+\u2212]?\d*([.,])\d+")
_BOTH = re.compile(r".*\d([.,])\d{3}.*([.,])\d+")
GROUP_NAMES = {".": "point", ",": "comma"}
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


@dataclass
class _Evidence:
    """What each number says of the marks; an example proves the decimal mark."""

    decimal: Counter[str] = field(default_factory=Counter)
    thousands: Counter[str] = field(default_factory=Counter)
    grouped: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, number: str) -> None:
        if any(space in number for space in SPACES):
            self.thousands["space"] += 1
        elif "'" in number or "’" in number:
            self.thousands["apostrophe"] += 1
        plain = re.sub(rf"[{SPACES}'’]", "", number)
        if (both := _BOTH.fullmatch(plain)) and both[1] != both[2]:
            self.thousands[GROUP_NAMES[both[1]]] += 1
            self._prove(both[2], number)
        elif match := _GROUPED.fullmatch(plain):
            self.grouped[match[1]] += 1
            if plain.count(match[1]) > 1:
                self.thousands[GROUP_NAMES[match[1]]] += 1
        elif match := _DECIMAL.fullmatch(plain):
            self._prove(match[1], number)

    def _prove(self, mark: str, number: str) -> None:
        self.decimal[mark] += 1
        self.examples.setdefault(mark, number)


def _marks_of(numbers: list[str]) -> tuple[str, str, bool, str]:
    """Evidence first: a mark followed by other than three digits, after a zero, or beside a thousands mark."""
    evidence = _Evidence()
    for number in numbers:
        evidence.add(number)
    group = evidence.thousands.most_common(1)[0][0] if evidence.thousands else ""
    if evidence.decimal:
        decimal = evidence.decimal.most_common(1)[0][0]
        return decimal, group, False, evidence.examples[decimal]
    if group in ("point", "comma"):
        return ("," if group == "point" else "."), group, False, ""
    return "", group, bool(evidence.grouped), ""


def unknown_marks(writing: Writing) -> list[str]:
    """Cells that are neither a number nor a mark known by everybody."""
    return [mark for mark in writing.marks if mark_status(mark, {}) is None]


def doubtful_marks(writing: Writing) -> list[str]:
    """Marks that offices use with several meanings."""
    return [mark for mark in writing.marks if mark.casefold() in AMBIGUOUS_MARKS and mark_status(mark, {})]


def unknown_flags(writing: Writing) -> list[str]:
    """Signs glued to numbers whose meaning nobody can know without a note."""
    return [flag for flag in writing.flags if flag_statuses(flag, {}) is None]
