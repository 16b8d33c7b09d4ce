"""Problems, decisions, duplicates and the account: nothing is guessed, nothing is lost without a trace."""

from dataclasses import replace
from typing import Any

import pytest

from indicators.importing.decisions import Decision
from indicators.importing.formats import open_source
from indicators.importing.grids import Grid, SourceFile
from indicators.importing.observations import Reading
from indicators.importing.problems import BLOCKING, INFORMATION, Problem
from indicators.importing.reading import read_observations
from indicators.importing.recipes import load_recipe
from indicators.importing.records import to_records
from indicators.importing.refusals import FileRefused
from indicators.importing.territories import Catalogue, CatalogueRow

CATALOGUE = Catalogue.from_rows(
    [
        CatalogueRow("Code A", "01001", "Ville A"),
        CatalogueRow("Code A", "01002", "Ville B"),
        CatalogueRow("Code A", "01003", "Ancienne ville", successor=("Code A", "01002")),
        CatalogueRow("Code A", "01009", "Double"),
        CatalogueRow("Code D", "09", "Double"),
    ]
)
BASE: dict[str, Any] = {
    "territory": {"column": "code", "scheme": "Code A"},
    "period": {"column": "annee"},
    "value": {"column": "valeur", "decimal": ","},
}


def source(text: str) -> SourceFile:
    return open_source(text.encode(), name="essai.csv")


def read(text: str, decisions: dict[str, Decision] | None = None, **keys: Any) -> Reading:
    return read_observations(source(text), load_recipe({**BASE, **keys}), CATALOGUE, decisions=decisions)


def only_problem(reading: Reading) -> Problem:
    assert len(reading.problems) == 1, reading.problems
    return reading.problems[0]


def values(reading: Reading) -> list[str | None]:
    return [record["value"] for record in to_records(reading)]


def test_cell_that_is_no_number_is_told_with_row_column_and_text() -> None:
    problem = only_problem(read("code;annee;valeur\n01001;2020;4,9,2\n01001;2021;5\n"))
    assert (problem.code, problem.severity, problem.column, problem.cell) == (
        "not_a_number",
        BLOCKING,
        "valeur",
        "4,9,2",
    )
    assert problem.rows == (2,)
    assert problem.reason
    assert problem.remedy


def test_cell_in_trouble_never_reaches_the_table() -> None:
    assert values(read("code;annee;valeur\n01001;2020;4,9,2\n01001;2021;5\n")) == ["5"]


def test_thousand_equal_problems_are_one_line_with_a_count() -> None:
    lines = "".join(f"01001;{year};abc\n" for year in range(1900, 2020))
    problem = only_problem(read(f"code;annee;valeur\n{lines}"))
    assert problem.count == 120
    assert len(problem.rows) == 120


def test_many_different_texts_are_cut_to_a_readable_list() -> None:
    lines = "".join(f"01001;{year};abc{year}\n" for year in range(1800, 2100))
    reading = read(f"code;annee;valeur\n{lines}")
    assert len(reading.problems) == 201
    assert sum(problem.count for problem in reading.problems) == 300


@pytest.mark.parametrize("typo", ["011-T1", "2O21", "31/02/2020", "demain"])
def test_typo_in_a_period_is_a_problem_and_not_a_guess(typo: str) -> None:
    reading = read(f"code;annee;valeur\n01001;{typo};5\n")
    assert only_problem(reading).code == "unknown_period"
    assert len(reading.table) == 0


def test_lookalike_letter_in_a_year_is_suggested() -> None:
    assert only_problem(read("code;annee;valeur\n01001;2O21;5\n")).suggestions == ("2021",)


def test_month_and_straddling_year_side_by_side_are_not_sure() -> None:
    text = "code;annee;valeur\n01001;2010-11;5\n01001;2012-13;6\n"
    assert {problem.code for problem in read(text).problems} == {"mixed_periods"}
    seasons = read(text, period={"column": "annee", "format": "season"})
    assert [period.label for period in seasons.periods] == ["2010/11", "2012/13"]


def test_unknown_territory_is_shown_and_blocks() -> None:
    reading = read("code;annee;valeur\n1009x;2020;5\n")
    problem = only_problem(reading)
    assert (problem.code, problem.severity) == ("unknown_territory", BLOCKING)
    assert [(record["territory_scheme"], record["territory"]) for record in to_records(reading)] == [
        ("Code A", "1009x")
    ]
    assert reading.territories[0].known is False


def test_code_without_its_zero_is_suggested_and_not_padded_by_itself() -> None:
    assert "Code A|01001|Ville A" in only_problem(read("code;annee;valeur\n1001;2020;5\n")).suggestions


