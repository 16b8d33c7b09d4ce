"""Ranks in words: « 1er », « 2e »; 1st, 2nd, 11th in English."""

from portal.formatting.numbers import is_french

_ENGLISH = {1: "st", 2: "nd", 3: "rd"}


def format_ordinal(number: int, language: str | None = None) -> str:
    """The rank, masculine in French."""
    if is_french(language):
        return f"{number}er" if number == 1 else f"{number}e"
    is_teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if is_teen else _ENGLISH.get(number % 10, 'th')}"
