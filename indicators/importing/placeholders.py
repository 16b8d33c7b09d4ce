"""Zeros that look like « not filled in »: every value of one period is 0 where the others hardly ever are."""

from dataclasses import replace

import numpy as np
import pyarrow.compute as pc

from indicators import statuses as say

from .draft_table import Draft
from .ledger import Ledger
from .problems import INFORMATION, Problem
from .trouble_texts import SENTENCES
from .value_reading import replaced

OTHERS_AT_LEAST = 8
"""Values at other periods below which nothing is suspected."""
RARE = 0.05
"""Share of zeros at the other periods up to which zero is unusual."""


def checked(ledger: Ledger, draft: Draft, action: str) -> Draft:
    """The observations, told about suspicious zeros (`flag`), or with these zeros as missing (`missing`)."""
    if action == "keep" or not len(draft.places):
        return draft
    zero = np.asarray(pc.fill_null(pc.match_substring_regex(draft.values, r"^0(\.0+)?$"), False))
    valued = ~np.asarray(pc.is_null(draft.values))
    zeros = np.bincount(draft.period[zero], minlength=len(draft.periods))
    counts = np.bincount(draft.period[valued], minlength=len(draft.periods))
    suspected = [place for place in range(len(counts)) if _suspicious(place, zeros, counts)]
    if action == "missing":
        return _missing(draft, valued & np.isin(draft.period, suspected))
    for place in suspected:
        _tell(ledger, draft, place, valued & (draft.period == place))
    return draft


def _suspicious(place: int, zeros: np.ndarray, counts: np.ndarray) -> bool:
    others, others_zero = counts.sum() - counts[place], zeros.sum() - zeros[place]
    all_zero = counts[place] > 0 and zeros[place] == counts[place]
    return bool(all_zero and others >= OTHERS_AT_LEAST and others_zero <= RARE * others)


def _tell(ledger: Ledger, draft: Draft, place: int, mask: np.ndarray) -> None:
    reason, remedy = SENTENCES["placeholder_zero"]
    rows = tuple(np.unique(ledger.cells.row[draft.places[mask]]).tolist())
    period = draft.periods[place].label
    ledger.problems.append(
        Problem("placeholder_zero", INFORMATION, reason, remedy, cell=period, rows=rows, count=int(mask.sum()))
    )


def _missing(draft: Draft, mask: np.ndarray) -> Draft:
    statuses = [*draft.statuses, (say.MISSING,)]
    status = np.where(mask, len(statuses) - 1, draft.status)
    return replace(draft, values=replaced(draft.values, np.flatnonzero(mask), None), status=status, statuses=statuses)
