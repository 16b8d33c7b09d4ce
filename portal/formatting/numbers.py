"""Numbers as people read them: French comma and thin space, English point and comma, a true minus sign."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import get_language, ngettext, override

THIN_SPACE = "\u202f"
HARD_SPACE = "\u00a0"
MINUS = "\u2212"
PERCENT = "%"
EURO = "€"


@dataclass(frozen=True, slots=True)
class Marks:
    """Thousands separator, decimal mark, space before a percent sign."""

    thousands: str
    decimal: str
    before_percent: str


FRENCH = Marks(THIN_SPACE, ",", HARD_SPACE)
ENGLISH = Marks(",", ".", "")


def is_french(language: str | None = None) -> bool:
    """Whether numbers and dates follow French usage: `language`, else the active one, else French."""
    return not (language or get_language() or "fr").startswith("en")


def marks(language: str | None = None) -> Marks:
    """The marks of the language, of the active one without any."""
    return FRENCH if is_french(language) else ENGLISH


def format_number(value: Decimal | int, decimals: int | None = None, language: str | None = None) -> str:
    """Write `value` with `decimals` digits after the mark (half up), or with those that it has."""
    number = Decimal(value)
    if decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{abs(number):,f}".replace(",", "\0").replace(".", marks(language).decimal)
    return (MINUS if number < 0 else "") + text.replace("\0", marks(language).thousands)


def format_signed(value: Decimal | int, decimals: int | None = None, language: str | None = None) -> str:
    """A change: always with its sign, except zero."""
    text = format_number(value, decimals, language)
    return text if text.startswith(MINUS) or not any(digit in text for digit in "123456789") else f"+{text}"


def with_unit(text: str, unit: str, language: str | None = None) -> str:
    """A written number followed by its unit; the euro stands in front in English."""
    if not unit:
        return text
    if unit.startswith(PERCENT):
        return text + marks(language).before_percent + unit
    if unit == EURO and not is_french(language):
        return f"{MINUS}{EURO}{text[1:]}" if text.startswith(MINUS) else f"{EURO}{text}"
    return text + HARD_SPACE + unit


def format_value(value: Decimal, unit: str = "", decimals: int | None = None, language: str | None = None) -> str:
    """A value with its unit: « 14,6 % », « 5,1 pour 1 000 salariés », « €1,200 »."""
    return with_unit(format_number(value, decimals, language), unit, language)


def format_difference(value: Decimal, unit: str = "", decimals: int | None = None, language: str | None = None) -> str:
    """The size of a difference, without sign: points for percentages, else the unit itself."""
    size = abs(value)
    text = format_number(size, decimals, language)
    if not unit.startswith(PERCENT):
        return with_unit(text, unit, language)
    with override(language or get_language() or "fr"):
        return ngettext("%(number)s\u00a0point", "%(number)s\u00a0points", _count(size, language)) % {"number": text}


def _count(size: Decimal, language: str | None) -> int:
    """French is plural from 2, English for everything but 1."""
    if is_french(language):
        return 1 if size < 2 else int(size)
    return 1 if size == 1 else 2
