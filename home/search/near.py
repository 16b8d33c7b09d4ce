"""What stands at an address that looks like one where nothing is."""

from dataclasses import dataclass

from django.urls import get_script_prefix
from rapidfuzz import fuzz, process

from home.models import SearchEntry
from home.search.kinds import INDICATOR
from portal.formatting import typographic

LIKENESS, SHORTEST, LONGEST, MOST_READ, SHOWN = 65, 4, 80, 2000, 3


@dataclass(frozen=True, slots=True)
class Near:
    """A page to offer."""

    title: str
    address: str


def near_entries(path: str, language: str) -> list[Near]:
    """At most three entries whose last step looks like that of `path`; indicators only below theirs (one query)."""
    steps = [step[:LONGEST].lower() for step in path.split("/") if step]
    is_indicator = steps[1:2] == ["indicateurs"]
    wanted = "".join(steps[2:3] if is_indicator else steps[1:][-1:])
    if len(wanted) < SHORTEST:
        return []
    entries = SearchEntry.objects.filter(language=language, **{"kind": INDICATOR} if is_indicator else {})
    found = dict(entries.exclude(address__contains="#").order_by("pk").values_list("address", "title")[:MOST_READ])
    last_steps = {address: address.rstrip("/").rpartition("/")[2] for address in found}
    nearest = process.extract(wanted, last_steps, scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=SHOWN)
    prefix = get_script_prefix().rstrip("/")
    return [Near(typographic(found[address]), prefix + address) for _step, _score, address in nearest]
