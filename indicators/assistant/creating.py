"""Territories that a file names and the catalogue lacks, created all at once with their code and name."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from indicators.assistant.screens.grouping import ProblemGroup, group_key
from indicators.importing.observations import Reading, TerritoryRef
from indicators.models import Territory
from indicators.models.territory import Level
from indicators.services.territories import create_territory

LEVELS: Mapping[str, str] = {
    "COG commune": Level.COMMUNE,
    "EPCI SIREN": Level.EPCI,
    "COG département": Level.DEPARTEMENT,
    "COG région": Level.REGION,
    "ISO3166-1 alpha-2": Level.COUNTRY,
    "ISO3166-1 alpha-3": Level.COUNTRY,
    "M49": Level.COUNTRY,
}
"""Levels that a scheme of codes implies."""


def creatable_groups(reading: Reading, groups: list[ProblemGroup]) -> set[str]:
    """Keys of the groups whose territories can be created: each has a code in a scheme of a known level."""
    return {
        group_key(group.whole)
        for group in groups
        if group.whole.code == "unknown_territory" and _missing(reading, group)
    }


@transaction.atomic
def create_missing(reading: Reading, group: ProblemGroup) -> list[Territory]:
    """The territories of this group that do not exist yet; one that cannot be made stays a problem."""
    made = []
    for place in _missing(reading, group):
        try:
            name = (place.name or place.label or place.code)[:160]
            made.append(
                create_territory(scheme=place.scheme, code=place.code, name_fr=name, level=LEVELS[place.scheme])
            )
        except ValidationError:
            continue
    return made


def _missing(reading: Reading, group: ProblemGroup) -> list[TerritoryRef]:
    texts = {key.split("|", 3)[3] for key in group.members}
    return [
        place
        for place in reading.territories
        if not place.known and place.code and place.scheme in LEVELS and {place.label, place.code, place.name} & texts
    ]
