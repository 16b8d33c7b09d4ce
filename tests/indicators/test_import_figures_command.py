"""The public contract of the command line: real files come out exactly, and nothing is written unless all is well."""

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from indicators.catalogue import territory_catalogue
from indicators.models import Indicator, Observation, Release, StoredRecipe, Upload
from tests.factories.indicators import make_indicator, make_live, make_superuser, make_user

pytestmark = pytest.mark.django_db

RECIPES = Path(__file__).parents[1] / "samples" / "recipes"
CASES = sorted(path.stem for path in RECIPES.glob("*.yaml") if path.stem != "cog-departements")
SCHEME_OF_PREFIX = {"DEP": "COG département", "REG": "COG région"}
RECIPE = """
version: 1
territory: {column: siren, scheme: EPCI SIREN}
period: {column: annee}
value: {column: valeur, decimal: ","}
"""
FILE = "siren;annee;valeur\n244400404;2020;10,5\n244400404;2021;11,0\n"


def run(*arguments: object, code: int = 0) -> tuple[dict[str, Any], str]:
    """The JSON object and the errors of a run, which must end with this code."""
    out, errors = StringIO(), StringIO()
    ended = 0
    try:
        call_command("import_figures", *map(str, arguments), "--json", stdout=out, stderr=errors)
    except SystemExit as end:
        ended = int(end.code or 0)
    assert ended == code, errors.getvalue()
    return json.loads(out.getvalue()), errors.getvalue()


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    path = tmp_path / "recette.yaml"
    path.write_text(RECIPE, encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path, FILE)