def test_spreadsheet_number_is_read_as_the_code_it_was() -> None:
    reading = read("code;annee;valeur\n1001.0;2020;5\n", territory={"column": "code", "scheme": "Code A", "pad": 5})
    assert reading.problems == []
    assert reading.territories[0].code == "01001"


def test_replaced_code_goes_to_its_successor_and_is_said() -> None:
    reading = read("code;annee;valeur\n01003;2020;5\n")
    assert reading.problems == []
    assert reading.territories[0].code == "01002"
    assert "Ancienne ville" in reading.facts[0]


def test_name_of_two_levels_is_ambiguous_until_the_recipe_says_which() -> None:
    text = "code;annee;valeur\ndouble;2020;5\n"
    problem = only_problem(read(text, territory={"column": "code", "by": "label"}))
    assert problem.code == "ambiguous_territory"
    assert set(problem.suggestions) == {"Code A|01009|Double", "Code D|09|Double"}
    assert read(text, territory={"column": "code", "by": "label", "scheme": "Code D"}).problems == []


def test_unknown_level_is_a_problem() -> None:
    scheme = {"column": "niveau", "values": {"VILLE": "Code A"}}
    reading = read("code;niveau;annee;valeur\n01001;ROYAUME;2020;5\n", territory={"column": "code", "scheme": scheme})
    assert only_problem(reading).code == "unknown_level"


def test_dropped_rows_are_counted() -> None:
    text = "code;annee;valeur\n01001;2020;abc\n01001;2021;5\n"
    key = only_problem(read(text)).key
    reading = read(text, {key: Decision("drop")})
    assert reading.problems == []
    assert (reading.account.dropped, reading.account.kept) == (1, 1)


def test_typed_value_replaces_a_cell() -> None:
    text = "code;annee;valeur\n01001;2020;4,9,2\n01001;2021;5\n"
    key = only_problem(read(text)).key
    reading = read(text, {key: Decision("replace", text="4,92")})
    assert reading.problems == []
    assert values(reading) == ["4.92", "5"]
    assert "4,92" in reading.facts[0]


def test_typed_value_that_is_no_number_settles_nothing() -> None:
    text = "code;annee;valeur\n01001;2020;4,9,2\n"
    key = only_problem(read(text)).key
    assert only_problem(read(text, {key: Decision("replace", text="oui")})).code == "not_a_number"


def test_territory_may_be_named_by_the_person() -> None:
    text = "code;annee;valeur\nVille Aa;2020;5\n"
    rule = {"column": "code", "by": "label", "scheme": "Code A"}
    key = only_problem(read(text, territory=rule)).key
    reading = read(text, {key: Decision("map", scheme="Code A", code="01001")}, territory=rule)
    assert reading.problems == []
    assert reading.territories[0].code == "01001"
    assert reading.territories[0].known


def test_period_may_be_typed_by_the_person() -> None:
    text = "code;annee;valeur\n01001;2O21;5\n"
    key = only_problem(read(text)).key
    assert read(text, {key: Decision("replace", text="2021")}).periods[0].label == "2021"


def test_duplicate_shows_both_lines_and_is_refused() -> None:
    reading = read("code;annee;valeur\n01001;2020;4,2\n01001;2020;4,3\n01002;2020;1\n")
    problem = only_problem(reading)
    assert problem.code == "duplicate"
    assert problem.rows == (2, 3)
    assert "4,2" in str(problem.reason)
    assert "4,3" in str(problem.reason)
    assert values(reading) == ["1"]


def test_identical_rows_are_asked_and_one_copy_may_be_kept() -> None:
    text = "code;annee;valeur\n01001;2020;4,2\n01001;2020;4,2\n"
    problem = only_problem(read(text))
    assert problem.code == "identical_duplicate"
    kept = read(text, {problem.key: Decision("drop")})
    assert values(kept) == ["4.2"]
    assert kept.account.dropped == 1


def test_sum_is_exact_and_counted_when_the_recipe_says_so() -> None:
    reading = read("code;annee;valeur\n01001;2020;0,1\n01001;2020;0,2\n", duplicates="sum")
    assert values(reading) == ["0.3"]
    assert (reading.account.merged, reading.account.kept) == (1, 1)


def test_mean_without_end_is_refused_unless_the_recipe_gives_decimals() -> None:
    text = "code;annee;valeur\n01001;2020;1\n01001;2020;0\n01001;2020;0\n"
    assert only_problem(read(text, duplicates="mean")).code == "endless_mean"
    assert values(read(text, duplicates={"mean": {"decimals": 2}})) == ["0.33"]
    assert values(read("code;annee;valeur\n01001;2020;1\n01001;2020;2\n", duplicates="mean")) == ["1.5"]


def test_sum_with_a_withheld_part_has_no_value() -> None:
    reading = read("code;annee;valeur\n01001;2020;1\n01001;2020;s\n", duplicates="sum")
    assert [(record["value"], record["status"]) for record in to_records(reading)] == [(None, ["withheld"])]
    assert only_problem(reading).severity == INFORMATION


