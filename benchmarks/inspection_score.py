"""How many sample files get the right recipe without any answer: `python benchmarks/inspection_score.py`.

Reads the cases of SAMPLES_DIR (default: `../shared/figures/samples` beside the repository). A case passes when reading
the file with the proposed recipe gives exactly the expected records; names of breakdowns are the recipe's freedom,
so they are compared up to a renaming. Each case is tried without any hint, then with the wording of what is wanted.
"""

import csv
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

from indicators.importing.formats import open_source  # noqa: E402
from indicators.importing.inspection import Hints, Inspection, inspect_source  # noqa: E402
from indicators.importing.observations import Reading  # noqa: E402
from indicators.importing.reading import read_observations  # noqa: E402
from indicators.importing.records import to_records  # noqa: E402
from indicators.importing.refusals import FileRefused  # noqa: E402
from indicators.importing.territories import Catalogue  # noqa: E402

DEFAULT_SAMPLES = ROOT.parent / "shared" / "figures" / "samples"


PREFIXES = {"DEP": "COG département", "REG": "COG région"}
Place = tuple[str, str]
Fact = tuple[str | None, tuple[str, ...]]
Observations = dict[Place, dict[str, Fact]]


@dataclass(frozen=True)
class CaseResult:
    """`unaided` and `with_wording`: the records are exactly those expected, without hint and with one. `contains`: all
    of them are there without hint, among others. `reason` says what differs, without hint then with one."""

    name: str
    unaided: bool
    with_wording: bool
    contains: bool
    reason: str = ""

    @property
    def passes(self) -> bool:
        return self.unaided or self.with_wording


def score_cases(samples_dir: Path) -> list[CaseResult]:
    """Every case of the folder, in the order of names."""
    catalogue = Catalogue.from_csv(samples_dir.parent / "territories.csv")
    return [_score(path, samples_dir, catalogue) for path in sorted((samples_dir / "cases").glob("*.json"))]


def _score(path: Path, samples_dir: Path, catalogue: Catalogue) -> CaseResult:
    case = json.loads(path.read_text(encoding="utf-8"))
    wording = f"{case['task']['fr']} {case.get('settings', {}).get('indicator', '')}"
    tries = [_try(case, samples_dir, catalogue, hints) for hints in (Hints(), Hints(wanted=wording))]
    reasons = [
        f"{label}: {reason}" for label, (_ok, _all, reason) in zip(("bare", "hint"), tries, strict=True) if reason
    ]
    return CaseResult(path.stem, tries[0][0], tries[1][0], tries[0][1], "; ".join(reasons))


def _try(case: dict, samples_dir: Path, catalogue: Catalogue, hints: Hints) -> tuple[bool, bool, str]:
    file = samples_dir / case["file"]
    try:
        source = open_source(file.read_bytes(), name=file.name)
        inspection: Inspection = inspect_source(source, catalogue, hints=hints)
        reading = read_observations(source, inspection.recipe, catalogue)
    except FileRefused as refusal:
        is_right = "expected_refusal" in case and refusal.code == "not_statistics"
        return is_right, is_right, "" if is_right else str(refusal)
    if "expected_refusal" in case:
        return False, False, "accepted, though it is no statistic"
    expected = expected_observations(samples_dir / case["expected"]["all_records"])
    found = found_observations(reading, expected)
    reason = difference(expected, found)
    return not reason, not difference(expected, {key: found.get(key, {}) for key in expected}, strict=False), reason


def expected_observations(path: Path) -> Observations:
    """By territory and period: the value and statuses of each breakdown, written as canonical text."""
    records: Observations = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            statuses = () if line["status"] == "normal" else tuple(sorted(line["status"].split("+")))
            values = records.setdefault((line["territory"], line["period"]), {})
            values[_values(json.loads(line["dims"] or "{}"))] = (line["value"] or None, statuses)
    return records


def found_observations(reading: Reading, expected: Observations) -> Observations:
    """The same from a reading; territories are written as the expected ones are: code, prefixed code or label."""
    known = {territory for territory, _period in expected}
    labels = {(ref.scheme, ref.code or ref.label): ref.label for ref in reading.territories}
    records: Observations = {}
    for record in to_records(reading):
        where = (record["territory_scheme"], record["territory"])
        territory = next((text for text in _spellings(where, labels[where]) if text in known), where[1])
        values = records.setdefault((territory, record["period"]), {})
        values[_values(record["breakdown"])] = (record["value"], tuple(sorted(record["status"])))
    return records


def _spellings(where: tuple[str, str], label: str) -> Iterator[str]:
    yield from (f"{prefix}:{where[1]}" for prefix, scheme in PREFIXES.items() if scheme == where[0])
    yield from (where[1], label)


def _values(breakdown: dict[str, str]) -> str:
    return json.dumps(sorted(breakdown.values()), ensure_ascii=False)


def difference(expected: Observations, found: Observations, *, strict: bool = True) -> str:
    """What differs, in one short sentence; "" when nothing does. Absent and « missing » are the same."""
    wanted, given = _said(expected), _said(found)
    names = _renaming(wanted, given)
    for key, values in wanted.items():
        for breakdown, fact in values.items():
            other = given.get(key, {}).get(names.get(breakdown, breakdown))
            if other is None or not _same(fact, other):
                return f"{key} {breakdown}: expected {fact}, found {other}"
    extra = sum(map(len, given.values())) - sum(map(len, wanted.values()))
    return f"{extra} observations too many" if strict and extra else ""


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


def main() -> int:
    """Prints one line for each case and the score; 1 when fewer than nine pass."""
    samples_dir = Path(os.environ.get("SAMPLES_DIR", DEFAULT_SAMPLES))
    if not samples_dir.is_dir():
        print(f"No sample files in {samples_dir}: nothing to score.")
        return 0
    django.setup()
    results = score_cases(samples_dir)
    for result in results:
        marks = ["yes" if answer else "no" for answer in (result.unaided, result.contains, result.with_wording)]
        print(
            f"{result.name:40} exact {marks[0]:4} contains {marks[1]:4} with wording {marks[2]:4} {result.reason[:160]}"
        )
    bare, aided = sum(result.unaided for result in results), sum(result.passes for result in results)
    print(f"{bare} of {len(results)} without any hint, {aided} with the wording of what is wanted.")
    return int(aided < 9)


if __name__ == "__main__":
    raise SystemExit(main())
