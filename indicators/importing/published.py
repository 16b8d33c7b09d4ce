"""Rows of the database back in columns, so that a release compares with a file at the speed of arrays."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa

from .observations import PeriodRef
from .snapshots import Snapshot

StoredRow = tuple[int, str, datetime.date | str, str, Any, str | None, str, str]
"""Territory key, period, its first day, granularity, breakdown, value as text, statuses, note; two more columns, the
bounds as text, for a release that has confidence intervals."""

BATCH = 5_000
BOUNDS = ("lower", "upper")
CODED = ("period", "breakdown", "status", "note")


class Places:
    """Gives each distinct text its position in a list."""

    def __init__(self) -> None:
        self.known: dict[Any, int] = {}

    def of(self, values: Sequence[Any]) -> np.ndarray:
        """The positions of these texts, new ones added at the end."""
        encoded = pa.array(values).dictionary_encode()
        distinct = encoded.dictionary.to_pylist()
        places = np.array([self.known.setdefault(value, len(self.known)) for value in distinct], dtype=np.int64)
        return places[encoded.indices.to_numpy(zero_copy_only=False)]


def snapshot_from_rows(rows: Iterable[StoredRow]) -> Snapshot:
    """The snapshot that these rows make; the breakdown of a row is its canonical key."""
    return snapshot_from_batches(batches(iter(rows), BATCH))


def snapshot_from_batches(
    rows: Iterable[Sequence[StoredRow]], breakdown_keys: Mapping[Any, str] | None = None
) -> Snapshot:
    """The snapshot that these lists of rows make, one list in memory at a time. `breakdown_keys` translates what stands
    for a breakdown in a row into its canonical key."""
    lists = {name: Places() for name in CODED}
    columns: dict[str, list[Any]] = {name: [] for name in ("territory", "value", *CODED)}
    periods: dict[str, PeriodRef] = {}
    for batch in rows:
        territory, label, start, granularity, breakdown, value, status, note, *bounds = zip(*batch, strict=True)
        columns["territory"].append(np.array(territory, dtype=np.int64))
        columns["value"].append(pa.array(value, type=pa.large_string()))
        for name, texts in zip(BOUNDS, bounds, strict=False):
            columns.setdefault(name, []).append(pa.array(texts, type=pa.large_string()))
        for name, texts in zip(CODED, (label, breakdown, status, note), strict=True):
            columns[name].append(lists[name].of(texts))
        for text in lists["period"].known.keys() - periods.keys():
            place = label.index(text)
            periods[text] = PeriodRef(text, as_date(start[place]), granularity[place])
    breakdowns = [breakdown_keys[key] if breakdown_keys else key for key in lists["breakdown"].known]
    return assembled(columns, [periods[text] for text in lists["period"].known], breakdowns, lists)


def assembled(
    columns: dict[str, list[Any]], periods: list[PeriodRef], breakdowns: list[str], lists: dict[str, Places]
) -> Snapshot:
    """The batches of every column put end to end."""

    def joined(name: str) -> np.ndarray:
        return np.concatenate([np.array([], dtype=np.int64), *columns[name]])

    return Snapshot(
        territory=joined("territory"),
        period=joined("period"),
        breakdown=joined("breakdown"),
        value=pa.concat_arrays([pa.array([], type=pa.large_string()), *columns["value"]]),
        status=joined("status"),
        note=joined("note"),
        periods=periods,
        breakdowns=breakdowns,
        statuses=list(lists["status"].known),
        notes=list(lists["note"].known),
        **{name: pa.concat_arrays(columns[name]) for name in BOUNDS if name in columns},
    )


def as_date(day: datetime.date | str) -> datetime.date:
    """A day that may come as ISO text from a raw statement."""
    return datetime.date.fromisoformat(day) if isinstance(day, str) else day


def batches(rows: Iterator[StoredRow], size: int) -> Iterator[list[StoredRow]]:
    """The rows by lists of `size`."""
    while batch := list(islice(rows, size)):
        yield batch


def empty_snapshot() -> Snapshot:
    """No observation at all."""
    return snapshot_from_rows([])
