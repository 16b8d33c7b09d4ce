"""Each layout, from a small file of our own writing and its recipe to records."""

from pathlib import Path
from typing import Any

import pytest

from indicators.importing.formats import open_source
from indicators.importing.grids import SourceFile
from indicators.importing.observations import Reading
from indicators.importing.reading import read_observations
from indicators.importing.recipes import load_recipe
from indicators.importing.records import to_records
from indicators.importing.territories import Catalogue, CatalogueRow

SAMPLES = Path(__file__).parents[2] / "samples" / "layouts"
CATALOGUE = Catalogue.from_rows(
    [
        CatalogueRow("Code A", "01001", "Ville A"),
        CatalogueRow("Code A", "01002", "Ville B"),
        CatalogueRow("Code D", "01", "Département A"),
        CatalogueRow("Code R", "01", "Région A"),
        CatalogueRow("Pays", "ZZ", "Pays d’essai"),
    ]
)
SHORT = ("territory", "period", "breakdown", "value", "status", "note")


def read(name: str, recipe: str = "") -> Reading:
    path = SAMPLES / f"{name}.csv"
    source = open_source(path.read_bytes(), name=path.name)
    return read_observations(source, load_recipe((SAMPLES / f"{recipe or name}.yaml").read_text()), CATALOGUE)


def records(reading: Reading) -> list[tuple[Any, ...]]:
    return [tuple(record[key] for key in SHORT) for record in to_records(reading)]


def values(reading: Reading) -> list[tuple[str, str, str | None]]:
    return [(record["territory"], record["period"], record["value"]) for record in to_records(reading)]


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.csv")))
def test_small_file_of_each_layout_leaves_nothing_to_settle(name: str) -> None:
    reading = read(name)
    assert reading.problems == []
    account = reading.account
    assert account.cells_read == account.kept + account.filtered + account.skipped


def test_long_file_keeps_withheld_and_missing_apart() -> None:
    assert records(read("long")) == [
        ("01001", "2020", {}, "12.5", [], ""),
        ("01001", "2021", {}, "13.0", ["provisional"], ""),
        ("01002", "2020", {}, None, ["withheld"], ""),
        ("01002", "2021", {}, None, ["missing"], ""),
    ]


def test_measures_in_columns_each_say_their_breakdown() -> None:
    assert records(read("measures_in_columns")) == [
        ("01001", "2020", {"sexe": "F"}, "1310", [], ""),
        ("01001", "2020", {"sexe": "H"}, "900", [], ""),
        ("01001", "2021", {"sexe": "F"}, "1560", [], ""),
        ("01001", "2021", {"sexe": "H"}, "950", [], ""),
    ]


def test_periods_in_columns_stand_below_a_preamble_and_above_a_footer() -> None:
    expected = [("01001", "2020-Q1", "3.5"), ("01001", "2020-Q2", "3.6"), ("01002", "2020-Q2", "4.0")]
    assert values(read("periods_in_columns")) == expected


def test_territories_and_categories_share_one_header() -> None:
    found = records(read("territories_in_columns"))
    assert ("01001", "2015-Q1", {"catégorie": "Catégorie 1"}, "10", [], "") in found
    assert ("01002", "2015-Q2", {}, "26", [], "") in found
    assert len(found) == 8


def test_month_by_year_matrix_reads_both_ways_and_leaves_totals_out() -> None:
    by_month, by_year = values(read("month_by_year")), values(read("year_by_month"))
    assert sorted(by_month) == sorted(by_year)
    assert ("01001", "2020-02", "8") in by_month
    assert len(by_month) == 4


def test_header_cells_are_filled_from_the_left() -> None:
    found = records(read("multi_row_header"))
    assert ("01001", "2020-Q1", {"secteur": "Services"}, "100.0", [], "") in found
    assert ("01002", "2020-Q2", {"secteur": "Services"}, "96.5", [], "") in found
    assert len(found) == 8


def test_period_may_be_written_over_two_header_rows() -> None:
    assert [period for _place, period, _value in values(read("year_and_quarter"))] == [
        "2020-Q1",
        "2020-Q2",
        "2021-Q1",
        "2021-Q2",
    ]


def test_flags_below_each_series_go_with_its_values() -> None:
    assert records(read("flag_rows")) == [
        ("01001", "2020-Q1", {}, "10", [], ""),
        ("01001", "2020-Q2", {}, "12", ["provisional"], ""),
        ("01002", "2020-Q2", {}, "20", ["provisional"], ""),
    ]


def test_name_written_once_goes_down_and_remarks_are_kept() -> None:
    assert records(read("filled_down")) == [
        ("01001", "2020", {}, "10", [], ""),
        ("01001", "2020", {"sexe": "Femmes"}, "6", [], "estimation du service"),
        ("01002", "2020", {}, "20", [], ""),
        ("01002", "2020", {"sexe": "Femmes"}, "9", [], ""),
    ]


def test_prefix_says_the_scheme_of_a_code() -> None:
    found = [(record["territory_scheme"], record["territory"]) for record in to_records(read("levels_and_prefixes"))]
    assert found == [("Code D", "01"), ("Code R", "01"), ("Pays", "ZZ")]


def test_flags_glued_to_numbers_become_statuses() -> None:
    assert [(record["value"], record["status"]) for record in to_records(read("glued_flags"))] == [
        ("17151", ["break"]),
        ("4.2", ["low_reliability"]),
        ("4.3", ["provisional"]),
        (None, ["withheld"]),
        ("5.1", ["provisional", "definition_differs"]),
        (None, ["missing"]),
    ]


def test_thousands_are_separated_by_any_space_or_apostrophe() -> None:
    found = [value for _territory, _period, value in values(read("thousands"))]
    assert found == ["1234.5", "1234.5", "1234567.8", "1234.5", "-12.5", "1200"]


def test_note_glued_to_a_period_is_kept_as_a_note() -> None:
    found = [(record["period"], record["note"]) for record in to_records(read("note_period"))]
    assert found == [("2019/20", ""), ("2020/21", "[Note 5]")]


def test_sheets_are_territories_when_the_recipe_says_so() -> None:
    text = b"annee,valeur\n2020,1\n2021,2\n"
    grids = [open_source(text, name="x.csv").grid() for _sheet in range(3)]
    names = ("Ville A", "Ville B", "Sources")
    sheets = tuple(type(grid)(name, grid.cells) for name, grid in zip(names, grids, strict=True))
    recipe = load_recipe(
        {
            "file": {"sheets": {"matching": "^Ville"}},
            "layout": "territories_as_sheets",
            "territory": {"from": "sheet_name", "by": "label"},
            "period": {"column": "annee"},
            "value": {"column": "valeur"},
        }
    )
    reading = read_observations(SourceFile("x.xlsx", "xlsx", sheets), recipe, CATALOGUE)
    assert values(reading) == [
        ("01001", "2020", "1"),
        ("01001", "2021", "2"),
        ("01002", "2020", "1"),
        ("01002", "2021", "2"),
    ]
