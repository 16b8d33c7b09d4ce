"""The rows of a release for a download, read in order of the index and never all at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.db.models import QuerySet

from indicators.models import Breakdown, Observation, Release, Territory
from portal.decimals import canonical

CHUNK = 2_000


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

    @property
    def value_text(self) -> str:
        """The exact value in plain notation with a decimal point; empty when there is none."""
        return "" if self.value is None else canonical(self.value)


@dataclass(frozen=True)
class Selection:
    """The part of a release that a download holds: all of it, or the totals of some territories."""

    release: Release
    territories: tuple[int, ...] = ()
    totals_only: bool = False
    dimensions: list[str] = field(default_factory=list)


def selection(release: Release, territories: tuple[int, ...] = (), *, totals_only: bool = False) -> Selection:
    """Settle what is downloaded, and the names of its dimensions (one query)."""
    whole = Selection(release, territories, totals_only)
    used = [] if totals_only else Breakdown.objects.filter(pk__in=_used(whole)).order_by("key")
    names = sorted({name for breakdown in used for name in breakdown.categories})
    return replace(whole, dimensions=names)


def records(chosen: Selection) -> Iterator[Record]:
    """Stream the records (three queries, in the order of the unique index, so that the database sorts nothing)."""
    places = Territory.objects.in_bulk()
    categories = {breakdown.pk: breakdown.categories for breakdown in Breakdown.objects.filter(pk__in=_used(chosen))}
    fields = ("territory_id", "period", "breakdown_id", "value", "status", "note")
    rows = _observations(chosen).order_by("territory_id", "period", "breakdown_id").values_list(*fields)
    for territory, period, breakdown, value, status, note in rows.iterator(chunk_size=CHUNK):
        place = places[territory]
        statuses = status.split(",") if status else []
        yield Record(place.scheme, place.code, place.name, period, categories[breakdown], value, statuses, note)


def _observations(chosen: Selection) -> QuerySet[Observation]:
    found = Observation.objects.filter(release=chosen.release)
    if chosen.territories:
        found = found.filter(territory__in=chosen.territories)
    return found.filter(breakdown__key=Breakdown.key_of({})) if chosen.totals_only else found


def _used(chosen: Selection) -> QuerySet:
    return _observations(chosen).order_by().values("breakdown").distinct()
