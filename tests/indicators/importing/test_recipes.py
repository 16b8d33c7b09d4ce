"""Recipes are read safely, checked in clear sentences and written back equal."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from indicators.importing.patterns import extracted, matching, pattern_fault
from indicators.importing.recipe_checks import recipe_validator
from indicators.importing.recipes import Recipe, dump_recipe, load_recipe
from indicators.importing.refusals import FileRefused

SAMPLES = Path(__file__).parents[2] / "samples"
RECIPES = sorted([*(SAMPLES / "recipes").glob("*.yaml"), *(SAMPLES / "layouts").glob("*.yaml")])
SMALLEST: dict[str, Any] = {"territory": {"column": "a"}, "period": {"column": "b"}}
EVERYTHING = """
version: 1
name: Tout
file:
  encoding: utf-8
  separator: ";"
  sheets: {matching: "^T"}
  header: [2, 3]
  skip: [4]
  skip_matching: "^Total"
  footer: 2
  fill_down: [a]
layout: long
territory:
  column: zone
  scheme: {column: maille, values: {DEPT: COG département, REG: COG région}}
  by: label
  pad: 5
  labels: {NO: {scheme: Pays, code: 01}, "Métropole": "EPCI SIREN|244400404"}
period: {columns: [annee, trimestre], header_row: [2, 3], format: quarter, suffix: status}
value:
  columns: {SNHMF14: {sexe: F}, 2012: {sexe: H}}
  decimal: ","
  thousands: space
  units: ["%", "€"]
  scale: "0.001"
  flags_inside: true
  parentheses: negative
  flag_row: {column: a, equals: Codes}
breakdown: [{column: age, name: age, total: [Total, Ensemble], labels: {Y15: 15 ans}, pattern: "^(Y.+)$"}]
filter:
  - {column: a, equals: 01}
  - {column: b, in: [1, 01, no]}
  - {column: c, not: x}
  - {column: d, matches: "^x"}
  - {column: e, empty: true}
status:
  marks: {"-": not_applicable}
  flags: {A: normal, P: provisional}
  columns: [OBS_FLAG, {column: CONF, values: {C: withheld}}]
