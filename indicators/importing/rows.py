"""A snapshot as tuples ready for the database, a few thousand at a time."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pyarrow.compute as pc

from .snapshots import Snapshot

COLUMNS = (
    "release_id",
    "territory_id",
    "period",
    "period_start",
    "granularity",
    "breakdown_id",
    "value",
    "status",
    "note",
)
"""Columns of the table of observations, in the order of the tuples."""

LIMITS = {"value": 40, "period": 12, "status": 120, "breakdown": 400}
"""Characters that the database keeps. SQLite would let more pass, PostgreSQL not: both refuse here."""

BOUNDS = ("lower", "upper")
"""More columns, for a snapshot that has confidence intervals."""

Row = tuple[Any, ...]


@dataclass(frozen=True)
class DoesNotFit(Exception):
    """A text longer than the database keeps, which is refused and never cut: `column` and the text."""

    column: str
    text: str

    def __str__(self) -> str:
        return f"{self.column}: {self.text[:80]}"


def check_fits(snapshot: Snapshot) -> None:
    """Raises DoesNotFit for the first text that is too long."""
    lists = {
        "period": [period.label for period in snapshot.periods],
        "status": snapshot.statuses,
        "breakdown": snapshot.breakdowns,
    }
    for column, texts in lists.items():
        for text in texts:
            if len(text) > LIMITS[column]:
                raise DoesNotFit(column, text)
    for numbers in (snapshot.value, snapshot.lower, snapshot.upper):
        if numbers is None:
            continue
        too_long = numbers.filter(pc.greater(pc.utf8_length(numbers), LIMITS["value"]).fill_null(False))
        if len(too_long):
            raise DoesNotFit("value", too_long[0].as_py())


def in_key_order(snapshot: Snapshot) -> Snapshot:
    """Sorted as the unique index is, which makes writing faster."""
    return snapshot.take(np.lexsort((snapshot.breakdown, snapshot.period, snapshot.territory)))


def columns_of(snapshot: Snapshot) -> tuple[str, ...]:
    """The columns of the tuples of a snapshot."""
    return (*COLUMNS, *BOUNDS) if snapshot.has_intervals else COLUMNS


def row_batches(
    snapshot: Snapshot,
    *,
    release_id: int,
    breakdown_ids: Mapping[str, int],
    adapt_date: Callable[[datetime.date], Any],
    size: int,
) -> Iterator[list[Row]]:
    """Tuples in the order of `columns_of`, by lists of `size`; `adapt_date` writes a day as the database wants it."""
    labels = [period.label for period in snapshot.periods]
    starts = [adapt_date(period.start) for period in snapshot.periods]
    granularities = [period.granularity for period in snapshot.periods]
    ids = [breakdown_ids.get(key) for key in snapshot.breakdowns]
    pair = (snapshot.lower, snapshot.upper) if snapshot.has_intervals else ()
    bounds = [bound for bound in pair if bound is not None]
    for first in range(0, len(snapshot), size):
        part = slice(first, first + size)
        period = snapshot.period[part].tolist()
        yield list(
            zip(
                repeat(release_id, len(period)),
                snapshot.territory[part].tolist(),
                [labels[place] for place in period],
                [starts[place] for place in period],
                [granularities[place] for place in period],
                [ids[place] for place in snapshot.breakdown[part].tolist()],
                snapshot.value[part].to_pylist(),
                [snapshot.statuses[place] for place in snapshot.status[part].tolist()],
                [snapshot.notes[place] for place in snapshot.note[part].tolist()],
                *(bound[part].to_pylist() for bound in bounds),
                strict=True,
            )
        )