def written(folder: Path, text: str, name: str = "chiffres.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# Real files

Key = tuple[str, str, str, str]


def expected_records(name: str, samples: Path) -> Iterator[tuple[Key, str | None, list[str]]]:
    with (samples / "cases" / "expected_records" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            prefix, _colon, code = line["territory"].partition(":")
            scheme = SCHEME_OF_PREFIX.get(prefix, "")
            place = code if scheme else line["territory"]
            statuses = [] if line["status"] == "normal" else sorted(line["status"].split("+"))
            yield (
                (scheme, place, line["period"], dims(json.loads(line["dims"] or "{}"))),
                line["value"] or None,
                statuses,
            )


def dims(breakdown: dict[str, str]) -> str:
    return json.dumps(breakdown, sort_keys=True, ensure_ascii=False)


def case_of(name: str, samples: Path) -> dict[str, Any]:
    return json.loads((samples / "cases" / f"{name}.json").read_text(encoding="utf-8"))


def dry_run(name: str, samples: Path) -> dict[str, Any]:
    path = samples / case_of(name, samples)["file"]
    return run(path, "--recipe", RECIPES / f"{name}.yaml", "--dry-run", "--observations")[0]


def found_records(records: list[dict[str, Any]], expected: set[Key]) -> Iterator[tuple[Key, str | None, list[str]]]:
    """The records, their territory written as the expected ones write it: code with or without scheme, or name."""
    catalogue = territory_catalogue()
    for record in records:
        scheme, code = record["territory_scheme"], record["territory"]
        row = catalogue.by_code(scheme, code)
        rest = (record["period"], dims(record["breakdown"]))
        names = (code, row.name, *row.spellings) if row else (code,)
        spellings: list[Key] = [(scheme, code, *rest), *(("", name, *rest) for name in names)]
        key = next((spelling for spelling in spellings if spelling in expected), spellings[0])
        yield key, record["value"], sorted(record["status"])


@pytest.mark.parametrize("name", CASES)
def test_every_observation_of_a_real_file_is_printed_exactly(name: str, samples_dir: Path) -> None:
    expected = {key: (value, statuses) for key, value, statuses in expected_records(name, samples_dir)}
    records = dry_run(name, samples_dir)["observations"]
    found = {key: (value, statuses) for key, value, statuses in found_records(records, set(expected))}
    left_out = {key for key in expected if key not in found and expected[key] == (None, ["missing"])}
    assert len(found) == len(records)
    assert set(found) == set(expected) - left_out
    for key, (value, statuses) in found.items():
        wanted, wanted_statuses = expected[key]
        assert (value is None, statuses) == (wanted is None, wanted_statuses), key
        assert value is None or Decimal(value) == Decimal(wanted or ""), key


def test_a_list_of_territories_is_refused(samples_dir: Path) -> None:
    path = samples_dir / case_of("cog-departements", samples_dir)["file"]
    document, errors = run(path, "--recipe", RECIPES / "cog-departements.yaml", "--dry-run", code=1)
    assert document["refusal"]["code"] == "not_statistics"
    assert len(errors.strip().splitlines()) == 1


# From a file to a draft


def test_dry_run_writes_nothing_and_needs_no_indicator(file: Path, recipe: Path) -> None:
    document, errors = run(file, "--recipe", recipe, "--dry-run", "--observations")
    assert document["outcome"] == "dry_run"
    assert errors == ""
    assert document["observations"][0] == {
        "territory_scheme": "EPCI SIREN",
        "territory": "244400404",
        "period": "2020",
        "breakdown": {},
        "value": "10.5",
        "status": [],
        "note": "",
    }
    assert not Upload.objects.exists()


def test_dry_run_prints_territories_that_the_catalogue_lacks(tmp_path: Path, recipe: Path) -> None:
    path = written(tmp_path, FILE.replace("244400404", "999999999"))
    document, _errors = run(path, "--recipe", recipe, "--dry-run", "--observations")
    assert document["unknown_territories"] == ["999999999"]
    assert {record["territory"] for record in document["observations"]} == {"999999999"}


def test_a_file_becomes_a_draft_in_the_name_of_the_account(file: Path, recipe: Path) -> None:
    indicator, user = make_indicator("emploi"), make_user("donnees@example.org")
    document, _errors = run(file, "--indicator", "emploi", "--recipe", recipe, "--user", "Donnees@example.org")
    release = Release.objects.get(indicator=indicator)
    assert document["outcome"] == "draft"
    assert document["release"]["version"] == release.number == 1
    assert (release.created_by, release.live) == (user, False)
    assert release.provenance.upload.original_name == "chiffres.csv"
    assert StoredRecipe.objects.get(indicator=indicator).name == "emploi"


def test_the_same_file_again_changes_nothing_and_is_no_error(file: Path, recipe: Path) -> None:
    make_superuser()
    make_indicator("emploi")
    run(file, "--indicator", "emploi", "--recipe", recipe)
    document, errors = run(file, "--indicator", "emploi", "--recipe", recipe)
    assert (document["outcome"], document["release"]["version"], errors) == ("unchanged", 1, "")
    assert (Release.objects.count(), Upload.objects.count(), Observation.objects.count()) == (1, 1, 2)


def test_a_cell_that_is_no_number_stops_the_import_until_its_loss_is_accepted(tmp_path: Path, recipe: Path) -> None:
    make_superuser()
    make_indicator("emploi")
    path = written(tmp_path, FILE + "244400404;2022;douze\n")
    document, errors = run(path, "--indicator", "emploi", "--recipe", recipe, code=1)
    assert document["outcome"] == "refused"
    assert len(errors.strip().splitlines()) == 1
    assert not Upload.objects.exists()
    (problem,) = document["problems"]
    run(path, "--indicator", "emploi", "--recipe", recipe, "--accept-loss", problem["key"])
    release = Release.objects.get()
    assert [loss["key"] for loss in release.provenance.losses] == [problem["key"]]
    assert release.provenance.account["dropped"] == 1


def test_an_unknown_territory_stops_the_import_until_it_is_left_out(tmp_path: Path, recipe: Path) -> None:
    make_superuser()
    make_indicator("emploi")
    path = written(tmp_path, FILE + "999999999;2021;3,5\n")
    document, _errors = run(path, "--indicator", "emploi", "--recipe", recipe, code=1)
    run(path, "--indicator", "emploi", "--recipe", recipe, "--accept-loss", document["problems"][0]["key"])
    assert Observation.objects.count() == 2


def test_values_that_vanish_stop_the_import_until_accepted(file: Path, recipe: Path, tmp_path: Path) -> None:
    make_superuser()
    indicator = make_indicator("emploi")
    run(file, "--indicator", "emploi", "--recipe", recipe)
    make_live(Release.objects.get(indicator=indicator))
    shorter = written(tmp_path, "siren;annee;valeur\n244400404;2021;11,0\n", "suite.csv")
    document, _errors = run(shorter, "--indicator", "emploi", "--recipe", recipe, code=1)
    assert [loss["key"] for loss in document["losses"]] == ["vanished"]
    document, _errors = run(shorter, "--indicator", "emploi", "--recipe", recipe, "--accept-loss", "vanished")
    assert document["release"]["version"] == 2


def test_submitting_hands_the_draft_to_review(file: Path, recipe: Path) -> None:
    make_superuser()
    indicator = make_indicator("emploi")
    document, _errors = run(file, "--indicator", "emploi", "--recipe", recipe, "--submit")
    assert document["outcome"] == "submitted"
    assert Release.objects.get(indicator=indicator).workflow_in_progress


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--indicator", "inconnu"], "inconnu"),
        ([], "--indicator"),
        (["--indicator", "emploi", "--user", "personne@example.org"], "personne@example.org"),
    ],
)
def test_what_is_missing_is_said_in_one_line(file: Path, recipe: Path, arguments: list[str], words: str) -> None:
    make_indicator("emploi")
    document, errors = run(file, "--recipe", recipe, *arguments, code=1)
    assert words in errors
    assert document["errors"] == errors.strip().splitlines()
    assert len(document["errors"]) == 1


def test_a_file_that_is_not_there_is_said_in_one_line(tmp_path: Path, recipe: Path) -> None:
    document, errors = run(tmp_path / "absent.csv", "--recipe", recipe, "--dry-run", code=1)
    assert document["outcome"] == "refused"
    assert "absent.csv" in errors


def test_a_recipe_that_does_not_fit_is_refused_in_words(tmp_path: Path, recipe: Path) -> None:
    path = written(tmp_path, FILE.replace("annee", "millesime"))
    document, errors = run(path, "--recipe", recipe, "--dry-run", code=1)
    assert document["refusal"]["code"] == "recipe_does_not_fit"
    assert "annee" in errors


def test_without_json_a_person_reads_what_happened(file: Path, recipe: Path) -> None:
    make_superuser()
    make_indicator("emploi")
    out = StringIO()
    call_command("import_figures", str(file), "--indicator", "emploi", "--recipe", str(recipe), stdout=out)
    assert "brouillon enregistré" in out.getvalue()
    assert "2 nouvelles valeurs" in out.getvalue()
    assert Indicator.objects.get().releases.count() == 1
