"""What an import would change in what is published: counts, rows, losses to accept by name, chart before and after.

The arithmetic is in `indicators.importing.comparison`, on columns; here it meets the database and gets its words.
"""

from .comparing import Comparison, compare, compare_release
from .counts import Counts
from .losses import Loss
from .rows import ComparedRow, Side
from .series import SeriesPair, SeriesPoint
from .vanished import VanishedGroup

__all__ = [
    "ComparedRow",
    "Comparison",
    "Counts",
    "Loss",
    "SeriesPair",
    "SeriesPoint",
    "Side",
    "VanishedGroup",
    "compare",
    "compare_release",
]
