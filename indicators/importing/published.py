"""Rows of the database back in columns, so that a release compares with a file at the speed of arrays."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa

from .observations import PeriodRef
from .snapshots import Snapshot

StoredRow = tuple[int, str, Any, str, str, str | None, str, str]
"""Territory key, period, its first day, granularity, breakdown key, value as text, statuses, note."""

BATCH = 50_000


class Places:
    """Gives each distinct text its position in a list."""

    def __init__(self) -> None:
        self.known: dict[Hashable, int] = {}

    def of(self, values: Iterable[Hashable]) -> np.ndarray:
        """The positions of these texts, new ones added at the end."""
        known = self.known
        return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int32)


def snapshot_from_rows(rows: Iterable[StoredRow]) -> Snapshot:
    """The snapshot that these rows make; they are consumed in batches, so they may come from a database cursor."""
    lists = {name: Places() for name in ("period", "breakdown", "status", "note")}
    columns: dict[str, list[Any]] = {name: [] for name in ("territory", "value", *lists)}
    for batch in batches(iter(rows), BATCH):
        territory, label, start, granularity, breakdown, value, status, note = zip(*batch, strict=True)
        columns["territory"].append(np.array(territory, dtype=np.int64))
        columns["value"].append(pa.array(value, type=pa.large_string()))
        columns["period"].append(lists["period"].of(zip(label, start, granularity, strict=True)))
        for name, texts in (("breakdown", breakdown), ("status", status), ("note", note)):
            columns[name].append(lists[name].of(texts))
    periods = [PeriodRef(*period) for period in lists["period"].known]  # type: ignore[misc]
    return assembled(columns, lists, periods)


def assembled(columns: dict[str, list[Any]], lists: dict[str, Places], periods: list[PeriodRef]) -> Snapshot:
    """The batches of every column put end to end."""

    def joined(name: str) -> np.ndarray:
        return np.concatenate([np.array([], dtype=np.int64), *columns[name]]).astype(np.int64)

    return Snapshot(
        territory=joined("territory"),
        period=joined("period"),
        breakdown=joined("breakdown"),
        value=pa.concat_arrays([pa.array([], type=pa.large_string()), *columns["value"]]),
        status=joined("status"),
        note=joined("note"),
        periods=periods,
        breakdowns=list(lists["breakdown"].known),  # type: ignore[arg-type]
        statuses=list(lists["status"].known),  # type: ignore[arg-type]
        notes=list(lists["note"].known),  # type: ignore[arg-type]
    )


def batches(rows: Iterator[StoredRow], size: int) -> Iterator[list[StoredRow]]:
    """The rows by lists of `size`."""
    take: Callable[[], list[StoredRow]] = lambda: list(islice(rows, size))  # noqa: E731
    return iter(take, [])


def empty_snapshot() -> Snapshot:
    """No observation at all."""
    return snapshot_from_rows([])
