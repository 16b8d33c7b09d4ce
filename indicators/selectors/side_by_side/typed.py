"""Finding an indicator or a territory by a name that was typed: accents, case and dashes do not count."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from indicators.models import Indicator, Territory
from indicators.selectors.territories import territory_key
from portal.words import fold

MOST_SUGGESTIONS = 6
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Named:
    """Something that may be added: its key in the address, its name, its other names, its kind."""

    key: str
    name: str
    also: tuple[str, ...] = ()
    level: str = ""

    @property
    def plain_names(self) -> list[str]:
        return [plain_name(name) for name in (self.name, *self.also) if name]


@dataclass(frozen=True)
class Lookup:
    """What was typed, the one thing of that name, or those that look like it."""

    typed: str
    found: Named | None = None
    suggestions: list[Named] = field(default_factory=list)


def plain_name(text: str) -> str:
    """« Saint-Étienne » is `saint etienne`."""
    return _BETWEEN_WORDS.sub(" ", fold(text)).strip()


def look_up(typed: str, named: Sequence[Named]) -> Lookup:
    """The thing of exactly that name; things of several kinds that share it are suggested, like those that resemble."""
    wanted = plain_name(typed)
    if not wanted:
        return Lookup(typed)
    exact = [one for one in named if wanted in one.plain_names]
    if exact and len({one.level for one in exact}) == 1:
        return Lookup(typed, exact[0])
    near = exact or [one for one in named if any(f" {wanted}" in f" {name}" for name in one.plain_names)]
    if len(near) == 1:
        return Lookup(typed, near[0])
    return Lookup(typed, None, (near or _resembling(wanted, named))[:MOST_SUGGESTIONS])


def _resembling(wanted: str, named: Sequence[Named]) -> list[Named]:
    by_name = {name: one for one in reversed(named) for name in one.plain_names}
    found = [by_name[name] for name in get_close_matches(wanted, by_name, MOST_SUGGESTIONS, 0.7)]
    return list(dict.fromkeys(found))


def named_indicators(published: Iterable[Indicator]) -> list[Named]:
    """Indicators by their title in the language of the page, then in the other one."""
    return [Named(one.slug, str(one.title), (one.title_fr, one.title_en)) for one in published]


def named_territories() -> list[Named]:
    """Every territory of the catalogue (one query)."""
    places = Territory.objects.order_by("pk").only("scheme", "code", "name_fr", "name_en", "level")
    return [Named(territory_key(one), str(one.name), (one.name_fr, one.name_en), one.level) for one in places]
