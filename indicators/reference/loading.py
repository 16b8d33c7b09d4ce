"""Loads the catalogue that every installation starts from: goals, targets, priority issues, territories, peer groups.

Idempotent: a second run changes nothing, and what a person has changed since in the admin (a name, a spelling
added) is only overwritten for the rows of these files.
"""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
EUROPEAN_COUNTRIES = (
    "FR AL AT BE BG CH CY CZ DE DK EE GR ES FI HR HU IE IS IT LT LU LV ME MK MT NL NO PL PT RO RS SE SI SK TR GB"
)
"""Those that European statistics compare: the list is of countries with their data, not of a continent."""
GetModel = Callable[[str], Any]
"""Model by name: `apps.get_model` of a migration, or the one of the running project."""


def load_reference(get_model: GetModel) -> None:
    """Writes the whole catalogue."""
    load_goals(get_model)
    load_priority_issues(get_model)
    load_territories(get_model)
    load_peer_groups(get_model)


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a file of this folder."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def load_goals(get_model: GetModel) -> None:
    """17 goals and 169 targets."""
    Goal, Target = get_model("Goal"), get_model("Target")
    for position, row in enumerate(rows("goals.csv")):
        names = {"name_fr": row["label_fr"], "name_en": row["label_en"]}
        if row["kind"] == "goal":
            Goal.objects.update_or_create(number=int(row["code"]), defaults=names)
        else:
            place = {"goal_id": int(row["goal"]), "position": position}
            Target.objects.update_or_create(code=row["code"], defaults=names | place)


def load_priority_issues(get_model: GetModel) -> None:
    """The ten priority issues of the territory's CSR platform."""
    for row in rows("priority_issues.csv"):
        names = {"name_fr": row["name_fr"], "name_en": row["name_en"]}
        get_model("PriorityIssue").objects.update_or_create(number=int(row["number"]), defaults=names)


def load_territories(get_model: GetModel) -> None:
    """Territories first, then what encloses them, then how sources write them."""
    Territory, Spelling = get_model("Territory"), get_model("TerritorySpelling")
    known: dict[tuple[str, str], Any] = {}
    for row in rows("territories.csv"):
        known[row["scheme"], row["code"]], _ = Territory.objects.update_or_create(
            scheme=row["scheme"], code=row["code"], defaults=territory_fields(row)
        )
    for row in rows("territories.csv"):
        territory = known[row["scheme"], row["code"]]
        parent = known.get((row["parent_scheme"], row["parent_code"]))
        if parent and territory.parent_id != parent.pk:
            Territory.objects.filter(pk=territory.pk).update(parent=parent)
        territory.areas.add(*[known[tuple(area.split("|"))] for area in row["areas"].split(";") if area])
        for text in filter(None, row["spellings"].split(";")):
            Spelling.objects.get_or_create(territory_id=territory.pk, text=text)


def territory_fields(row: dict[str, str]) -> dict[str, Any]:
    """Columns of the file as fields of the model."""
    return {
        "name_fr": row["name_fr"],
        "name_en": row["name_en"],
        "level": row["level"],
        "population": int(row["population"]) if row["population"] else None,
        "is_focus": bool(row["is_focus"]),
    }


def load_peer_groups(get_model: GetModel) -> None:
    """Groups that follow from the territories themselves."""
    Territory, PeerGroup = get_model("Territory"), get_model("PeerGroup")
    metropolises = Territory.objects.filter(level="epci", scheme="EPCI SIREN")
    groups = {
        "metropoles": ("Les 22 métropoles", "The 22 metropolises", metropolises),
        "departements-metropoles": (
            "Les départements des métropoles",
            "The départements of the metropolises",
            Territory.objects.filter(pk__in=metropolises.values("parent")),
        ),
        "regions": ("Les régions", "The regions", Territory.objects.filter(scheme="COG région", level="region")),
        "caisses": ("Les caisses régionales", "The regional funds", Territory.objects.filter(level="agency_area")),
        "pays-europeens": (
            "Les pays européens",
            "European countries",
            Territory.objects.filter(scheme="ISO3166-1 alpha-2", code__in=EUROPEAN_COUNTRIES.split()),
        ),
    }
    for code, (name_fr, name_en, territories) in groups.items():
        group, created = PeerGroup.objects.get_or_create(code=code, defaults={"name_fr": name_fr, "name_en": name_en})
        if created:
            group.territories.set(territories)
