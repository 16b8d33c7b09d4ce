"""The fingerprint of a set of observations: equal for equal figures, whatever the order of the rows."""

import hashlib
from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .snapshots import Snapshot


def plain_values(value: pa.Array) -> pa.Array:
    """Decimal texts of which equal numbers are equal: 9.60 and 9.6, -0 and 0."""
    with_point = pc.match_substring(value, ".")
    trimmed = pc.utf8_rtrim(pc.utf8_rtrim(value, "0"), ".")
    short = pc.if_else(with_point, trimmed, value)
    return pc.if_else(pc.equal(short, "-0"), pa.scalar("0", type=short.type), short)


def digest(snapshot: Snapshot) -> str:
    """SHA-256 of all rows in a canonical order: territory, period, breakdown, then value, statuses, note, and the
    bounds of confidence intervals when there are some."""
    columns: list[tuple[np.ndarray, list[str] | None]] = [(snapshot.territory, None), *_named(snapshot)]
    ranked = [column if names is None else _ranks(names)[column] for column, names in columns]
    order = np.lexsort(tuple(reversed(ranked[:3])))
    total = hashlib.sha256(str(len(snapshot)).encode())
    for column, names in columns:
        _add_column(total, column[order], names)
    _add_texts(total, plain_values(snapshot.value).take(pa.array(order)))
    if snapshot.has_intervals:
        for bound in (snapshot.lower, snapshot.upper):
            _add_texts(total, plain_values(bound).take(pa.array(order)))
    return total.hexdigest()


def _named(snapshot: Snapshot) -> list[tuple[np.ndarray, list[str]]]:
    return [
        (snapshot.period, [period.label for period in snapshot.periods]),
        (snapshot.breakdown, list(snapshot.breakdowns)),
        (snapshot.status, list(snapshot.statuses)),
        (snapshot.note, list(snapshot.notes)),
    ]


def _ranks(names: list[str]) -> np.ndarray:
    places = {name: place for place, name in enumerate(sorted(set(names)))}
    return np.array([places[name] for name in names], dtype=np.int64)


def _add_column(total: "hashlib._Hash", column: np.ndarray, names: list[str] | None) -> None:
    """Only the names that occur count: two files that differ by an unused label hold the same figures."""
    if names is None:
        total.update(np.ascontiguousarray(column, dtype="<i8").tobytes())
        return
    used = sorted({names[place] for place in np.unique(column).tolist()})
    places = {name: place for place, name in enumerate(used)}
    moved = np.array([places.get(name, -1) for name in names], dtype="<i8")
    _add_strings(total, used)
    total.update(moved[column].tobytes())


def _add_texts(total: "hashlib._Hash", values: pa.Array) -> None:
    total.update("\n".join(text or "" for text in values.to_pylist()).encode())


def _add_strings(total: "hashlib._Hash", texts: Iterable[str]) -> None:
    for text in texts:
        data = text.encode()
        total.update(f"{len(data)}:".encode() + data)
