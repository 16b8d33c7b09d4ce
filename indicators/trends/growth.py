"""Change per year between two observations: relative (`rate`) or absolute (`points`).

Computed with 50 significant digits and rounded to 30 decimals, so that a value that stands exactly on a threshold
(growth of 0.5 % a year for five years) is judged on it and not beside it.
"""

from decimal import Decimal, localcontext

from indicators.trends.codes import RATE

_DIGITS = 50
_STEP = Decimal(1).scaleb(-30)


def change_per_year(start: Decimal, end: Decimal, years: int, measure: str) -> Decimal | None:
    """(end / start)^(1 / years) − 1 for a rate, (end − start) / years for points.

    None when a rate cannot be computed (one of the values is not above zero). `years` is above zero.
    """
    with localcontext(prec=_DIGITS):
        if measure == RATE:
            if start <= 0 or end <= 0:
                return None
            return ((end / start) ** (Decimal(1) / years) - 1).quantize(_STEP)
        return ((end - start) / years).quantize(_STEP)


def value_after(start: Decimal, change: Decimal, years: int, measure: str) -> Decimal:
    """The value reached after `years` at the same change per year."""
    with localcontext(prec=_DIGITS):
        return start * (1 + change) ** years if measure == RATE else start + change * years
