"""Confidence intervals: read beside the value, refused when they make no sense, free when a file has none."""

from typing import Any

import pytest

from indicators.importing.comparison import REVISED, compare_snapshots
from indicators.importing.decisions import Decision
from indicators.importing.digests import digest
from indicators.importing.formats import open_source
from indicators.importing.observations import Reading
from indicators.importing.reading import read_observations
from indicators.importing.recipe_checks import recipe_faults
from indicators.importing.recipe_writing import recipe_shape
from indicators.importing.recipes import load_recipe
from indicators.importing.records import to_records
from indicators.importing.rows import COLUMNS, columns_of
from indicators.importing.snapshots import snapshot_of
from indicators.importing.territories import Catalogue, CatalogueRow

CATALOGUE = Catalogue.from_rows([CatalogueRow("Code A", "01001", "Ville A")])
BASE: dict[str, Any] = {
    "territory": {"column": "code", "scheme": "Code A"},
    "period": {"column": "annee"},
    "value": {"column": "valeur", "lower": "basse", "upper": "haute", "decimal": ","},
}
HEADER = "code;annee;valeur;basse;haute\n"


def read(rows: str, decisions: dict[str, Decision] | None = None, **keys: Any) -> Reading:
    source = open_source((HEADER + rows).encode(), name="essai.csv")
    return read_observations(source, load_recipe({**BASE, **keys}), CATALOGUE, decisions=decisions)


def test_bounds_are_exact_decimals_beside_the_value():
    (record,) = to_records(read("01001;2023;14,6;13,90;15,3\n"))
    assert (record["lower"], record["value"], record["upper"]) == ("13.90", "14.6", "15.3")


def test_a_row_without_bounds_is_an_ordinary_observation():
    first, second = to_records(read("01001;2022;14,6;13,9;15,3\n01001;2023;15;;\n"))
    assert "lower" in first
    assert "lower" not in second


def test_bounds_without_a_value_are_left():
    reading = read("01001;2022;;13,9;15,3\n01001;2023;15;14;16\n")
    assert not reading.problems
    assert "lower" not in next(to_records(reading))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("14,6;environ 13;15,3", "unreadable_bound"),
        ("14,6;14,7;15,3", "disordered_bounds"),
        ("14,6;13,9;14,5", "disordered_bounds"),
        ("14,6;13,9;", "disordered_bounds"),
    ],
)
def test_bounds_that_make_no_sense_are_told_and_nothing_is_written(row, code):
    reading = read(f"01001;2022;1;0;2\n01001;2023;{row}\n")
    assert code in {problem.code for problem in reading.problems}
    assert [record["period"] for record in to_records(reading)] == ["2022"]


def test_rows_with_wrong_bounds_can_be_left_aside():
    rows = "01001;2022;1;0;2\n01001;2023;14,6;14,7;15,3\n"
    (problem,) = read(rows).problems
    decided = read(rows, {problem.key: Decision("drop")})
    assert not decided.problems
    assert decided.account.dropped == 1


@pytest.mark.parametrize(
    "change",
    [
        {"value": {"column": "valeur", "lower": "basse"}},
        {"value": {"lower": "basse", "upper": "haute"}, "layout": "periods_in_columns"},
        {"value": {"columns": ["valeur"], "lower": "basse", "upper": "haute"}},
        {"duplicates": "sum"},
    ],
)
def test_a_recipe_says_which_value_its_bounds_are_of(change):
    assert recipe_faults({**BASE, **change})


def test_a_recipe_with_bounds_is_written_back_as_it_was():
    assert recipe_shape(load_recipe(BASE))["value"] == BASE["value"]


def test_a_change_of_interval_is_a_revision():
    before, after = (snapshot_of(read(f"01001;2023;14,6;{low};15,3\n")) for low in ("13,9", "14"))
    found = compare_snapshots(before, after)
    assert len(found.pairs[REVISED]) == 1
    assert not found.is_same
    assert digest(before) != digest(after)


def test_equal_intervals_are_the_same_figures():
    before, after = (snapshot_of(read(f"01001;2023;14,6;{low};15,3\n")) for low in ("13,9", "13,90"))
    assert compare_snapshots(before, after).is_same


def test_a_release_without_intervals_receives_some():
    plain = snapshot_of(read("01001;2022;14;;\n01001;2023;14,6;;\n"))
    found = compare_snapshots(plain, snapshot_of(read("01001;2023;14,6;13,9;15,3\n")), scope="adds")
    assert found.after.has_intervals
    assert len(found.after) == 2
    assert len(found.pairs[REVISED]) == 1


def test_a_file_without_intervals_writes_no_more_columns_than_before():
    assert columns_of(snapshot_of(read("01001;2023;14,6;;\n"))) == COLUMNS
