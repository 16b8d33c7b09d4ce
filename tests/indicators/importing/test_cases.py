"""Real files with expected results: every record comes out exactly, with our own recipes."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.importing.formats import open_source
from indicators.importing.observations import Reading
from indicators.importing.reading import read_observations
from indicators.importing.recipes import load_recipe
from indicators.importing.records import to_records
from indicators.importing.refusals import FileRefused
from indicators.importing.territories import Catalogue

RECIPES = Path(__file__).parents[2] / "samples" / "recipes"
CASES = sorted(path.stem for path in RECIPES.glob("*.yaml"))
SCHEME_OF_PREFIX = {"DEP": "COG département", "REG": "COG région"}

Key = tuple[str, str, str, str]


def read_case(name: str, samples: Path) -> Reading:
    case = json.loads((samples / "cases" / f"{name}.json").read_text(encoding="utf-8"))
    path = samples / case["file"]
    recipe = load_recipe((RECIPES / f"{name}.yaml").read_text(encoding="utf-8"))
    source = open_source(path.read_bytes(), name=path.name, encoding=recipe.file.encoding or None)
    return read_observations(source, recipe, Catalogue.from_csv(samples.parent / "territories.csv"))


def expected_records(name: str, samples: Path) -> Iterator[tuple[Key, str | None, list[str]]]:
    with (samples / "cases" / "expected_records" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            prefix, _colon, code = line["territory"].partition(":")
            scheme = SCHEME_OF_PREFIX.get(prefix, "")
            key = (
                scheme,
                code if scheme else line["territory"],
                line["period"],
                dims(json.loads(line["dims"] or "{}")),
            )
            statuses = [] if line["status"] == "normal" else sorted(line["status"].split("+"))
            yield key, line["value"] or None, statuses


def dims(breakdown: dict[str, str]) -> str:
    return json.dumps(breakdown, sort_keys=True, ensure_ascii=False)


def found_records(reading: Reading, expected: set[Key]) -> Iterator[tuple[Key, str | None, list[str]]]:
    """The records, their territory written as the expected ones write it: code with or without scheme, or label."""
    labels = {(ref.scheme, ref.code or ref.label): ref.label for ref in reading.territories}
    for record in to_records(reading):
        where = (record["territory_scheme"], record["territory"])
        rest = (record["period"], dims(record["breakdown"]))
        spellings: list[Key] = [(*where, *rest), ("", where[1], *rest), ("", labels[where], *rest)]
        key = next((spelling for spelling in spellings if spelling in expected), spellings[0])
        yield key, record["value"], sorted(record["status"])


@pytest.mark.parametrize("name", [name for name in CASES if name != "cog-departements"])
def test_every_record_of_a_real_file_comes_out_exactly(name: str, samples_dir: Path) -> None:
    expected = {key: (value, statuses) for key, value, statuses in expected_records(name, samples_dir)}
    reading = read_case(name, samples_dir)
    found = {key: (value, statuses) for key, value, statuses in found_records(reading, set(expected))}
    left_out = {key for key in expected if key not in found and expected[key] == (None, ["missing"])}
    assert set(found) == set(expected) - left_out
    for key, (value, statuses) in found.items():
        wanted, wanted_statuses = expected[key]
        assert statuses == wanted_statuses, key
        assert (value is None) == (wanted is None), key
        assert value is None or Decimal(value) == Decimal(wanted or ""), key
    assert len(found) == len(reading.table) == reading.account.kept


@pytest.mark.parametrize("name", [name for name in CASES if name != "cog-departements"])
def test_only_unknown_territories_remain_to_be_settled(name: str, samples_dir: Path) -> None:
    reading = read_case(name, samples_dir)
    assert set(Counter(problem.code for problem in reading.problems)) <= {"unknown_territory"}


def test_list_of_territories_is_refused_in_words_that_say_where_it_goes(samples_dir: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        read_case("cog-departements", samples_dir)
    sentence = str(refused.value)
    assert refused.value.code == "not_statistics"
    assert "101 départements" in sentence
    assert "sans aucune valeur ni période" in sentence
    assert "référentiel des territoires" in sentence
    assert "Rien n’a été enregistré comme observation" in sentence
