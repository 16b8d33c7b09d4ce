"""The rows of a release for a download, read in order of the index and never all at once."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from django.db.models import QuerySet

from indicators.breakdown_keys import TOTAL
from indicators.models import Breakdown, Observation, Release
from indicators.statuses import codes_in
from portal.decimals import canonical
from portal.formatting import is_french

CHUNK = 2_000
_FIELDS = (
    "territory__scheme",
    "territory__code",
    "territory__name_fr",
    "territory__name_en",
    "period",
    "breakdown__key",
    "value",
    "status",
    "note",
)


@dataclass(frozen=True, slots=True)
class Record:
    """One observation, ready to be written."""

    territory_scheme: str
    territory: str
    territory_name: str
    period: str
    breakdown: dict[str, str]
    value: Decimal | None
    status: list[str]
    note: str
    lower: Decimal | None = None
    upper: Decimal | None = None

    @property
    def value_text(self) -> str:
        """The exact value in plain notation with a decimal point; empty when there is none."""
        return exact(self.value)


def exact(value: Decimal | None) -> str:
    """Plain notation with a decimal point; empty when there is none."""
    return "" if value is None else canonical(value)


@dataclass(frozen=True)
class Selection:
    """The part of a release that a download holds: all of it, or the totals of some territories."""

    release: Release
    territories: tuple[int, ...] = ()
    totals_only: bool = False
    dimensions: list[str] = field(default_factory=list)

    @property
    def has_intervals(self) -> bool:
        """Whether the release has confidence intervals: two columns more in each file."""
        provenance = getattr(self.release, "provenance", None)
        return bool(provenance and provenance.has_intervals)


def selection(release: Release, territories: tuple[int, ...] = (), *, totals_only: bool = False) -> Selection:
    """Settle what is downloaded, and the names of its dimensions (one query)."""
    whole = Selection(release, territories, totals_only)
    used = [] if totals_only else Breakdown.objects.filter(pk__in=_used(whole)).order_by("key")
    names = sorted({name for breakdown in used for name in breakdown.categories})
    return replace(whole, dimensions=names)


def records(chosen: Selection, most: int | None = None) -> Iterator[Record]:
    """Stream the records, or the first `most` of them: one query, in the order of the unique index, nothing sorted."""
    names = (*_FIELDS, "lower", "upper") if chosen.has_intervals else _FIELDS
    rows = _observations(chosen).order_by("territory_id", "period", "breakdown_id").values_list(*names)
    if most is not None:
        rows = rows[:most]
    french = is_french()
    for scheme, code, name_fr, name_en, period, key, value, status, note, *bounds in rows.iterator(chunk_size=CHUNK):
        name = name_fr if french or not name_en else name_en
        yield Record(scheme, code, name, period, _categories(key), value, list(codes_in(status)), note, *bounds)


@lru_cache(maxsize=10_000)
def _categories(key: str) -> dict[str, str]:
    return json.loads(key)


def _observations(chosen: Selection) -> QuerySet[Observation]:
    found = Observation.objects.filter(release=chosen.release)
    if chosen.territories:
        found = found.filter(territory__in=chosen.territories)
    return found.filter(breakdown__key=TOTAL) if chosen.totals_only else found


def _used(chosen: Selection) -> QuerySet:
    return _observations(chosen).order_by().values("breakdown").distinct()
