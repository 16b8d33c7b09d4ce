from pathlib import Path

from benchmarks.inspection_score import difference, score_cases


def test_at_least_nine_real_files_of_fourteen_get_the_right_recipe_unaided(samples_dir: Path) -> None:
    results = score_cases(samples_dir)
    assert len(results) == 14
    assert sum(result.passes for result in results) >= 11
    assert sum(result.unaided for result in results) >= 8


def test_absent_and_missing_observations_are_the_same_for_the_score() -> None:
    expected = {("44", "2020"): {"[]": ("1.0", ()), '["F"]': (None, ("missing",))}}
    assert difference(expected, {("44", "2020"): {"[]": ("1", ())}}) == ""
    assert difference(expected, {("44", "2020"): {"[]": ("2", ())}}) != ""


def test_categories_may_have_other_names_but_not_other_values() -> None:
    expected = {("44", "2020"): {'["F"]': ("1", ()), '["M"]': ("2", ())}}
    assert difference(expected, {("44", "2020"): {'["femmes"]': ("1", ()), '["hommes"]': ("2", ())}}) == ""
    assert difference(expected, {("44", "2020"): {'["femmes"]': ("1", ()), '["hommes"]': ("3", ())}}) != ""
