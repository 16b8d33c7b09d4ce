"""A complete set of observations in columns: what a release holds, or what it would hold.

Everything that comes after the reading works on these columns: comparing, merging, fingerprinting and writing. A
column is a NumPy array of positions in a short list; only values are text, in an Arrow array.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa

from indicators.breakdown_keys import TOTAL, breakdown_key
from indicators.statuses import MISSING, STATUSES, TARGET

from .observations import PeriodRef, Reading, TerritoryRef

MAX_NOTE = 300
"""Characters of a note that are kept."""


class DuplicateObservations(ValueError):
    """The same territory, period and breakdown stands twice; reading refuses it, so this is a fault of the caller."""


@dataclass(frozen=True)
class Snapshot:
    """`territory` holds database keys; −1, −2… stand for `unknown[0]`, `unknown[1]`…, which the catalogue lacks.

    `period`, `breakdown`, `status`, `note` are positions in `periods`, `breakdowns` (canonical keys), `statuses`
    (comma-joined) and `notes`; `value` is decimal text or null. `lower` and `upper` are too, both None when no row has
    a confidence interval.
    """

    territory: np.ndarray
    period: np.ndarray
    breakdown: np.ndarray
    value: pa.Array
    status: np.ndarray
    note: np.ndarray
    periods: Sequence[PeriodRef]
    breakdowns: Sequence[str]
    statuses: Sequence[str]
    notes: Sequence[str]
    unknown: Sequence[TerritoryRef] = ()
    lower: pa.Array | None = None
    upper: pa.Array | None = None

    def __len__(self) -> int:
        return len(self.territory)

    def take(self, positions: np.ndarray) -> "Snapshot":
        """The rows at these positions (or where this mask is true)."""
        rows = np.flatnonzero(positions) if positions.dtype == bool else positions
        return replace(
            self,
            territory=self.territory[rows],
            period=self.period[rows],
            breakdown=self.breakdown[rows],
            value=self.value.take(pa.array(rows)),
            status=self.status[rows],
            note=self.note[rows],
            lower=None if self.lower is None else self.lower.take(pa.array(rows)),
            upper=None if self.upper is None else self.upper.take(pa.array(rows)),
        )

    @property
    def has_intervals(self) -> bool:
        """Whether some row has a confidence interval."""
        return self.lower is not None and self.lower.null_count < len(self.lower)

    def has_value(self) -> np.ndarray:
        """Where there is a value."""
        return np.asarray(self.value.is_valid())

    def says_something(self) -> np.ndarray:
        """Where there is a value or a reason worth keeping; « not available » alone says nothing."""
        silent = np.array([status in ("", MISSING) for status in self.statuses], dtype=bool)
        return self.has_value() | ~silent[self.status]

    def is_target(self) -> np.ndarray:
        """Rows that hold an aim and not a measurement: kept, shown apart, never in a trend."""
        return np.array([TARGET in status.split(",") for status in self.statuses], dtype=bool)[self.status]

    def is_total(self) -> np.ndarray:
        """Rows about everybody."""
        return np.array([key == TOTAL for key in self.breakdowns], dtype=bool)[self.breakdown]


def snapshot_of(reading: Reading) -> Snapshot:
    """The observations of a reading, without the places of the file they come from."""
    table = reading.table
    keys, unknown = territory_keys(reading.territories)
    breakdowns, breakdown = canonical_list([breakdown_key(parts) for parts in reading.breakdowns])
    statuses, status = canonical_list([status_text(names) for names in reading.statuses])
    periods, period = canonical_list(reading.periods)
    notes, note = canonical_list([shortened(text) for text in reading.notes])
    value = text_or_null(table["value"])
    return Snapshot(
        territory=keys[codes(table["territory"])],
        period=period[codes(table["period"])],
        breakdown=breakdown[codes(table["breakdown"])],
        value=value,
        status=reasoned(status[codes(table["status"])], value, statuses),
        note=note[codes(table["note"])],
        periods=periods,
        breakdowns=breakdowns,
        statuses=statuses,
        notes=notes,
        unknown=unknown,
        lower=text_or_null(table["lower"]) if "lower" in table else None,
        upper=text_or_null(table["upper"]) if "upper" in table else None,
    )


def reasoned(status: np.ndarray, value: pa.Array, statuses: list[str]) -> np.ndarray:
    """The same statuses, « not available » where there is neither a value nor a reason for its absence."""
    if "" not in statuses:
        return status
    if MISSING not in statuses:
        statuses.append(MISSING)
    silent = np.asarray(value.is_null()) & (status == statuses.index(""))
    return np.where(silent, statuses.index(MISSING), status)


def shortened(note: str) -> str:
    """A note as long as the database keeps; the end of a longer one is cut, and shows it."""
    text = note.replace("\0", "")
    return text if len(text) <= MAX_NOTE else text[: MAX_NOTE - 1] + "…"


def status_text(names: Sequence[str]) -> str:
    """Statuses joined by commas, in the order of the vocabulary."""
    return ",".join(sorted(set(names), key=STATUSES.index))


def territory_keys(territories: Sequence[TerritoryRef]) -> tuple[np.ndarray, list[TerritoryRef]]:
    """Database keys by position, negative ones for those that the catalogue lacks."""
    unknown: dict[tuple[str, str, str], TerritoryRef] = {}
    places: dict[tuple[str, str, str], int] = {}
    keys = []
    for territory in territories:
        if territory.pk is not None:
            keys.append(territory.pk)
            continue
        identity = (territory.scheme, territory.code, "" if territory.code else territory.label or territory.name)
        unknown.setdefault(identity, territory)
        keys.append(-1 - places.setdefault(identity, len(places)))
    return np.asarray(keys, dtype=np.int64), list(unknown.values())


def canonical_list(values: list[Any]) -> tuple[list[Any], np.ndarray]:
    """The distinct values, and the place of each given one among them."""
    places: dict[Any, int] = {}
    moved = [places.setdefault(value, len(places)) for value in values]
    return list(places), np.asarray(moved, dtype=np.int32)


def codes(column: Any) -> np.ndarray:
    """A column of positions as an array."""
    return np.asarray(column, dtype=np.int64)


def text_or_null(column: Any) -> pa.Array:
    """A column of decimal texts, null where there is none."""
    array = pa.array(column, type=pa.large_string(), from_pandas=True)
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
