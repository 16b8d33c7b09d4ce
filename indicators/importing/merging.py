"""Two snapshots in one vocabulary, and what the release would hold: the file alone, or the file over what is online."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa

from .snapshots import DuplicateObservations, Snapshot, canonical_list

ADDS = "adds"
REPLACES = "replaces"
SCOPES = (ADDS, REPLACES)


def aligned(first: Snapshot, second: Snapshot) -> tuple[Snapshot, Snapshot]:
    """The same rows with common lists of periods, breakdowns, statuses and notes, so that positions compare.

    Only one of the two may have territories that the catalogue lacks.
    """
    moved_first: dict[str, Any] = {"unknown": first.unknown or second.unknown}
    moved_second = dict(moved_first)
    for column, name in LISTS:
        values, places = canonical_list([*getattr(first, name), *getattr(second, name)])
        size = len(getattr(first, name))
        moved_first |= {name: values, column: places[:size][getattr(first, column)]}
        moved_second |= {name: values, column: places[size:][getattr(second, column)]}
    return replace(first, **moved_first), replace(second, **moved_second)


LISTS = (("period", "periods"), ("breakdown", "breakdowns"), ("status", "statuses"), ("note", "notes"))


def merged(published: Snapshot, proposed: Snapshot, scope: str) -> Snapshot:
    """What the release would hold; both are aligned. `adds` carries over the rows that the file does not speak of."""
    if scope != ADDS or not len(published):
        return proposed
    known, own = keys(published, proposed)
    return stacked([published.take(~np.isin(known, own)), proposed])


def stacked(parts: Sequence[Snapshot]) -> Snapshot:
    """Aligned snapshots one after the other."""
    columns = ("territory", "period", "breakdown", "status", "note")
    joined: dict[str, Any] = {name: np.concatenate([getattr(part, name) for part in parts]) for name in columns}
    return replace(parts[-1], value=pa.concat_arrays([part.value for part in parts]), **joined, **stacked_bounds(parts))


def stacked_bounds(parts: Sequence[Snapshot]) -> dict[str, pa.Array]:
    """The bounds one after the other, nulls for a part that has none; nothing when no part has any."""
    if all(part.lower is None for part in parts):
        return {"lower": None, "upper": None}
    return {
        name: pa.concat_arrays(
            [
                pa.nulls(len(part), pa.large_string()) if getattr(part, name) is None else getattr(part, name)
                for part in parts
            ]
        )
        for name in ("lower", "upper")
    }


def keys(*snapshots: Snapshot) -> list[np.ndarray]:
    """For aligned snapshots, one number per row that stands for territory, period and breakdown."""
    territories = np.unique(np.concatenate([part.territory for part in snapshots]))
    periods, breakdowns = len(snapshots[0].periods), len(snapshots[0].breakdowns)
    return [
        (np.searchsorted(territories, part.territory) * periods + part.period) * breakdowns + part.breakdown
        for part in snapshots
    ]


def check_unique(snapshot: Snapshot) -> None:
    """Raises DuplicateObservations when a territory, period and breakdown stands twice."""
    (own,) = keys(snapshot)
    if len(np.unique(own)) != len(own):
        raise DuplicateObservations(f"{len(own) - len(np.unique(own))} observations stand twice")
