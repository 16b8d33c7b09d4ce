"""Weight of a file in words, in powers of 1000 as browsers and systems show them."""

from decimal import Decimal

from portal.formatting.numbers import HARD_SPACE, format_number, is_french

_FRENCH = ("octets", "Ko", "Mo", "Go")
_ENGLISH = ("bytes", "kB", "MB", "GB")


def format_size(size: int, language: str | None = None) -> str:
    """« 12 Ko », « 1,2 Mo »; one decimal under ten, none above; at least one kilobyte unless the file is empty."""
    units = _FRENCH if is_french(language) else _ENGLISH
    if size <= 0:
        return f"0{HARD_SPACE}{units[0]}"
    amount, step = Decimal(max(size, 1000)) / 1000, 1
    while amount >= 1000 and step < len(units) - 1:
        amount, step = amount / 1000, step + 1
    decimals = 1 if amount < 10 and step > 1 else 0
    return f"{format_number(amount, decimals, language)}{HARD_SPACE}{units[step]}"
