"""Observations as plain rows: what a page reads of a release, and nothing more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indicators import statuses
from indicators.breakdown_keys import TOTAL
from indicators.models import Observation, Release


@dataclass(frozen=True, slots=True)
class Row:
    """One observation of a release."""

    territory: int
    period: str
    start: date
    granularity: str
    value: Decimal | None
    statuses: tuple[str, ...]
    note: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None

    @property
    def is_provisional(self) -> bool:
        return statuses.PROVISIONAL in self.statuses or statuses.ESTIMATED in self.statuses

    @property
    def is_break(self) -> bool:
        return statuses.BREAK in self.statuses

    def overlaps(self, other: "Row") -> bool:
        """Whether both have a confidence interval and these meet, so that no clear difference can be told."""
        if self.lower is None or self.upper is None or other.lower is None or other.upper is None:
            return False
        return self.lower <= other.upper and other.lower <= self.upper


FIELDS = ("territory_id", "period", "period_start", "granularity", "value", "status", "note", "lower", "upper")


def total_rows(release: Release, territories: Iterable[int]) -> dict[int, list[Row]]:
    """The totals of some territories, in order of time, by territory (one query). Targets are left out."""
    found = Observation.objects.filter(release=release, territory__in=list(territories), breakdown__key=TOTAL).order_by(
        "period_start", "period"
    )
    return by_territory(found.values_list(*FIELDS))


def total_rows_of_period(release: Release, territories: Iterable[int], period: str) -> dict[int, Row]:
    """The totals of some territories for one period: one query."""
    found = Observation.objects.filter(
        release=release, territory__in=list(territories), period=period, breakdown__key=TOTAL
    ).order_by("territory_id")
    return {territory: rows[0] for territory, rows in by_territory(found.values_list(*FIELDS)).items()}


def by_territory(values: Iterable[tuple]) -> dict[int, list[Row]]:
    """Rows of `values_list(*FIELDS)`, grouped; a row that states a target is not a figure. The bounds may be absent."""
    grouped: dict[int, list[Row]] = {}
    for territory, period, start, granularity, value, status, *rest in values:
        marks = statuses.codes_in(status)
        if statuses.TARGET not in marks:
            grouped.setdefault(territory, []).append(Row(territory, period, start, granularity, value, marks, *rest))
    return grouped


def last_known(rows: Sequence[Row]) -> Row | None:
    """The last row that has a value."""
    return next((row for row in reversed(rows) if row.value is not None), None)


def of_usual_granularity(rows: Sequence[Row]) -> list[Row]:
    """The rows of the length of period that is the most frequent: years and quarters are never drawn on one line."""
    lengths = [row.granularity for row in rows]
    usual = max(dict.fromkeys(lengths), key=lengths.count, default="")
    return [row for row in rows if row.granularity == usual]
