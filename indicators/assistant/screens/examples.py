"""One example of each case: what a person has to see to trust the reading, and no more."""

import re
from collections.abc import Sequence

import numpy as np

from indicators.importing.observations import Reading

MOST = 12
LEAST = 6
LOOKED_AT = 20_000
"""Ordinary rows looked at; rows with a status are all looked at."""


def example_positions(reading: Reading, doubts: Sequence[Sequence[int]] = ()) -> list[int]:
    """Positions of at most MOST rows in the order of the file: of each doubt, of each status, of each way to write a
    cell and of each category; then others spread over the file."""
    if not len(reading.table):
        return []
    wanted = [position for positions in doubts for position in (*positions[:1], *positions[-1:])]
    wanted += _of_each_case(reading)
    wanted += np.linspace(0, len(reading.table) - 1, LEAST).astype(int).tolist()
    return sorted(list(dict.fromkeys(wanted))[:MOST])


def _of_each_case(reading: Reading) -> list[int]:
    table = reading.table
    looked_at = np.unique(np.linspace(0, len(table) - 1, min(LOOKED_AT, len(table))).astype(int))
    positions = np.union1d(looked_at, _with_status(reading))
    looked = table.iloc[positions]
    cases = looked[["status", "breakdown"]].assign(shape=[_shape(cell) for cell in looked["cell"]], position=positions)
    firsts = [cases.drop_duplicates(columns)["position"].tolist() for columns in ("status", "shape", "breakdown")]
    return [int(position) for some in firsts for position in some[: MOST // 2]]


def _with_status(reading: Reading) -> np.ndarray:
    unusual = [number for number, statuses in enumerate(reading.statuses) if statuses]
    first_of_each = reading.table["status"].isin(unusual)
    return np.flatnonzero(first_of_each.to_numpy())[:LOOKED_AT]


def _shape(cell: object) -> str:
    """`12 345,6*` and `98 765,4*` are one case: digits count once."""
    return re.sub(r"\d+", "9", str(cell))
