"""The records that a sample case expects, beside those that a reading gives.

Names of breakdowns are the recipe's freedom, so they are compared up to a renaming; a territory may be named by any of
its spellings; absent and « missing » are the same.
"""

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from indicators.importing.observations import Reading
from indicators.importing.records import to_records
from indicators.importing.territories import Catalogue, CatalogueRow
from indicators.reference.loading import rows

PREFIXES = {"DEP": "COG département", "REG": "COG région"}
Place = tuple[str, str]
Fact = tuple[str | None, tuple[str, ...]]
Observations = dict[Place, dict[str, Fact]]


def shipped_catalogue() -> Catalogue:
    """The territories of every new installation."""
    return Catalogue.from_rows(
        CatalogueRow(
            scheme=row["scheme"],
            code=row["code"],
            name=row["name_fr"],
            level=row["level"],
            parent=(row["parent_scheme"], row["parent_code"]) if row["parent_code"] else None,
            spellings=tuple(text for text in (row["name_en"], *row["spellings"].split(";")) if text),
        )
        for row in rows("territories.csv")
    )


def expected_observations(path: Path) -> Observations:
    """By territory and period: the value and statuses of each breakdown, written as canonical text."""
    records: Observations = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            statuses = () if line["status"] == "normal" else tuple(sorted(line["status"].split("+")))
            values = records.setdefault((line["territory"], line["period"]), {})
            values[_values(json.loads(line["dims"] or "{}"))] = (line["value"] or None, statuses)
    return records


def found_observations(reading: Reading, expected: Observations, catalogue: Catalogue) -> Observations:
    """The same from a reading; territories are written as the expected ones are: code, prefixed code or a spelling."""
    known = {territory for territory, _period in expected}
    labels = {(ref.scheme, ref.code or ref.label): ref.label for ref in reading.territories}
    records: Observations = {}
    for record in to_records(reading):
        where = (record["territory_scheme"], record["territory"])
        spellings = _spellings(where, labels[where], catalogue.by_code(*where))
        territory = next((text for text in spellings if text in known), where[1])
        values = records.setdefault((territory, record["period"]), {})
        values[_values(record["breakdown"])] = (record["value"], tuple(sorted(record["status"])))
    return records


def _spellings(where: tuple[str, str], label: str, row: CatalogueRow | None) -> Iterator[str]:
    yield from (f"{prefix}:{where[1]}" for prefix, scheme in PREFIXES.items() if scheme == where[0])
    yield from (where[1], label)
    yield from (row.name, *row.spellings) if row else ()


def _values(breakdown: dict[str, str]) -> str:
    return json.dumps(sorted(breakdown.values()), ensure_ascii=False)


def difference(expected: Observations, found: Observations) -> str:
    """What differs, in one short sentence; "" when nothing does."""
    wanted, given = _said(expected), _said(found)
    names = _renaming(wanted, given)
    for key, values in wanted.items():
        for breakdown, fact in values.items():
            other = given.get(key, {}).get(names.get(breakdown, breakdown))
            if other is None or not _same(fact, other):
                return f"{key} {breakdown}: expected {fact}, found {other}"
    extra = sum(map(len, given.values())) - sum(map(len, wanted.values()))
    return f"{extra} observations too many" if extra else ""


def _said(observations: Observations) -> Observations:
    kept = {
        key: {
            breakdown: fact for breakdown, fact in values.items() if fact[0] is not None or set(fact[1]) - {"missing"}
        }
        for key, values in observations.items()
    }
    return {key: values for key, values in kept.items() if values}


def _renaming(expected: Observations, found: Observations) -> dict[str, str]:
    """Breakdowns whose texts differ are paired by the values they hold: each may stand for one other only."""
    wanted = {name for values in expected.values() for name in values}
    given = {name for values in found.values() for name in values}
    names: dict[str, str] = {}
    for name in wanted - given:
        rest = given - wanted - set(names.values())
        agreeing = next((other for other in sorted(rest) if _agree(expected, found, name, other)), None)
        names |= {name: agreeing} if agreeing else {}
    return names


def _agree(expected: Observations, found: Observations, name: str, other: str) -> bool:
    facts = [(values[name], found.get(key, {}).get(other)) for key, values in expected.items() if name in values]
    return all(fact is not None and _same(wanted, fact) for wanted, fact in facts)


def _same(wanted: Fact, found: Fact) -> bool:
    if (wanted[0] is None) != (found[0] is None) or wanted[1] != found[1]:
        return False
    return wanted[0] is None or Decimal(wanted[0]) == Decimal(found[0] or "")
