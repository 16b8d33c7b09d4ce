"""Names of the territories of a snapshot, asked of the database once for each page of rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators.importing.observations import TerritoryRef
from indicators.models import Territory


@dataclass(frozen=True, slots=True)
class TerritoryName:
    """`scheme` and `code` as in the catalogue, "" for a label that has no code."""

    scheme: str
    code: str
    name: str
    is_known: bool = True


def territory_names(keys: Iterable[int], unknown: Sequence[TerritoryRef]) -> dict[int, TerritoryName]:
    """The name of each key of a snapshot; negative keys are territories that the catalogue lacks (one query)."""
    wanted = set(keys)
    known = Territory.objects.in_bulk([key for key in wanted if key > 0])
    names = {key: TerritoryName(place.scheme, place.code, str(place.name)) for key, place in known.items()}
    for key in wanted:
        if key < 0:
            place = unknown[-1 - key]
            names[key] = TerritoryName(place.scheme, place.code, place.name or place.label, is_known=False)
    return names
