"""Where a table ends: blank lines, notes and sources at the bottom of a sheet are not the table."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from .looks import is_number, is_period
from .spellings import folded, tidy

TAIL = 400
"""Lines at the bottom among which notes are looked for."""
LONG = 60
"""Letters from which a text alone in its line is a sentence."""
_NOTE = re.compile(
    r"(?:sources?|notes?|champs?|lecture|donnees|data|special|legende|key|avertissement|mise a jour|n\.?b\.?|"
    r"date d[eu]?)\b(?!-)|[©*^(]"
)
"""How a note begins, folded. A dash behind the word makes another one of it."""


def end_of_body(cells: pd.DataFrame, first: int) -> int:
    """The position behind the last row of data of a table that begins at `first`.

    Below it stand only blank lines and lines of a text or two without any number or period. Such lines are notes from
    the first blank one, or from the first that reads like a note (`Source : …`, a sentence); those before are data.
    """
    start = max(first, len(cells) - TAIL)
    tail = [[text for cell in line if (text := tidy(cell))] for line in cells.iloc[start:].values.tolist()]
    usual = float(np.median([len(texts) for texts in tail if texts] or [0]))
    thin = len(tail)
    while thin and _is_thin(tail[thin - 1], usual):
        thin -= 1
    return start + next((place for place in range(thin, len(tail)) if _begins_notes(tail[place])), len(tail))


def _is_thin(texts: Sequence[str], usual: float) -> bool:
    few = len(texts) <= max(1, min(2, usual - 1))
    return few and not any(is_number(text) or is_period(text) for text in texts)


def _begins_notes(texts: Sequence[str]) -> bool:
    return not texts or len(texts[0]) > LONG or _NOTE.match(folded(texts[0])) is not None
