"""Numbers as they are written in a cell, turned into exact decimal text: never a float, never rounded."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal, InvalidOperation
from functools import lru_cache

MAX_CHARACTERS = 40
MAX_DIGITS = 30
SPACES = " \u00a0\u202f\u2009\u2007"
APOSTROPHES = "'\u2019\u02bc"
GROUP_MARKS = {
    "": SPACES + APOSTROPHES,
    "none": "",
    "space": SPACES,
    "apostrophe": APOSTROPHES,
    "point": ".",
    "comma": ",",
}
"""The characters that may separate groups of three digits, for each word of a recipe."""
_EXACT = Context(prec=200, traps=[InvalidOperation])
_EXPONENT = re.compile(r"([+-]?\d+(?:\.\d+)?)[eE]([+-]?\d{1,2})", re.ASCII)
_TWO_MEANINGS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+(?:[.,]\d+)?", re.ASCII)
_SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070-\u2079"
_FLAG = rf"\(([A-Za-z]{{1,4}}|\d)\)|\[([^\]]{{1,12}})\]|([A-Za-z]{{1,4}}|\*{{1,3}}|[†‡{_SUPERSCRIPTS}]+)"
_TRAILING_FLAG = re.compile(rf"(?P<number>.*[\d.,%‰€])[{SPACES}]*(?:{_FLAG})", re.DOTALL)
_LEADING_FLAG = re.compile(
    rf"(?:\(([A-Za-z]{{1,4}})\)|([A-Za-z]{{1,2}})[{SPACES}])[{SPACES}]*(?P<number>[-+\u2212\d].*)", re.DOTALL
)


@dataclass(frozen=True)
class NumberStyle:
    """How numbers are written. `decimal` is "," or ".", "" when the recipe does not say: then only what has one
    meaning is read. `thousands` "" accepts spaces of any kind and apostrophes in groups of three; `units` are signs
    taken off (`%`); `scale` multiplies exactly; `parentheses` makes `(12)` the negative of accountants."""

    decimal: str = ""
    thousands: str = ""
    units: tuple[str, ...] = ()
    scale: Decimal = Decimal(1)
    flags: bool = False
    parentheses: bool = False


@dataclass(frozen=True)
class NumberReading:
    """`value` is canonical decimal text; `flags` what was glued to it; `trouble` a problem code when there is no value
    (`not_a_number`, `ambiguous_number`, `number_too_long`, `unexpected_unit`, `unexpected_flag`)."""

    value: str | None = None
    flags: str = ""
    trouble: str = ""


@lru_cache(maxsize=50_000)
def read_number(text: str, style: NumberStyle) -> NumberReading:
    """The number in one cell and the flags glued to it. A cell with two meanings is a trouble, never a guess."""
    bare, flags = split_flags(text) if style.flags else (text, "")
    number, unit = _without_unit(bare.strip(SPACES + "\t\r\n"), style.units)
    plain = _plain(number, style)
    if plain in ("ambiguous_number", "not_a_number"):
        return NumberReading(trouble=_trouble(number, plain, style, unit))
    return _scaled(plain, style.scale, flags)


def split_flags(text: str) -> tuple[str, str]:
    """`17151 b` → 17151 and b; `4,2*`, `4.3 (p)`, `12[1]`, `(p) 4.3`; "" when no flag is glued."""
    stripped = text.strip(SPACES + "\t\r\n")
    found = _TRAILING_FLAG.fullmatch(stripped)
    if found and not _EXPONENT.fullmatch(stripped.replace(",", ".")):
        return found["number"], next(group for group in found.groups()[1:] if group)
    if found := _LEADING_FLAG.fullmatch(stripped):
        return found["number"], found[1] or found[2]
    return stripped, ""


def _without_unit(text: str, units: tuple[str, ...]) -> tuple[str, str]:
    for unit in units:
        if text.endswith(unit):
            return text[: -len(unit)].strip(SPACES), unit
        if text.startswith(unit):
            return text[len(unit) :].strip(SPACES), unit
    return text, ""


@lru_cache(maxsize=64)
def _shape(decimal: str, thousands: str) -> re.Pattern[str]:
    marks = GROUP_MARKS[thousands]
    group = f"[{re.escape(marks)}]" if marks else "(?!)"
    whole = rf"\d{{1,3}}(?P<group>{group})\d{{3}}(?:(?P=group)\d{{3}})*|\d+"
    part = rf"(?:{re.escape(decimal)}(?P<part>\d+))?" if decimal else "(?P<part>(?!))?"
    return re.compile(f"(?P<whole>{whole})?{part}", re.ASCII)


def _plain(text: str, style: NumberStyle) -> str:
    sign, body = _sign(text, style.parentheses)
    decimal = style.decimal or _sure_decimal(body, style.thousands)
    if decimal == "?":
        return "ambiguous_number"
    if exponent := _EXPONENT.fullmatch(body.replace(decimal or ".", ".") if decimal != "," or "." not in body else ""):
        return _expanded(sign, exponent)
    found = _shape(decimal, style.thousands).fullmatch(body)
    if not found or not (found["whole"] or found["part"]):
        return "not_a_number"
    whole = re.sub(r"\D", "", found["whole"] or "").lstrip("0") or "0"
    part = f".{found['part']}" if found["part"] else ""
    return (sign if (whole + part).strip("0.") else "") + whole + part


def _sign(text: str, parentheses: bool) -> tuple[str, str]:
    if parentheses and text.startswith("(") and text.endswith(")"):
        return "-", text[1:-1].strip(SPACES)
    if text[:1] in ("-", "\u2212"):
        return "-", text[1:].lstrip(SPACES)
    return "", text.removeprefix("+")


def _sure_decimal(body: str, thousands: str) -> str:
    """The decimal mark that this text can only have; "?" when `1,234` could be read twice."""
    if thousands in ("comma", "point"):
        return {"comma": ".", "point": ","}[thousands]
    if _TWO_MEANINGS.fullmatch(body):
        return "?"
    marks = [mark for mark in body if mark in ",."]
    return marks[0] if len(marks) == 1 else ""


def _expanded(sign: str, found: re.Match[str]) -> str:
    number = Decimal(found[1]).scaleb(int(found[2]), _EXACT)
    text = f"{number:f}".lstrip("+")
    return sign + text if number else text


def scaled_text(plain: str, scale: Decimal) -> str:
    """Canonical decimal text multiplied exactly."""
    return plain if scale == 1 else f"{_EXACT.multiply(Decimal(plain), scale):f}"


def is_too_long(value: str) -> bool:
    """More than 40 characters or 30 digits: refused, never rounded."""
    return len(value) > MAX_CHARACTERS or sum(letter.isdigit() for letter in value) > MAX_DIGITS


def _scaled(plain: str, scale: Decimal, flags: str) -> NumberReading:
    value = scaled_text(plain, scale)
    return NumberReading(trouble="number_too_long") if is_too_long(value) else NumberReading(value, flags)


def _trouble(number: str, plain: str, style: NumberStyle, unit: str) -> str:
    if plain == "ambiguous_number":
        return plain
    if not unit and number[-1:] in "%‰€$£" and number[:-1].strip(SPACES):
        return "unexpected_unit"
    bare, flags = split_flags(number)
    if not style.flags and flags and _plain(bare, style) not in ("ambiguous_number", "not_a_number"):
        return "unexpected_flag"
    return "not_a_number"
