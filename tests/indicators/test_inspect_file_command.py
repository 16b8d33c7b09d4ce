"""`inspect_file`: what was detected, each guess with its confidence and reason, and the recipe; or a plain refusal."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from indicators.importing.recipes import load_recipe
from tests.factories.indicators import make_indicator

pytestmark = pytest.mark.django_db

FILE = "siren;annee;valeur\n244400404;2020;10,5\n243500139;2020;9,1\n244400404;2021;11,0\n243500139;2021;9,4\n"


def inspect(content: bytes, folder: Path, *arguments: str, code: int = 0) -> tuple[dict[str, Any], str]:
    """The JSON object and the errors of a run, which must end with this code."""
    path, out, errors, ended = folder / "chiffres.csv", StringIO(), StringIO(), 0
    path.write_bytes(content)
    try:
        call_command("inspect_file", str(path), *arguments, "--json", stdout=out, stderr=errors)
    except SystemExit as end:
        ended = int(end.code or 0)
    assert ended == code, errors.getvalue()
    return json.loads(out.getvalue()), errors.getvalue()


def test_it_says_what_it_believes_why_and_how_sure_it_is(tmp_path: Path) -> None:
    document, errors = inspect(FILE.encode(), tmp_path)
    assert (document["outcome"], errors) == ("inspected", "")
    assert document["facts"]["separator"] == ";"
    for guess in document["guesses"]:
        assert guess["sentence"]
        assert guess["confidence"] in ("sure", "almost", "to_confirm")


def test_the_proposed_recipe_is_one_that_can_be_used(tmp_path: Path) -> None:
    recipe = load_recipe(inspect(FILE.encode(), tmp_path)[0]["recipe"])
    assert recipe.territory.origin.column == "siren"
    assert recipe.period.origin.column == "annee"


def test_what_is_no_statistic_is_refused_in_one_line(tmp_path: Path) -> None:
    document, errors = inspect(b"%PDF-1.7", tmp_path, code=1)
    assert document["outcome"] == "refused"
    assert set(document["refusal"]) == {"code", "reason", "remedy"}
    assert len(errors.strip().splitlines()) == 1


def test_the_indicator_helps_to_choose_and_must_exist(tmp_path: Path) -> None:
    make_indicator("emploi")
    assert inspect(FILE.encode(), tmp_path, "--indicator", "emploi")
    assert "inconnu" in inspect(FILE.encode(), tmp_path, "--indicator", "inconnu", code=1)[1]


def test_without_json_a_person_reads_sentences_and_a_recipe(tmp_path: Path) -> None:
    path, out = tmp_path / "f.csv", StringIO()
    path.write_text(FILE, encoding="utf-8")
    call_command("inspect_file", str(path), stdout=out)
    assert "siren" in out.getvalue()
    assert load_recipe(out.getvalue().split("\n\n", 1)[1])


UNTOLD = "Titre;Valeur\n2003;9,7\n2005;8,6\n2007;8,1\n"


def test_what_nothing_tells_is_named_with_what_to_add(tmp_path: Path) -> None:
    document, _errors = inspect(UNTOLD.encode(), tmp_path)
    assert [missing["what"] for missing in document["missing"]] == ["territory.constant"]
    assert "constant: {scheme:" in document["missing"][0]["add"]
    assert document["recipe"]["territory"] == {"to_be_told": True}


def test_a_recipe_with_something_to_be_told_is_refused_in_words(tmp_path: Path) -> None:
    document, _errors = inspect(UNTOLD.encode(), tmp_path)
    recipe, errors = tmp_path / "recette.json", StringIO()
    recipe.write_text(json.dumps(document["recipe"]), encoding="utf-8")
    with pytest.raises(SystemExit):
        call_command(
            "import_figures",
            str(tmp_path / "chiffres.csv"),
            f"--recipe={recipe}",
            "--dry-run",
            stdout=StringIO(),
            stderr=errors,
        )
    assert "le territoire n’est pas dit" in errors.getvalue()
    assert "constant: {scheme: COG commune" in errors.getvalue()
