"""What a unit says of an indicator: an amount grows with its territory, a rate or an index can be compared."""

import re

_INDEX = re.compile(r"^(?:fois|indice\b.*|base 100\b.*|rapport\b.*|coefficient\b.*|note\b.*)$", re.IGNORECASE)
_RATE = re.compile(r"%|‰|/|°|\b(?:pour|par|années?|ans|moyenne?|médiane?)\b|^(?:€|points? de .*)$", re.IGNORECASE)

RATE, AMOUNT, INDEX = "rate", "amount", "index"


def kind_of_unit(unit: str) -> str:
    """The kind that a French unit suggests, to be confirmed: « % » a rate, « fois » an index, « MWh » an amount.

    A price or an income in euros alone is taken for an average, hence a rate.
    """
    text = unit.strip()
    if _INDEX.search(text):
        return INDEX
    return RATE if not text or _RATE.search(text) else AMOUNT
