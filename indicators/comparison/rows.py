"""Rows of a comparison with names, exact values and exact differences, one page at a time."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from indicators.importing.comparison import Differences, Pairs
from indicators.importing.snapshots import Snapshot
from indicators.statuses import codes_in

from .territory_names import TerritoryName, territory_names

SUSPECTS = "suspects"
PAGE = 50
EXPORTED_AT_ONCE = 2_000
DIGITS = 90
"""Two values of forty characters are subtracted without rounding."""


@dataclass(frozen=True, slots=True)
class Side:
    """What a row says before, or after."""

    value: Decimal | None
    statuses: tuple[str, ...]
    note: str
    interval: tuple[Decimal, Decimal] | None = None
    """The bounds of its confidence interval."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row before and after; one of the two may be absent.

    `factor` is 10, 100, 1000 (too large), −10, −100, −1000 (too small) or 0; `previous` is the value of the period
    before in the new figures, which a jump is measured from.
    """

    territory: TerritoryName
    period: str
    breakdown: dict[str, str]
    before: Side | None
    after: Side | None
    factor: int = 0
    is_jump: bool = False
    previous_period: str = ""
    previous: Decimal | None = None

    @property
    def old(self) -> Decimal | None:
        return self.before.value if self.before else None

    @property
    def new(self) -> Decimal | None:
        return self.after.value if self.after else None

    @property
    def difference(self) -> Decimal | None:
        """New minus old, exact; None unless both have a value."""
        return exact_difference(self.old, self.new)

    @property
    def change(self) -> Decimal | None:
        """New minus the value of the period before, exact."""
        return exact_difference(self.previous, self.new)


def exact_difference(old: Decimal | None, new: Decimal | None) -> Decimal | None:
    """Never rounded."""
    if old is None or new is None:
        return None
    with localcontext(prec=DIGITS):
        return new - old


def pairs_of(differences: Differences, kind: str) -> Pairs:
    """The rows of a kind: new, revised, vanished, status_changed, or suspects. Raises KeyError for another word."""
    return differences.suspects if kind == SUSPECTS else differences.pairs[kind]


def compared_rows(differences: Differences, kind: str, offset: int, limit: int) -> list[ComparedRow]:
    """A page of rows of a kind, suspected ones first (one query)."""
    pairs = pairs_of(differences, kind).sorted_by_weight()
    return _rows(differences, pairs, offset, limit)


def all_rows(differences: Differences, kind: str) -> Iterator[ComparedRow]:
    """Every row of a kind, for a download: one query for some thousands of rows."""
    pairs = pairs_of(differences, kind).sorted_by_weight()
    for offset in range(0, len(pairs), EXPORTED_AT_ONCE):
        yield from _rows(differences, pairs, offset, EXPORTED_AT_ONCE)


def _rows(differences: Differences, pairs: Pairs, offset: int, limit: int) -> list[ComparedRow]:
    part = slice(offset, offset + limit)
    places = list(zip(pairs.before[part].tolist(), pairs.after[part].tolist(), strict=True))
    keys = [territory_key(differences, old, new) for old, new in places]
    names = territory_names(keys, differences.after.unknown)
    suspicions = zip(pairs.factor[part].tolist(), pairs.jump[part].tolist(), pairs.previous[part].tolist(), strict=True)
    return [
        _row(differences, names[key], old, new, suspicion)
        for key, (old, new), suspicion in zip(keys, places, suspicions, strict=True)
    ]


def territory_key(differences: Differences, old: int, new: int) -> int:
    """The territory of a row that has at least one side."""
    return int(differences.after.territory[new] if new >= 0 else differences.before.territory[old])


def _row(
    differences: Differences, territory: TerritoryName, old: int, new: int, suspicion: tuple[int, bool, int]
) -> ComparedRow:
    factor, is_jump, previous = suspicion
    snapshot, place = (differences.after, new) if new >= 0 else (differences.before, old)
    return ComparedRow(
        territory=territory,
        period=snapshot.periods[snapshot.period[place]].label,
        breakdown=json.loads(snapshot.breakdowns[snapshot.breakdown[place]]),
        before=side(differences.before, old),
        after=side(differences.after, new),
        factor=factor,
        is_jump=is_jump,
        previous_period=_period(differences.after, previous),
        previous=value_at(differences.after, previous) if previous >= 0 else None,
    )


def _period(snapshot: Snapshot, place: int) -> str:
    return snapshot.periods[snapshot.period[place]].label if place >= 0 else ""


def side(snapshot: Snapshot, place: int) -> Side | None:
    """What a snapshot says at a position; None for −1."""
    if place < 0:
        return None
    status = snapshot.statuses[snapshot.status[place]]
    note = snapshot.notes[snapshot.note[place]]
    return Side(value_at(snapshot, place), codes_in(status), note, interval_at(snapshot, place))


def interval_at(snapshot: Snapshot, place: int) -> tuple[Decimal, Decimal] | None:
    """The exact bounds of the confidence interval at a position, when there is one."""
    if snapshot.lower is None or snapshot.upper is None:
        return None
    lower, upper = snapshot.lower[place].as_py(), snapshot.upper[place].as_py()
    return None if lower is None or upper is None else (Decimal(lower), Decimal(upper))


def value_at(snapshot: Snapshot, place: int) -> Decimal | None:
    """The exact value at a position."""
    text = snapshot.value[place].as_py()
    return None if text is None else Decimal(text)
