"""Each layout is recognised without a hint, and the proposed recipe reads exactly the values of the file."""

import io
from collections.abc import Sequence
from typing import Any

import openpyxl

from indicators.importing.formats import open_source
from indicators.importing.grids import SourceFile
from indicators.importing.inspection import Hints, Inspection, apply_answers, header_rows, inspect_source
from indicators.importing.reading import read_observations
from indicators.importing.recipes import Recipe, dump_recipe, load_recipe
from indicators.importing.records import to_records
from indicators.importing.territories import Catalogue, CatalogueRow

DEPARTEMENTS = {"44": "Loire-Atlantique", "49": "Maine-et-Loire", "53": "Mayenne", "72": "Sarthe", "85": "Vendée"}
CATALOGUE = Catalogue.from_rows(
    [
        *(CatalogueRow("COG département", code, name) for code, name in DEPARTEMENTS.items()),
        CatalogueRow("COG commune", "44109", "Nantes"),
        CatalogueRow("COG commune", "49007", "Angers"),
        CatalogueRow("COG commune", "72181", "Le Mans"),
    ]
)
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin")


def opened(text: str, name: str = "fichier.csv") -> SourceFile:
    return open_source(text.encode(), name=name)


def workbook(sheets: dict[str, Sequence[Sequence[Any]]], name: str = "classeur.xlsx") -> SourceFile:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, lines in sheets.items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(list(line))
    content = io.BytesIO()
    book.save(content)
    return open_source(content.getvalue(), name=name)


def inspected(source: SourceFile, hints: Hints | None = None) -> Inspection:
    return inspect_source(source, CATALOGUE, hints=hints)


def read(source: SourceFile, recipe: Recipe) -> dict[tuple[str, ...], str]:
    """Values by territory, period and categories, with the recipe as it is stored; nothing may be in trouble."""
    reading = read_observations(source, load_recipe(dump_recipe(recipe)), CATALOGUE)
    assert reading.problems == []
    return {
        (record["territory"], record["period"], *record["breakdown"].values()): record["value"]
        for record in to_records(reading)
    }


def test_one_sheet_for_each_territory() -> None:
    sheets = {
        name: [("annee", "taux"), *((year, year - 2000 + rank / 2) for year in range(2018, 2022))]
        for rank, name in enumerate(DEPARTEMENTS.values())
    }
    source = workbook(sheets)
    recipe = inspected(source).recipe
    assert (recipe.layout, recipe.file.sheets, recipe.territory.origin.source) == (
        "territories_as_sheets",
        ("*",),
        "sheet_name",
    )
    values = read(source, recipe)
    assert len(values) == 20
    assert values["49", "2018"] == "18.5"


def test_one_sheet_for_each_territory_beside_a_sheet_of_notes() -> None:
    table = [("annee", "taux"), *((year, 4.5) for year in range(2018, 2022))]
    notes = [("Notes",), ("Ces feuilles donnent un taux par département.",)]
    source = workbook({"Lisez-moi": notes, **dict.fromkeys(DEPARTEMENTS.values(), table)})
    recipe = inspected(source).recipe
    assert "Lisez-moi" not in recipe.file.sheets
    assert len(read(source, recipe)) == 20


def test_one_sheet_for_each_year() -> None:
    table = [("Code département", "taux"), *((code, rank + 1.5) for rank, code in enumerate(DEPARTEMENTS))]
    source = workbook({"2019": table, "2020": table, "2021": table})
    recipe = inspected(source).recipe
    assert (recipe.file.sheets, recipe.period.origin.source) == (("*",), "sheet_name")
    values = read(source, recipe)
    assert len(values) == 15
    assert values["49", "2020"] == "2.5"


def test_months_by_years_of_a_territory_named_in_the_title() -> None:
    lines = [f"{year};" + ";".join(str(year - 2000 + rank) for rank in range(6)) for year in (2019, 2020, 2021)]
    source = opened(
        "Demandeurs d’emploi, Loire-Atlantique\n\nAnnée;" + ";".join(MONTHS) + "\n" + "\n".join(lines) + "\n"
    )
    recipe = inspected(source).recipe
    assert recipe.layout == "month_by_year"
    values = read(source, recipe)
    assert len(values) == 18
    assert values["44", "2020-03"] == "22"


def test_several_indicators_in_one_file_are_a_question_and_each_answer_reads_its_own() -> None:
    lines = [
        f"{code};{year};{series};{rank + year - 2000},5"
        for code in DEPARTEMENTS
        for year in (2020, 2021)
        for rank, series in enumerate(("Taux de chômage", "Taux d’emploi"))
    ]
    source = opened("Code département;annee;Indicateur;Valeur\n" + "\n".join(lines) + "\n")
    found = inspected(source)
    assert [doubt.what for doubt in found.every_doubt] == ["measure"]
    assert {measure.key for measure in found.measures} == {"Taux de chômage", "Taux d’emploi"}
    values = read(source, apply_answers(found, {"measure": "Taux d’emploi"}))
    assert len(values) == 10
    assert values["44", "2020"] == "21.5"


