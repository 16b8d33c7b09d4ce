"""What a unit says of an indicator: an amount grows with its territory, a ratio can be compared."""

import re

from indicators.models import Indicator

_RATIO = re.compile(r"%|‰|/|€|°|\b(?:pour|par|points?|indice|rapport|années?|ans|moyenne?|médiane?)\b", re.IGNORECASE)


def is_amount(indicator: Indicator) -> bool:
    """Whether the French unit is a plain quantity: « MWh », « emplois », « hectares »."""
    return not _RATIO.search(indicator.unit_fr)
