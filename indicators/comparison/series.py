"""The line of one territory before and after, for the chart of the comparison."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from indicators.importing.observations import PeriodRef
from indicators.importing.snapshots import Snapshot
from indicators.statuses import BREAK, ESTIMATED, PROVISIONAL, codes_in

from .rows import value_at


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """The total of a period; `start` is its first day in ISO form."""

    period: str
    start: str
    value: Decimal | None
    is_provisional: bool = False
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class SeriesPair:
    """The totals of one territory, published and proposed, in order of time."""

    territory: int
    before: list[SeriesPoint]
    after: list[SeriesPoint]


def series_pair(before: Snapshot, after: Snapshot, territory: int) -> SeriesPair:
    """Both lines of a territory (key of the snapshots), with the length of period that is the most frequent after."""
    new = _rows(after, territory)
    lengths = [after.periods[place].granularity for place in after.period[new].tolist()]
    usual = max(dict.fromkeys(lengths), key=lengths.count, default="year")
    return SeriesPair(territory, _points(before, _rows(before, territory), usual), _points(after, new, usual))


def _rows(snapshot: Snapshot, territory: int) -> np.ndarray:
    return np.flatnonzero((snapshot.territory == territory) & snapshot.is_total() & ~snapshot.is_target())


def _points(snapshot: Snapshot, rows: np.ndarray, granularity: str) -> list[SeriesPoint]:
    found = [(snapshot.periods[snapshot.period[row]], row) for row in rows.tolist()]
    kept = sorted((item for item in found if item[0].granularity == granularity), key=lambda item: item[0].start)
    return [_point(snapshot, period, row) for period, row in kept]


def _point(snapshot: Snapshot, period: PeriodRef, row: int) -> SeriesPoint:
    marks = set(codes_in(snapshot.statuses[snapshot.status[row]]))
    return SeriesPoint(
        period=period.label,
        start=period.start.isoformat(),
        value=value_at(snapshot, row),
        is_provisional=bool(marks & {PROVISIONAL, ESTIMATED}),
        is_break=BREAK in marks,
    )


def territories_with_totals(snapshot: Snapshot) -> dict[int, int]:
    """How many totals with a value each known territory has."""
    rows = snapshot.has_value() & snapshot.is_total() & ~snapshot.is_target() & (snapshot.territory > 0)
    keys, counts = np.unique(snapshot.territory[rows], return_counts=True)
    return dict(zip(keys.tolist(), counts.tolist(), strict=True))
