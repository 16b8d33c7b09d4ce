"""The statuses of each cell, from its marks, its glued flags, the flags around it and its period."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow.compute as pc

from indicators import statuses as say

from .coded import Coded, paired
from .decisions import Decision
from .ledger import Ledger
from .marks import flag_statuses
from .recipes import Recipe
from .value_reading import Values, replaced

Statuses = tuple[str, ...]
_ORDER = {status: place for place, status in enumerate(say.STATUSES)}
_WITH_REASON = frozenset(say.WITHOUT_VALUE) - {say.MISSING}


@dataclass
class StatusSets:
    """`sets[codes[i]]` is the set of statuses of cell i, in the order of the vocabulary."""

    codes: np.ndarray
    sets: list[Statuses]

    def having(self, statuses: frozenset[str]) -> np.ndarray:
        """The cells with one of these statuses."""
        return np.fromiter((bool(statuses & set(found)) for found in self.sets), bool, len(self.sets))[self.codes]


def read_statuses(ledger: Ledger, values: Values, recipe: Recipe, period_flags: Coded) -> StatusSets:
    """All statuses of each cell together; empty cells are settled as the recipe says, absences get their status.

    Changes `values` where an empty cell means zero, and `ledger` where one gives no observation.
    """
    empty = values.empty() & ~ledger.cells.unvalued
    parts = [(values.codes, [reading.statuses for reading in values.readings])]
    flags = recipe.status.flags
    parts.append(_flags(ledger, ledger.cells.flags, flags, ledger.cells.column))
    for column, texts in zip(recipe.status.columns, ledger.cells.statuses, strict=True):
        parts.append(_flags(ledger, texts, {**flags, **column.values}, column.column))
    parts.append(_flags(ledger, period_flags, flags, recipe.period.origin.column))
    found = _united(parts)
    _settle_empty(ledger, values, recipe, empty, found)
    return _absences(ledger, values, found)


def _flags(
    ledger: Ledger, texts: Coded, flags: Mapping[str, str], column: str | Coded
) -> tuple[np.ndarray, list[Statuses]]:
    meanings = [flag_statuses(text, flags) for text in texts.texts]
    codes = texts.codes.copy()
    sets: list[Statuses] = [meaning or () for meaning in meanings]

    def retry(decision: Decision, places: np.ndarray) -> bool:
        meaning = flag_statuses(decision.text, flags)
        if meaning is None and decision.text in say.STATUSES:
            meaning = (decision.text,)
        if meaning is None:
            return False
        sets.append(meaning)
        codes[places] = len(sets) - 1
        return True

    unknown = texts.where(meaning is None for meaning in meanings)
    ledger.settle("unknown_flag", ledger.open(unknown), texts, column, retry=retry)
    return codes, sets


def _united(parts: Sequence[tuple[np.ndarray, list[Statuses]]]) -> StatusSets:
    telling = [part for part in parts if any(part[1])] or [parts[0]]
    codes, tuples = paired([part[0] for part in telling], [part[1] for part in telling])
    return StatusSets(codes, [_ordered(status for found in sets for status in found) for sets in tuples])


def _ordered(found: Iterable[str]) -> Statuses:
    return tuple(sorted(set(found), key=_ORDER.__getitem__))


def _settle_empty(ledger: Ledger, values: Values, recipe: Recipe, empty: np.ndarray, found: StatusSets) -> None:
    unexplained = empty & ~found.having(_WITH_REASON)
    if recipe.empty == "skip":
        ledger.skip(unexplained)
    elif recipe.empty == "zero":
        values.values = replaced(
            values.values, np.flatnonzero(unexplained & ~found.having(frozenset({say.MISSING}))), "0"
        )


def _absences(ledger: Ledger, values: Values, found: StatusSets) -> StatusSets:
    absent = pc.is_null(values.values).to_numpy(zero_copy_only=False)
    contradicted = ledger.open(~absent & found.having(frozenset(say.WITHOUT_VALUE)) & ~ledger.blocked)
    if len(contradicted):
        ledger.settle("value_with_absence", contradicted, Coded.raw(ledger.cells.text), ledger.cells.column)
    sets = [*found.sets, *(_absence(statuses) for statuses in found.sets)]
    codes = np.where(absent, found.codes + len(found.sets), found.codes)
    return StatusSets(codes.astype(np.int32), sets)


def _absence(statuses: Statuses) -> Statuses:
    """Without value there is one reason: the most telling one, else missing."""
    reasons = [status for status in statuses if status in _WITH_REASON] or [say.MISSING]
    return (*(status for status in statuses if status in say.QUALIFYING), reasons[0])
