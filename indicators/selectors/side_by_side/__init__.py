"""Some territories side by side on some indicators: the page « Comparer » and its files."""

from indicators.selectors.side_by_side.asked import MOST_INDICATORS, MOST_OTHERS, PARAMETERS, Asked
from indicators.selectors.side_by_side.comparing import Comparison, compare
from indicators.selectors.side_by_side.lines import Cell, Line
from indicators.selectors.side_by_side.pairs import Pair, PairPoint, pair_of

__all__ = [
    "MOST_INDICATORS",
    "MOST_OTHERS",
    "PARAMETERS",
    "Asked",
    "Cell",
    "Comparison",
    "Line",
    "Pair",
    "PairPoint",
    "compare",
    "pair_of",
]
