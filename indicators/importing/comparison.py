"""What would change if these observations replaced those ones. Pure: two snapshots in, columns out."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .digests import digest, plain_values
from .jumps import factors, find_jumps, floats
from .merging import REPLACES, aligned, check_unique, keys, merged
from .snapshots import Snapshot

NEW, REVISED, VANISHED, STATUS_CHANGED = "new", "revised", "vanished", "status_changed"
KINDS = (NEW, REVISED, VANISHED, STATUS_CHANGED)


@dataclass(frozen=True)
class Pairs:
    """Rows of one kind: positions in `before` and in `after` (−1: none there), with what is suspected of the latter.

    `factor`, `jump`, `previous` are those of `Jumps`, `previous` being a position in `after`.
    """

    before: np.ndarray
    after: np.ndarray
    factor: np.ndarray
    jump: np.ndarray
    previous: np.ndarray

    def __len__(self) -> int:
        return len(self.before)

    def sorted_by_weight(self) -> "Pairs":
        """Suspected units first, then jumps, then the rest in the order of the rows."""
        order = np.lexsort((~self.jump, self.factor == 0))
        return self.take(order)

    def take(self, positions: np.ndarray) -> "Pairs":
        """The rows at these positions."""
        columns = (self.before, self.after, self.factor, self.jump, self.previous)
        return Pairs(*(column[positions] for column in columns))


@dataclass(frozen=True)
class Differences:
    """`before` is what is published, `after` what the release would hold, `proposed` what the file says: aligned.

    Rows that say nothing (« not available » without a value) count as absent. `suspects` are the rows, new or revised,
    whose value jumps or moved by a power of ten.
    """

    before: Snapshot
    after: Snapshot
    proposed: Snapshot
    pairs: dict[str, Pairs]
    suspects: Pairs
    unchanged: int
    digest: str
    is_same: bool


def compare_snapshots(published: Snapshot, proposed: Snapshot, *, scope: str = REPLACES) -> Differences:
    """Raises DuplicateObservations when a territory, period and breakdown stands twice in the file."""
    before, own = aligned(published, proposed)
    check_unique(own)
    after = merged(before, own, scope)
    partner = partners(before, after)
    pairs, unchanged = sorted_out(before, after, partner)
    fingerprint = digest(after)
    return Differences(
        before=before,
        after=after,
        proposed=own,
        pairs=pairs,
        suspects=suspects(pairs),
        unchanged=unchanged,
        digest=fingerprint,
        is_same=len(before) == len(after) > 0 and digest(before) == fingerprint,
    )


def partners(before: Snapshot, after: Snapshot) -> np.ndarray:
    """For each row of `after`, the row of `before` with the same territory, period and breakdown, −1 for none."""
    old, new = keys(before, after)
    if not len(old):
        return np.full(len(new), -1, dtype=np.int64)
    order = np.argsort(old)
    places = np.minimum(np.searchsorted(old[order], new), len(old) - 1)
    found = order[places]
    return np.where(old[found] == new, found, -1)


def sorted_out(before: Snapshot, after: Snapshot, partner: np.ndarray) -> tuple[dict[str, Pairs], int]:
    """Every row in its kind, and the number of rows that stay as they are."""
    spoke, speaks = before.says_something(), after.says_something()
    had = np.where(partner >= 0, spoke[partner] if len(spoke) else False, False)
    both = np.flatnonzero(had & speaks)
    other_value, other_mark = changed(before, after, partner[both], both)
    revised, marked = both[other_value], both[~other_value & other_mark]
    new = np.flatnonzero(speaks & ~had)
    kept = np.zeros(len(before), dtype=bool)
    kept[partner[both]] = True
    gone = np.flatnonzero(spoke & ~kept)
    pairs = with_suspicions(before, after, partner, new, revised)
    pairs[VANISHED] = plain_pairs(gone, successors(gone, partner))
    pairs[STATUS_CHANGED] = plain_pairs(partner[marked], marked)
    return pairs, len(both) - len(revised) - len(marked)


def changed(before: Snapshot, after: Snapshot, old: np.ndarray, new: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where the value or its confidence interval differs as a number, and where the statuses or the note differ."""
    same = alike(before.value, after.value, old, new)
    if before.has_intervals or after.has_intervals:
        for name in ("lower", "upper"):
            same &= alike(_bound(before, name), _bound(after, name), old, new)
    marks = (before.status[old] != after.status[new]) | (before.note[old] != after.note[new])
    return ~same, marks


def alike(before: pa.Array, after: pa.Array, old: np.ndarray, new: np.ndarray) -> np.ndarray:
    """Where two columns of decimal texts are the same number, or both nothing."""
    was, is_now = plain_values(before.take(pa.array(old))), plain_values(after.take(pa.array(new)))
    return np.asarray(pc.equal(was, is_now).fill_null(False)) | np.asarray(pc.and_(was.is_null(), is_now.is_null()))


def _bound(snapshot: Snapshot, name: str) -> pa.Array:
    bound = getattr(snapshot, name)
    return pa.nulls(len(snapshot), pa.large_string()) if bound is None else bound


def with_suspicions(
    before: Snapshot, after: Snapshot, partner: np.ndarray, new: np.ndarray, revised: np.ndarray
) -> dict[str, Pairs]:
    """New and revised rows, each with its jump and its power of ten since the period before or the value before."""
    tested = np.zeros(len(after), dtype=bool)
    tested[new] = tested[revised] = True
    jumps = find_jumps(after, tested)
    factor = jumps.factor
    if len(revised):
        corrected = factors(floats(before.value)[partner[revised]], floats(after.value)[revised])
        factor[revised] = np.where(corrected != 0, corrected, factor[revised])
    return {
        NEW: Pairs(np.full(len(new), -1), new, factor[new], jumps.jump[new], jumps.before[new]),
        REVISED: Pairs(partner[revised], revised, factor[revised], jumps.jump[revised], jumps.before[revised]),
    }


def plain_pairs(before: np.ndarray, after: np.ndarray) -> Pairs:
    """Rows about which nothing is suspected."""
    size = len(before)
    return Pairs(before, after, np.zeros(size, dtype=np.int64), np.zeros(size, dtype=bool), np.full(size, -1))


def successors(gone: np.ndarray, partner: np.ndarray) -> np.ndarray:
    """The rows that stand in place of the vanished ones (« not available » where there was a value), −1 for none."""
    place = {old: new for new, old in enumerate(partner.tolist()) if old >= 0} if len(gone) else {}
    return np.array([place.get(old, -1) for old in gone.tolist()], dtype=np.int64)


def suspects(pairs: dict[str, Pairs]) -> Pairs:
    """New and revised rows with a suspicion, units first."""
    both = [pairs[kind].take(np.flatnonzero(pairs[kind].jump | (pairs[kind].factor != 0))) for kind in (NEW, REVISED)]
    columns = ("before", "after", "factor", "jump", "previous")
    return Pairs(*(np.concatenate([getattr(part, name) for part in both]) for name in columns)).sorted_by_weight()
