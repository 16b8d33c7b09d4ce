"""What a visitor chose in the address: territories to compare with, a view, a period. An unknown one is said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from indicators.models import Territory
from indicators.selectors.territories import territory_key

OVER_TIME = "temps"
RANKING = "rang"
MAP = "carte"
MOST_COMPARATORS = 4
MOST_CHIPS = 7
MOST_KEYS = 12
MOST_CATEGORIES = 24
PARAMETERS = ("t", "vue", "periode", "c", "zone")


@dataclass(frozen=True, slots=True)
class Choices:
    """The query string, cleaned. `is_explicit`: the territories were chosen, even if none was.

    `view` is `temps`, `rang`, `carte` or the key of a breakdown; `categories` are labels of its first dimension; `zone`
    is the scheme of the territories of the map.
    """

    view: str = OVER_TIME
    territories: tuple[str, ...] = ()
    period: str = ""
    is_explicit: bool = False
    categories: tuple[str, ...] = ()
    zone: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "Choices":
        keys = tuple(dict.fromkeys(plain(key, 100) for key in query.getlist("t")))[:MOST_KEYS]
        view = plain(query.get("vue", ""), 100)
        period = plain(query.get("periode", ""), 12)
        categories = tuple(plain(text, 200) for text in query.getlist("c"))[:MOST_CATEGORIES]
        return cls(
            view or OVER_TIME,
            keys,
            period,
            is_explicit=query.get("vue") == OVER_TIME or bool(keys),
            categories=categories,
            zone=plain(query.get("zone", ""), 60),
        )


def plain(text: str, most: int) -> str:
    """A text of the address, short and without the NUL that PostgreSQL refuses."""
    return text.replace("\0", "")[:most]


@dataclass(frozen=True, slots=True)
class Chip:
    """A territory offered for comparison."""

    key: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Comparators:
    """The territories chosen, those offered, and the keys of the address that mean nothing here."""

    chosen: list[Territory] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def comparators(
    choices: Choices,
    offered: Sequence[Territory],
    asked: dict[str, Territory],
    with_rows: Iterable[int],
    *,
    by_default: int,
) -> Comparators:
    """Settle who is compared: those asked for that have a series, else the first `by_default`.

    `offered` starts with the reference (the widest territory that encloses the reading one), then the peers.
    """
    known = set(with_rows)
    available = [place for place in offered if place.pk in known]
    wanted = {key: place for key, place in asked.items() if place.pk in known}
    if choices.is_explicit:
        chosen = [wanted[key] for key in choices.territories if key in wanted][:MOST_COMPARATORS]
    else:
        chosen = available[:by_default]
    shown = list(dict.fromkeys([*available[:MOST_CHIPS], *chosen]))
    chips = [Chip(territory_key(place), str(place.name), place in chosen) for place in shown]
    return Comparators(chosen, chips, [key for key in choices.territories if key not in wanted])
