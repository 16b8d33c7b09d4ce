"""The territories of a map: those with an outline, their values for one period, and the other maps that there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from indicators.breakdown_keys import TOTAL
from indicators.models import Observation, Release, Territory, TerritoryGeometry
from indicators.models.territory import Level
from indicators.selectors.rows import Row, total_rows_of_period

LEAST_AREAS = 3
MOST_AREAS = 120
MOST_PERIODS = 8


@dataclass(frozen=True, slots=True)
class Zone:
    """Territories of one scheme that a map can show, and how many of them have a value."""

    scheme: str
    level: str
    count: int

    @property
    def name(self) -> str:
        """« commune », « département »."""
        return str(Level(self.level).label)


@dataclass(frozen=True, slots=True)
class Area:
    """An outline with its observation, or without."""

    geometry: TerritoryGeometry
    row: Row | None
    is_focus: bool

    @property
    def territory(self) -> Territory:
        return self.geometry.territory


@dataclass(frozen=True)
class TerritoryMap:
    """What the map shows."""

    zone: Zone
    period: str
    periods: list[str]
    areas: list[Area]


def map_zones(release: Release, period: str) -> list[Zone]:
    """The schemes of which at least three territories have an outline and a value for the period (one query)."""
    drawn = TerritoryGeometry.objects.values("territory_id")
    found = (
        Observation.objects.filter(release=release, period=period, breakdown__key=TOTAL, territory_id__in=drawn)
        .exclude(value=None)
        .values("territory__scheme", "territory__level")
        .annotate(count=Count("pk"))
        .filter(count__gte=LEAST_AREAS)
        .order_by("-count", "territory__scheme")
    )
    return [Zone(one["territory__scheme"], one["territory__level"], one["count"]) for one in found]


def territory_map(release: Release, reading: Territory, zone: Zone, *, period: str, asked: str = "") -> TerritoryMap:
    """The areas of a zone for the period asked for when it has values there, else for `period`: three queries."""
    outlines = _outlines(zone, reading)
    places = [outline.territory_id for outline in outlines]
    periods = _periods(release, places)
    settled = asked if asked in periods else period
    rows = total_rows_of_period(release, places, settled)
    areas = [Area(outline, rows.get(outline.territory_id), outline.territory_id == reading.pk) for outline in outlines]
    return TerritoryMap(zone, settled, periods, areas)


def _outlines(zone: Zone, reading: Territory) -> list[TerritoryGeometry]:
    """Those inside the reading territory when there are enough, else all of the scheme."""
    drawn = TerritoryGeometry.objects.filter(territory__scheme=zone.scheme).select_related("territory")
    outlines = list(drawn.order_by("territory_id")[:MOST_AREAS])
    inside = [outline for outline in outlines if outline.territory.parent_id == reading.pk]
    return inside if len(inside) >= LEAST_AREAS else outlines


def _periods(release: Release, places: Sequence[int]) -> list[str]:
    """The periods in which some of these territories have a value, the latest first."""
    found = Observation.objects.filter(release=release, territory__in=places, breakdown__key=TOTAL).exclude(value=None)
    starts = dict(found.order_by("period_start").values_list("period", "period_start").distinct())
    return sorted(starts, key=lambda one: (starts[one], one), reverse=True)[:MOST_PERIODS]
