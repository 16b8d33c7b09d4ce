from pathlib import Path

from benchmarks.expected_records import difference, shipped_catalogue
from benchmarks.inspection_score import Attempt, CaseResult, report_lines, score_cases
from benchmarks.stated_filters import restricted
from indicators.importing.recipes import load_recipe

TASK = {"filters": {"Âge": "Total", "Filière": "Gaz"}, "value_columns": {"popF": "F", "popH": "H"}}


def test_at_least_nine_real_files_of_fourteen_get_the_right_recipe_unaided(samples_dir: Path) -> None:
    results = score_cases(samples_dir)
    assert len(results) == 14
    assert sum(result.bare.exact for result in results) >= 8
    assert sum(result.bare.right for result in results) >= 9
    assert sum(result.worded.exact for result in results) >= 13
    assert all(result.bare.right or result.bare.asks for result in results), "a wrong recipe that asks nothing"


def test_the_report_says_what_each_case_still_needs() -> None:
    asked = CaseResult("essai", Attempt(False, False, ("measure",), "…"), Attempt(True, True))
    first, _blank, bare, _worded = report_lines([asked])
    assert "asked" in first
    assert "asks measure" in first
    assert bare == "0 of 1 exact without any hint, 0 once restricted by what the task says."


def test_a_proposal_is_restricted_only_where_it_kept_a_breakdown() -> None:
    recipe = load_recipe(
        "territory: {column: Code, scheme: COG commune}\nperiod: {column: Année}\n"
        "breakdown: [{column: Âge, name: Âge, total: Total}]\nvalue: {columns: {matching: '^pop(.*)$'}}"
    )
    narrow = restricted(recipe, TASK)
    assert [(rule.column, rule.values) for rule in narrow.filter] == [("Âge", ("Total",))]
    assert narrow.breakdown == ()
    assert list(narrow.value.columns) == ["popF", "popH"]
    assert restricted(recipe, {}) == recipe


def test_the_shipped_catalogue_knows_the_large_communes_and_countries_by_their_spellings() -> None:
    catalogue = shipped_catalogue()
    assert [row.code for row in catalogue.by_label("Paris", "COG commune")] == ["75056"]
    assert [row.code for row in catalogue.by_label("GBR")] == ["GB"]


def test_absent_and_missing_observations_are_the_same_for_the_score() -> None:
    expected = {("44", "2020"): {"[]": ("1.0", ()), '["F"]': (None, ("missing",))}}
    assert difference(expected, {("44", "2020"): {"[]": ("1", ())}}) == ""
    assert difference(expected, {("44", "2020"): {"[]": ("2", ())}}) != ""


def test_categories_may_have_other_names_but_not_other_values() -> None:
    expected = {("44", "2020"): {'["F"]': ("1", ()), '["M"]': ("2", ())}}
    assert difference(expected, {("44", "2020"): {'["femmes"]': ("1", ()), '["hommes"]': ("2", ())}}) == ""
    assert difference(expected, {("44", "2020"): {'["femmes"]': ("1", ()), '["hommes"]': ("3", ())}}) != ""