def test_two_rows_of_titles_with_the_periods_above_the_sexes() -> None:
    source = opened(
        "Code département;2020;;2021;\n;Femmes;Hommes;Femmes;Hommes\n"
        + "\n".join(f"{code};1,5;2,5;3,5;4,5" for code in DEPARTEMENTS)
        + "\n"
    )
    recipe = inspected(source).recipe
    assert (recipe.layout, recipe.file.header) == ("multi_row_header", (1, 2))
    values = read(source, recipe)
    assert len(values) == 20
    assert values["85", "2021", "Femmes"] == "3.5"


def test_a_measure_told_in_columns_of_which_one_is_the_whole() -> None:
    source = opened(
        "Code département;Département;POP20;POPF20;POPH20;POP65P20\n"
        + "\n".join(f"{code};{name};100;52;48;21" for code, name in DEPARTEMENTS.items())
        + "\n"
    )
    found = inspected(source)
    values = read(source, found.recipe)
    assert len(values) == 20
    assert values["44", "2020"] == "100"
    assert values["44", "2020", "65P"] == "21"
    assert found.every_doubt == ()
    alone = read(source, apply_answers(found, {"measure": "POPF20"}))
    assert alone == {(code, "2020"): "52" for code in DEPARTEMENTS}


def test_columns_that_only_begin_alike_stay_several_measures() -> None:
    source = opened(
        "Code département;annee;emploi;emploi_part;emploi_cible;emploi_rang\n"
        + "\n".join(f"{code};2020;{rank}00;{rank},5%;1;{rank}" for rank, code in enumerate(DEPARTEMENTS, start=3))
        + "\n"
    )
    assert "measure" in [doubt.what for doubt in inspected(source).every_doubt]


def test_a_period_and_a_territory_told_by_the_name_of_the_sheet() -> None:
    lines = [("Secteur", "Valeur"), ("Industrie", 12.5), ("Commerce", 8.25), ("Total", 20.75)]
    source = workbook({"Sarthe 2021": lines})
    values = read(source, inspected(source).recipe)
    assert values["72", "2021"] == "20.75"
    assert values["72", "2021", "Industrie"] == "12.5"


def test_a_period_told_by_the_name_of_the_file_follows_next_years_name() -> None:
    text = "Code département;taux\n" + "\n".join(f"{code};{rank},5" for rank, code in enumerate(DEPARTEMENTS)) + "\n"
    recipe = inspected(opened(text, "taux_2021.csv")).recipe
    assert ("44", "2022") in read(opened(text, "taux_2022.csv"), recipe)


def test_the_titles_are_looked_for_where_the_person_says() -> None:
    text = "Code;A;B\nCode département;annee;taux\n" + "\n".join(f"{code};2020;1,5" for code in DEPARTEMENTS) + "\n"
    source = opened(text)
    found = inspected(source, Hints(header_rows=(2,)))
    assert found.recipe.file.header == (2,)
    assert found.facts.columns == ("Code département", "annee", "taux")
    assert len(read(source, found.recipe)) == 5


def test_the_rows_around_the_titles_are_offered_with_what_they_hold() -> None:
    text = "Titre\n\nCode département;annee;taux\n" + "\n".join(f"{code};2020;1,5" for code in DEPARTEMENTS) + "\n"
    header = next(guess for guess in inspected(opened(text)).guesses if guess.what == "file.header")
    assert header.value == "3"
    assert [one.value for one in header.alternatives] == ["3", "1", "4", "5", "6", "7", "none"]
    assert header.alternatives[0].consequence == "Code département · annee · taux"


def test_an_answer_about_the_titles_names_rows_or_none() -> None:
    assert (header_rows("4"), header_rows("3,4"), header_rows("none")) == ((4,), (3, 4), ())
    assert header_rows("") is None
    assert header_rows("premiere") is None


def test_a_month_in_each_row_and_a_year_in_each_column() -> None:
    names = ("janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc")
    rows = [f"Vendée;{name};{rank};{rank + 100}" for rank, name in enumerate(names, start=1)]
    source = opened("Demandeurs d'emploi\n\nDépartement;Mois;2021;2022\n" + "\n".join(rows) + "\n")
    found = inspected(source)
    assert found.recipe.layout == "month_by_year"
    assert found.recipe.breakdown == ()
    values = read(source, found.recipe)
    assert (len(values), values["85", "2021-01"], values["85", "2022-12"]) == (24, "1", "112")
