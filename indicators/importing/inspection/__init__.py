"""What a file is, and the recipe that would read it: `inspect_source`, then `apply_answers`.

Reading order for a newcomer: `guesses` (what is handed over) → `engine` → `table` and `columns` (what is seen) →
`territory`, `period`, `values`, `breakdowns`, `wide` (what it is taken for).
"""

from .answers import apply_answers, header_rows
from .engine import inspect_source
from .guesses import ALMOST, SURE, TO_CONFIRM, Alternative, Facts, Guess, Hints, Inspection, Measure
from .shape import inspection_shape

__all__ = [
    "ALMOST",
    "SURE",
    "TO_CONFIRM",
    "Alternative",
    "Facts",
    "Guess",
    "Hints",
    "Inspection",
    "Measure",
    "apply_answers",
    "header_rows",
    "inspect_source",
    "inspection_shape",
]
