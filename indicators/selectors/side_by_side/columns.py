"""The territories of a comparison, and where each may be read when it has no series of its own."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from indicators.models import PeerGroup, Territory
from indicators.models.territory import Level
from indicators.selectors.side_by_side.asked import MOST_OTHERS
from indicators.selectors.territories import territories_by_key

RANKS = {level.value: rank for rank, level in enumerate(Level)}
_PARENTS = "__".join(["parent"] * 5)
DEFAULT_PEERS = 2
MOST_OFFERED = 6


def peers_of_focus(focus: Territory) -> list[Territory]:
    """The territories of the same group and level, the nearest in population first (one query)."""
    groups = PeerGroup.objects.filter(territories=focus).order_by("pk")[:1]
    places = Territory.objects.filter(peer_groups__in=groups.values("pk"), level=focus.level).exclude(pk=focus.pk)

    def unlike(place: Territory) -> tuple[int, str]:
        if place.population is None or focus.population is None:
            return 0, str(place.name)
        return abs(place.population - focus.population), str(place.name)

    return sorted(places.order_by("pk"), key=unlike)


def wider_places(chain: Sequence[Territory]) -> list[Territory]:
    """What encloses the focus and may be a column: the country, then its region."""
    countries = [place for place in chain if place.level == Level.COUNTRY][:1]
    return [*countries, *(place for place in chain if place.level == Level.REGION)]


def chosen_columns(keys: Sequence[str], chain: Sequence[Territory], peers: Sequence[Territory]) -> list[Territory]:
    """The focus, then those asked for, else the country and the two nearest peers (one query)."""
    focus = chain[:1]
    asked = territories_by_key(keys)
    others = [asked[key] for key in keys if key in asked and asked[key] not in focus]
    if not others:
        others = [*wider_places(chain)[:1], *peers[:DEFAULT_PEERS]]
    return [*focus, *others[:MOST_OTHERS]]


def reading_chains(columns: Sequence[Territory], focus_chain: Sequence[Territory]) -> dict[int, list[Territory]]:
    """For each territory, those that may stand for it, itself first, then the nearest (three queries).

    The focus has the chain of every page of an indicator. Another territory is never read on its country; its main
    municipality comes last. A country may be read on the one that it is part of, or on its mainland.
    """
    others = [place for place in columns if place not in focus_chain[:1]]
    places = list(Territory.objects.filter(pk__in=[one.pk for one in others]).select_related(_PARENTS).order_by("pk"))
    parents = {place.pk: _parents(place) for place in places}
    areas = _areas([near.pk for place in places for near in (place, *parents[place.pk])])
    towns = _main_towns(places)
    chains = {columns[0].pk: list(focus_chain)} if focus_chain else {}
    for place in places:
        if RANKS[place.level] >= RANKS[Level.COUNTRY]:
            chains[place.pk] = [place, *_same_country(place, focus_chain)]
            continue
        around = [place, *parents[place.pk]]
        around += [area for near in list(around) for area in areas.get(near.pk, [])]
        inside = sorted({*around}, key=lambda near: (near != place, RANKS[near.level], near.pk))
        chains[place.pk] = [near for near in inside if RANKS[near.level] < RANKS[Level.COUNTRY]]
        chains[place.pk] += towns.get(place.pk, [])
    return chains


def _parents(place: Territory) -> list[Territory]:
    found: list[Territory] = []
    near = place.parent
    while near is not None and len(found) < 5:
        found.append(near)
        near = near.parent
    return found


def _areas(members: Sequence[int]) -> Mapping[int, list[Territory]]:
    """The areas of agencies that enclose each territory."""
    links = Territory.areas.through.objects.filter(from_territory__in=members).select_related("to_territory")
    found: dict[int, list[Territory]] = defaultdict(list)
    for link in links.order_by("pk"):
        found[link.from_territory_id].append(link.to_territory)
    return found


def _main_towns(places: Sequence[Territory]) -> Mapping[int, list[Territory]]:
    """The most populated municipality of each intercommunalité."""
    groups = [place.pk for place in places if place.level == Level.EPCI]
    towns = Territory.objects.filter(parent__in=groups, level=Level.COMMUNE, population__isnull=False)
    return {town.parent_id: [town] for town in towns.order_by("population", "pk") if town.parent_id}


def _same_country(place: Territory, focus_chain: Sequence[Territory]) -> list[Territory]:
    countries = [near for near in focus_chain if near.level == Level.COUNTRY and near.pk != place.pk]
    return [near for near in countries if near.parent_id == place.pk or place.parent_id == near.pk]
