"""How many sample files get the right recipe without any answer: `python benchmarks/inspection_score.py`.

Reads the cases of SAMPLES_DIR (default: `../shared/figures/samples` beside the repository) with the territories that
ship with the product. Each case is tried without any hint, then with the wording of what is wanted. A proposal is
`exact` when reading the file with it gives exactly the expected records. It is `right` when it does so once restricted
by what the task of the case alone can say: a category of a breakdown that it kept (« all ages »), or some of the
columns that it read (« women and men »); such a recipe reads the file without a fault, and more of it than was asked.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import django

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

from benchmarks.expected_records import (  # noqa: E402
    difference,
    expected_observations,
    found_observations,
    shipped_catalogue,
)
from benchmarks.stated_filters import restricted  # noqa: E402
from indicators.importing.formats import open_source  # noqa: E402
from indicators.importing.inspection import Hints, Inspection, inspect_source  # noqa: E402
from indicators.importing.reading import read_observations  # noqa: E402
from indicators.importing.recipes import Recipe  # noqa: E402
from indicators.importing.refusals import FileRefused  # noqa: E402
from indicators.importing.territories import Catalogue  # noqa: E402

DEFAULT_SAMPLES = ROOT.parent / "shared" / "figures" / "samples"
WANTED = 9


@dataclass(frozen=True)
class Attempt:
    """One inspection: whether its recipe is `exact`, else whether it is `right` once restricted, what the inspection
    asks of the person, and what differs."""

    exact: bool
    right: bool
    asks: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class CaseResult:
    """The attempt without any hint, and the one with the wording of what is wanted."""

    name: str
    bare: Attempt
    worded: Attempt


def score_cases(samples_dir: Path) -> list[CaseResult]:
    """Every case of the folder, in the order of names."""
    catalogue = shipped_catalogue()
    return [_score(path, samples_dir, catalogue) for path in sorted((samples_dir / "cases").glob("*.json"))]


def _score(path: Path, samples_dir: Path, catalogue: Catalogue) -> CaseResult:
    case = json.loads(path.read_text(encoding="utf-8"))
    wording = f"{case['task']['fr']} {case.get('settings', {}).get('indicator', '')}"
    bare, worded = (_attempt(case, samples_dir, catalogue, hints) for hints in (Hints(), Hints(wanted=wording)))
    return CaseResult(path.stem, bare, worded)


def _attempt(case: Mapping[str, Any], samples_dir: Path, catalogue: Catalogue, hints: Hints) -> Attempt:
    file = samples_dir / case["file"]
    try:
        source = open_source(file.read_bytes(), name=file.name)
        inspection = inspect_source(source, catalogue, hints=hints)
    except FileRefused as refusal:
        is_right = "expected_refusal" in case and refusal.code == "not_statistics"
        return Attempt(is_right, is_right, reason="" if is_right else str(refusal))
    if "expected_refusal" in case:
        return Attempt(False, False, reason="accepted, though it is no statistic")
    expected = samples_dir / case["expected"]["all_records"]

    def fault(recipe: Recipe) -> str:
        try:
            reading = read_observations(source, recipe, catalogue)
        except FileRefused as refusal:
            return str(refusal)
        records = expected_observations(expected)
        return difference(records, found_observations(reading, records, catalogue))

    return _judged(inspection, fault(inspection.recipe), lambda: fault(restricted(inspection.recipe, case["settings"])))


def _judged(inspection: Inspection, fault: str, restricted_fault: Any) -> Attempt:
    asks = tuple(guess.what for guess in inspection.every_doubt)
    return Attempt(not fault, not fault or not restricted_fault(), asks, fault)


def report_lines(results: list[CaseResult]) -> list[str]:
    """One line for each case, with what it still needs, then the score."""
    count = len(results)
    tries = {"without any hint": [one.bare for one in results], "with wording": [one.worded for one in results]}
    scores = [
        f"{sum(one.exact for one in attempts)} of {count} exact {how},"
        f" {sum(one.right for one in attempts)} once restricted by what the task says."
        for how, attempts in tries.items()
    ]
    return [*(_line(result) for result in results), "", *scores]


def _line(result: CaseResult) -> str:
    bare, worded = result.bare, result.worded
    needs = f"asks {', '.join(bare.asks)}" if bare.asks else bare.reason[:110]
    return f"{result.name:34} {_word(bare):6} with wording {_word(worded):6} {'' if bare.exact else needs}".rstrip()


def _word(attempt: Attempt) -> str:
    return "exact" if attempt.exact else "right" if attempt.right else "asked" if attempt.asks else "wrong"


def main() -> int:
    """Prints one line for each case and the score; 1 when fewer than nine are right without any hint."""
    samples_dir = Path(os.environ.get("SAMPLES_DIR", DEFAULT_SAMPLES))
    if not samples_dir.is_dir():
        print(f"No sample files in {samples_dir}: nothing to score.")
        return 0
    django.setup()
    results = score_cases(samples_dir)
    print("\n".join(report_lines(results)))
    return int(sum(result.bare.right for result in results) < WANTED)


if __name__ == "__main__":
    raise SystemExit(main())
