"""Values that move as their series never did, or by a power of ten: a wrong unit, a slipped decimal mark.

Floating point is used to notice, never to store: what is shown and kept is computed from the exact texts.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .snapshots import Snapshot

FACTORS = (10, 100, 1000)
TOLERANCE = 0.1
"""A ratio within 10 % of a power of ten is one: what was measured also changed a little meanwhile."""
SMALL_COUNT = 10
"""Counts of a few units (2 companies, then 20) multiply by ten by themselves: no unit is suspected below."""

DEVIATIONS = 4
LEAST_CHANGES = 5
CHANGES_LOOKED_AT = 60
"""The latest past changes of a series that make its habit: five years of months."""
BATCH = 100_000


@dataclass(frozen=True)
class Jumps:
    """For each row: `factor` is 10, 100, 1000 (too large), −10, −100, −1000 (too small) or 0; `jump` tells whether the
    change since the period before is out of the habit of the series; `before` is that period's row, −1 for none."""

    factor: np.ndarray
    jump: np.ndarray
    before: np.ndarray


def find_jumps(snapshot: Snapshot, tested: np.ndarray) -> Jumps:
    """Look at the rows of the mask `tested` beside the earlier periods of their series (same territory, breakdown and
    length of period). More than four median absolute deviations from the median of the past changes is a jump, where
    there are at least five of them and they deviate."""
    found = Jumps(
        np.zeros(len(snapshot), dtype=np.int64),
        np.zeros(len(snapshot), dtype=bool),
        np.full(len(snapshot), -1, dtype=np.int64),
    )
    order, rank = series_order(snapshot)
    if not len(order):
        return found
    values = floats(snapshot.value)[order]
    changes = np.diff(values, prepend=values[:1])
    asked = np.flatnonzero(tested[order] & (rank > 0))
    found.before[order[asked]] = order[asked - 1]
    found.factor[order[asked]] = factors(values[asked - 1], values[asked])
    found.jump[order[asked]] = out_of_habit(changes, asked, rank[asked] - 1)
    return found


def series_order(snapshot: Snapshot) -> tuple[np.ndarray, np.ndarray]:
    """Rows with a measured value, series after series in order of time, and the rank of each in its series."""
    rows = np.flatnonzero(snapshot.has_value() & ~snapshot.is_target())
    lengths = sorted({period.granularity for period in snapshot.periods})
    length = np.array([lengths.index(period.granularity) for period in snapshot.periods], dtype=np.int64)
    start = np.array([period.start.toordinal() for period in snapshot.periods], dtype=np.int64)
    columns = (snapshot.territory[rows], snapshot.breakdown[rows], length[snapshot.period[rows]])
    order = np.lexsort((start[snapshot.period[rows]], *reversed(columns)))
    first = np.ones(len(rows), dtype=bool)
    if len(rows):
        first[1:] = np.any([column[order][1:] != column[order][:-1] for column in columns], axis=0)
    places = np.arange(len(rows))
    return rows[order], places - np.maximum.accumulate(np.where(first, places, 0)) if len(rows) else places


def floats(value: pa.Array) -> np.ndarray:
    """The values as floating-point numbers, NaN where there is none."""
    return np.asarray(pc.cast(value, pa.float64()).to_numpy(zero_copy_only=False), dtype=float)


def factors(old: np.ndarray, new: np.ndarray) -> np.ndarray:
    """The power of ten between two values, negative when the new one is smaller, 0 when it is none."""
    found = np.zeros(len(old), dtype=np.int64)
    whole = (old == np.round(old)) & (new == np.round(new))
    small = whole & (np.minimum(np.abs(old), np.abs(new)) < SMALL_COUNT)
    with np.errstate(divide="ignore", invalid="ignore"):
        for factor in FACTORS:
            found[np.abs(new / old / factor - 1) <= TOLERANCE] = factor
            found[np.abs(old / new / factor - 1) <= TOLERANCE] = -factor
    return np.where(small, 0, found)


def out_of_habit(changes: np.ndarray, asked: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Whether each asked change stands out from the `known` changes just before it in its series."""
    found = np.zeros(len(asked), dtype=bool)
    looked_at = np.minimum(known, CHANGES_LOOKED_AT)
    for count in np.unique(looked_at[looked_at >= LEAST_CHANGES]).tolist():
        group = np.flatnonzero(looked_at == count)
        for first in range(0, len(group), BATCH):
            part = group[first : first + BATCH]
            past = changes[asked[part][:, None] - np.arange(1, count + 1)]
            middle = np.median(past, axis=1)
            deviation = np.median(np.abs(past - middle[:, None]), axis=1)
            away = np.abs(changes[asked[part]] - middle)
            found[part] = (deviation > 0) & (away > DEVIATIONS * deviation)
    return found
