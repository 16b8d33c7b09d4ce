"""Whether the values of an indicator can be compared between territories."""

from indicators.models import Indicator
from indicators.models.indicator import Kind


def is_amount(indicator: Indicator) -> bool:
    """Whether the value grows with its territory: « MWh », « emplois », « hectares »."""
    return indicator.kind == Kind.AMOUNT