def test_same_territory_under_two_spellings_is_a_duplicate() -> None:
    text = "code;annee;valeur\nVille A;2020;1\nVILLE  A;2020;2\n"
    assert only_problem(read(text, territory={"column": "code", "by": "label"})).code == "duplicate"


@pytest.mark.parametrize(("empty", "expected"), [("missing", [None, "5"]), ("skip", ["5"]), ("zero", ["0", "5"])])
def test_empty_cell_is_what_the_recipe_says(empty: str, expected: list[str | None]) -> None:
    assert values(read("code;annee;valeur\n01001;2020;\n01001;2021;5\n", empty=empty)) == expected


def test_withheld_cell_stays_visible_even_when_empty_cells_are_skipped() -> None:
    text = "code;annee;valeur;secret\n01001;2020;;C\n01001;2021;;\n"
    status = {"columns": [{"column": "secret", "values": {"C": "withheld"}}]}
    for empty in ("skip", "zero", "missing"):
        records = list(to_records(read(text, empty=empty, status=status)))
        assert (records[0]["value"], records[0]["status"]) == (None, ["withheld"])


def test_value_beside_a_withheld_flag_is_asked() -> None:
    text = "code;annee;valeur;secret\n01001;2020;5;C\n"
    reading = read(text, status={"columns": [{"column": "secret", "values": {"C": "withheld"}}]})
    assert only_problem(reading).code == "value_with_absence"
    assert len(reading.table) == 0


def test_unknown_flag_is_told_with_its_column() -> None:
    problem = only_problem(read("code;annee;valeur;signe\n01001;2020;5;q\n", status={"columns": ["signe"]}))
    assert (problem.code, problem.column, problem.cell) == ("unknown_flag", "signe", "q")


def test_zeros_of_a_single_period_are_suspected() -> None:
    lines = "".join(
        f"0100{place};{year};{0 if year == 2015 else 50}\n" for place in (1, 2) for year in range(2010, 2020)
    )
    problem = only_problem(read(f"code;annee;valeur\n{lines}"))
    assert (problem.code, problem.severity, problem.cell, problem.count) == ("placeholder_zero", INFORMATION, "2015", 2)
    as_missing = read(f"code;annee;valeur\n{lines}", placeholder_zero="missing")
    assert values(as_missing).count(None) == 2


def test_total_is_the_empty_breakdown_and_may_be_left_out() -> None:
    text = "code;annee;sexe;valeur\n01001;2020;Ensemble;5\n01001;2020;Femmes;3\n"
    rule = [{"column": "sexe", "name": "sexe", "total": "Ensemble", "labels": {"Femmes": "F"}}]
    assert [record["breakdown"] for record in to_records(read(text, breakdown=rule))] == [{}, {"sexe": "F"}]
    dropped = read(text, breakdown=rule, totals="drop")
    assert (len(dropped.table), dropped.account.filtered) == (1, 1)


def test_formula_is_read_by_its_result_and_one_without_result_is_a_problem() -> None:
    plain = source("code;annee;valeur\n01001;2020;5\n01001;2021;\n")
    grid = replace(plain.grid(), formulas=frozenset({(1, 2), (2, 2)}), unvalued=frozenset({(2, 2)}))
    reading = read_observations(replace(plain, grids=(grid,)), load_recipe(BASE), CATALOGUE)
    assert only_problem(reading).code == "formula_without_value"
    assert only_problem(reading).rows == (3,)
    assert any("formule" in fact for fact in reading.facts)
    assert values(reading) == ["5"]


def test_number_that_does_not_fit_is_refused_and_never_rounded() -> None:
    assert only_problem(read(f"code;annee;valeur\n01001;2020;{'1' * 31}\n")).code == "number_too_long"


def test_column_that_changed_its_name_is_said_with_the_nearest_one() -> None:
    with pytest.raises(FileRefused) as refused:
        read("code;annee;valeurs\n01001;2020;5\n")
    assert refused.value.code == "recipe_does_not_fit"
    assert "la colonne « valeur » n’existe plus" in str(refused.value)
    assert "ressemble à « valeurs »" in str(refused.value)
    assert "« code », « annee », « valeurs »" in str(refused.value)


