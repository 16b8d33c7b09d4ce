"""Which territory an indicator is read on, and which others it may be compared with."""

from collections.abc import Iterable, Sequence

from django.db.models import F, Q, QuerySet
from django.utils.text import slugify

from indicators.models import Indicator, PeerGroup, Territory
from indicators.models.territory import Level
from indicators.selectors.rows import Row

_ORDER = {level.value: rank for rank, level in enumerate(Level)}
_MOST_LEVELS = "__".join(["parent"] * 5)


def enclosing_territories() -> list[Territory]:
    """The focus territory, those that enclose it, the nearest first, then its main municipality (two queries).

    The municipality comes last: figures that exist for municipalities alone are read on the most populated one of the
    focus, rather than not at all. Empty without a focus.
    """
    focus = Territory.objects.filter(is_focus=True).select_related(_MOST_LEVELS).first()
    chain: list[Territory] = []
    place = focus
    while place is not None and place not in chain and len(chain) < 7:
        chain.append(place)
        place = place.parent
    if focus is None:
        return []
    found = Territory.objects.filter(
        Q(members__in=chain)
        | Q(parent__in=chain, parent__level=Level.COUNTRY, level=Level.COUNTRY)
        | Q(level=Level.UNION)
        | Q(parent=focus, level=Level.COMMUNE, population__isnull=False)
    ).exclude(pk__in=[place.pk for place in chain])
    around = list(found.distinct().order_by("pk"))
    inside = [place for place in around if place.parent_id == focus.pk]
    wider = sorted([*chain, *(p for p in around if p not in inside)], key=lambda place: _ORDER[place.level])
    return [*wider, *sorted(inside, key=lambda place: -(place.population or 0))[:1]]


def reading_territory(chain: Sequence[Territory], rows: dict[int, list[Row]]) -> Territory | None:
    """The nearest of `chain` that has a value: the one on which the indicator is judged and shown.

    No wider than a country: a union of countries is only compared with.
    """
    places = [place for place in chain if _ORDER[place.level] <= _ORDER[Level.COUNTRY]]
    return next((place for place in places if any(row.value is not None for row in rows.get(place.pk, []))), None)


def peers_of(indicator: Indicator, reading: Territory) -> list[Territory]:
    """Territories of the indicator's peer group, else of a group of the reading territory; the most alike first.

    One query. Alike is near in population, then by name. Each bears the name of the group: `group_fr`, `group_en`.
    """
    group = Q(pk=indicator.peer_group_id) if indicator.peer_group_id else Q(territories=reading)
    groups = PeerGroup.objects.filter(group).order_by("pk")[:1]
    places = (
        Territory.objects.filter(peer_groups__in=groups.values("pk"), level=reading.level)
        .exclude(pk=reading.pk)
        .annotate(group_fr=F("peer_groups__name_fr"), group_en=F("peer_groups__name_en"))
    )
    return sorted(places, key=lambda place: (_unlike(place, reading), place.name))


def _unlike(place: Territory, reading: Territory) -> int:
    if place.population is None or reading.population is None:
        return 0
    return abs(place.population - reading.population)


def territory_key(territory: Territory) -> str:
    """How a territory is named in an address: its scheme and its code, `epci-siren:244400404`."""
    return f"{slugify(territory.scheme)}:{territory.code}"


def territories_by_key(keys: Iterable[str]) -> dict[str, Territory]:
    """Territories of these keys (one query); an unknown key is left out."""
    wanted = set(keys)
    codes = [key.rpartition(":")[2] for key in wanted]
    places: QuerySet[Territory] = Territory.objects.filter(code__in=codes).order_by("pk")
    return {territory_key(place): place for place in places if territory_key(place) in wanted}