note: [remarque]
empty: skip
duplicates: {mean: {decimals: 2}}
totals: drop
scope: adds
placeholder_zero: missing
"""


def refusal(recipe: str | dict[str, Any]) -> str:
    with pytest.raises(FileRefused) as refused:
        load_recipe(recipe)
    assert refused.value.code == "recipe_invalid"
    return str(refused.value)


@pytest.mark.parametrize("text", [EVERYTHING, *(path.read_text(encoding="utf-8") for path in RECIPES)])
def test_recipe_written_back_is_equal(text: str) -> None:
    recipe = load_recipe(text)
    assert load_recipe(dump_recipe(recipe)) == recipe


def test_smallest_recipe_has_documented_defaults() -> None:
    recipe = load_recipe(SMALLEST)
    assert isinstance(recipe, Recipe)
    assert (recipe.empty, recipe.duplicates.action, recipe.totals) == ("missing", "refuse", "keep")
    assert (recipe.scope, recipe.placeholder_zero) == ("replaces", "flag")


def test_json_is_a_recipe_too() -> None:
    assert load_recipe('{"territory": {"column": "a"}, "period": {"column": "b"}}') == load_recipe(SMALLEST)


def test_yaml_keeps_codes_and_country_codes_as_text() -> None:
    recipe = load_recipe(EVERYTHING)
    assert recipe.territory.labels["NO"] == "Pays|01"
    assert recipe.filter[0].values == ("01",)
    assert recipe.filter[1].values == ("1", "01", "no")
    assert "2012" in recipe.value.columns


@pytest.mark.parametrize(
    ("recipe", "words"),
    [
        ({**SMALLEST, "layot": "long"}, "clé inconnue « layot »"),
        ({"territory": {"column": "a"}}, "il manque « period »"),
        ({**SMALLEST, "layout": "carré"}, "layout : « carré » n’est pas admis"),
        ({**SMALLEST, "version": 2}, "version : « 2 »"),
        ({**SMALLEST, "period": {"colum": "b"}}, "period : clé inconnue « colum »"),
        ({**SMALLEST, "territory": {"column": "a", "cell": "A1"}}, "territory : il faut une et une seule"),
        ({**SMALLEST, "filter": [{"column": "a"}]}, "filter.0 : il faut une et une seule"),
        ({**SMALLEST, "status": {"marks": {"x": "caché"}}}, "status.marks.x : « caché » n’est pas admis"),
        ({**SMALLEST, "period": {"column": "b", "pattern": "(?=x)"}}, "n’est pas une expression régulière admise"),
        ({**SMALLEST, "period": {"column": "b", "pattern": "x"}}, "doit avoir un groupe"),
        ({**SMALLEST, "period": {"header_row": 3}}, "la ligne 3 n’est pas dans file.header"),
        ({**SMALLEST, "value": {"column": "a", "columns": ["b"]}}, "s’excluent"),
        ({**SMALLEST, "value": {"scale": 0}}, "ne peut pas être zéro"),
        ({**SMALLEST, "value": {"decimal": ",", "thousands": "comma"}}, "sont les mêmes"),
        ("[1, 2]", "Une recette est un ensemble de clés"),
        ("a: [", "ligne 1"),
        ("a: &x [1]\nb: *x", "Ce n’est ni du YAML ni du JSON lisible"),
        ("x: " + "[" * 20_000, "Ce n’est ni du YAML ni du JSON lisible"),
        ("!!python/object/apply:os.system [ls]", "Ce n’est ni du YAML ni du JSON lisible"),
        ("x" * 200_001, "trop longue"),
    ],
)
def test_fault_of_a_recipe_is_said_with_its_place(recipe: str | dict[str, Any], words: str) -> None:
    assert words in refusal(recipe)


def test_pattern_that_would_run_for_ever_elsewhere_ends_at_once() -> None:
    assert pattern_fault("(a+)+$") == ""
    assert matching(["a" * 5_000 + "b"], "(a+)+$").tolist() == [False]


def test_group_of_a_pattern_is_taken_from_anywhere_in_a_text() -> None:
    assert extracted(["note : millésime 2018\nsuite", "rien"], r"millésime (\d{4})") == ["2018", None]


def test_pattern_too_long_is_refused() -> None:
    assert pattern_fault("a" * 401) == "too_long"


def test_every_key_of_the_schema_is_documented_and_every_example_is_valid() -> None:
    text = (Path(__file__).parents[3] / "docs" / "recipes.md").read_text(encoding="utf-8")
    schema = recipe_validator().schema
    for key, part in schema["properties"].items():
        assert f"`{key}`" in text or f"{key}:" in text, key
        for inner in part.get("properties", {}):
            assert f"`{inner}`" in text or f"{inner}:" in text, f"{key}.{inner}"
    for block in re.findall(r"```yaml\n(.*?)```", text, flags=re.DOTALL):
        for example in re.split(r"\n(?=territory:)", block) if block.startswith("territory") else [block]:
            load_recipe("\n".join([*_filling(example), example]))


def _filling(example: str) -> list[str]:
    """What an example of one key leaves out."""
    needed = {"territory": "{column: a}", "period": "{column: a}", "file": "{header: [1, 2]}"}
    absent = [key for key in needed if not re.search(f"^{key}:", example, flags=re.MULTILINE)]
    return [f"{key}: {needed[key]}" for key in absent]


def test_refusal_passes_through_a_context_manager() -> None:
    with pytest.raises(FileRefused), _nothing():
        raise FileRefused("code", "raison", "remède")


@contextlib.contextmanager
def _nothing() -> Iterator[None]:
    yield