def test_filter_that_keeps_nothing_refuses_the_file_with_the_texts_found() -> None:
    with pytest.raises(FileRefused) as refused:
        read("code;annee;valeur\n01001;2020;5\n", filter=[{"column": "annee", "equals": "2050"}])
    assert "« 2020 »" in str(refused.value)


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ({"equals": "2020"}, 1),
        ({"in": ["2020", "2021", "2099"]}, 2),
        ({"not": "2020"}, 2),
        ({"matches": "^20(20|22)$"}, 2),
        ({"not_matches": "^2020$"}, 2),
        ({"not_empty": True}, 3),
    ],
)
def test_filters_keep_rows_and_the_others_are_counted(rule: dict[str, Any], kept: int) -> None:
    text = "code;annee;valeur\n01001;2020;5\n01001;2021;6\n01001;2022;7\n"
    reading = read(text, filter=[{"column": "annee", **rule}])
    assert (reading.account.kept, reading.account.filtered) == (kept, 3 - kept)


def test_listed_value_that_is_absent_is_said() -> None:
    reading = read("code;annee;valeur\n01001;2020;5\n", filter=[{"column": "annee", "in": ["2020", "2021"]}])
    assert any("« 2021 »" in fact for fact in reading.facts)


def test_unknown_sheet_is_refused_with_the_sheets_found() -> None:
    workbook = SourceFile("x.xlsx", "xlsx", (Grid("Feuille 1", source("a;b\n1;2\n").grid().cells),))
    with pytest.raises(FileRefused) as refused:
        read_observations(workbook, load_recipe({**BASE, "file": {"sheet": "Données"}}), CATALOGUE)
    assert "« Feuille 1 »" in str(refused.value)


def test_namibia_is_not_missing() -> None:
    catalogue = Catalogue.from_rows([CatalogueRow("Pays", "NA", "Namibie")])
    recipe = load_recipe({**BASE, "territory": {"column": "code", "scheme": "Pays"}})
    reading = read_observations(source("code;annee;valeur\nNA;2020;5\n"), recipe, catalogue)
    assert reading.territories[0].code == "NA"


def test_header_typo_among_periods_is_told_and_not_forgotten() -> None:
    text = "code;2019;2O20;2021\n01001;1;2;3\n"
    reading = read(text, layout="periods_in_columns", period={"header_row": 1}, value={})
    problem = only_problem(reading)
    assert (problem.code, problem.column, problem.suggestions) == ("unknown_period", "2O20", ("2020",))
    assert values(reading) == ["1", "3"]


def test_progress_goes_from_nothing_to_one() -> None:
    shares: list[float] = []
    read_observations(source("code;annee;valeur\n01001;2020;5\n"), load_recipe(BASE), CATALOGUE, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_same_file_gives_the_same_problem_keys() -> None:
    text = "code;annee;valeur\n01001;2020;abc\n0x;2021;5\n"
    assert [problem.key for problem in read(text).problems] == [problem.key for problem in read(text).problems]


def test_name_that_contradicts_its_code_is_told_and_the_code_is_read() -> None:
    reading = read("code;nom;annee;valeur\n01001;Ville B;2020;1\n01002;Ville A;2020;2\n01009;Double;2020;3\n")
    assert [(one.code, one.severity, one.rows) for one in reading.problems] == [
        ("label_contradicts_code", INFORMATION, (2,)),
        ("label_contradicts_code", INFORMATION, (3,)),
    ]
    first = reading.problems[0]
    assert all(word in str(first.reason) for word in ("01001", "Ville A", "Ville B", "nom"))
    assert [record["territory"] for record in to_records(reading)] == ["01001", "01002", "01009"]


def test_names_that_agree_or_that_are_of_another_level_contradict_nothing() -> None:
    assert read("code;nom;annee;valeur\n01001;VILLE A;2020;1\n01002;Ville B;2020;2\n").problems == []
    assert read("code;chef-lieu;annee;valeur\n01001;Ville A;2020;1\n01002;Ville A;2020;2\n").problems == []


def test_mean_has_no_idle_zeros_unless_its_decimals_are_asked() -> None:
    text = "code;annee;valeur\n01001;2020;12,00\n01001;2020;13,00\n01002;2020;10\n01002;2020;30\n"
    assert values(read(text, duplicates="mean")) == ["12.5", "20"]
    assert values(read(text, duplicates={"mean": {"decimals": 2}})) == ["12.50", "20.00"]


def test_school_years_written_in_two_ways_are_of_one_kind_and_it_is_said() -> None:
    reading = read("code;annee;valeur\n01001;2021/22;1\n01001;2022/23;2\n01002;2021-2022;3\n01002;2022-2023;4\n")
    labels = [record["period"] for record in to_records(reading)]
    assert labels == ["2021/22", "2022/23", "2021/22", "2022/23"]
    assert any("2021-2022" in fact and "2021/22" in fact for fact in reading.facts)


def test_years_taken_together_stay_so_where_no_school_year_stands_beside_them() -> None:
    reading = read("code;annee;valeur\n01001;2021-2022;1\n01001;2018-2020;2\n")
    assert [record["period"] for record in to_records(reading)] == ["2021-2022", "2018-2020"]
