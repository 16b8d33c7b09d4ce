"""Cells that a spreadsheet shows in percent are read as the person sees them, and it is said."""

import io
from collections.abc import Sequence
from typing import Any

import odf.opendocument
import odf.table
import odf.text
import openpyxl
import pytest

from indicators.importing.formats import open_source
from indicators.importing.formats.cell_text import percent_text
from indicators.importing.grids import PERCENTS, SourceFile
from indicators.importing.inspection import ALMOST, TO_CONFIRM, Guess, Inspection, apply_answers, inspect_source
from indicators.importing.reading import read_observations
from indicators.importing.records import to_records
from indicators.importing.territories import Catalogue, CatalogueRow

CODES = ("44", "49", "53", "72", "85")
CATALOGUE = Catalogue.from_rows(CatalogueRow("COG département", code, f"Département {code}") for code in CODES)
RATES = (0.104, 0.07, 0.0815, 1, 0.0995)


def workbook(values: Sequence[float] = RATES, number_format: str = "0.0%") -> SourceFile:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Code département", "annee", "taux"])
    for code, value in zip(CODES, values, strict=True):
        sheet.append([code, 2021, value])
        sheet.cell(sheet.max_row, 3).number_format = number_format
    stream = io.BytesIO()
    book.save(stream)
    return open_source(stream.getvalue(), name="taux.xlsx")


def scale(inspection: Inspection) -> Guess | None:
    return next((guess for guess in inspection.guesses if guess.what == "value.scale"), None)


def values(source: SourceFile, answers: dict[str, str] | None = None) -> list[Any]:
    recipe = apply_answers(inspect_source(source, CATALOGUE), answers or {})
    reading = read_observations(source, recipe, CATALOGUE)
    assert reading.problems == []
    return [record["value"] for record in to_records(reading)]


@pytest.mark.parametrize(
    ("stored", "shown"), [(0.104, "10.4%"), (0.07, "7%"), (1, "100%"), (1e-05, "0.001%"), ("nd", "nd"), (None, "")]
)
def test_a_number_shown_in_percent_is_multiplied_exactly(stored: object, shown: str) -> None:
    assert percent_text(stored) == shown


@pytest.mark.parametrize("number_format", ["0%", "0.00%", "0.0%", "#,##0.0 %;[Red]-#,##0.0 %"])
def test_the_values_are_those_that_the_person_sees_and_it_is_said(number_format: str) -> None:
    source = workbook(number_format=number_format)
    assert PERCENTS in source.quirks
    told = scale(inspect_source(source, CATALOGUE))
    assert told is not None
    assert told.confidence == ALMOST
    assert "0,104 paraît «\u00a010,4\u00a0%\u00a0»" in told.sentence
    assert values(source) == ["10.4", "7", "8.15", "100", "9.95"]


def test_the_stored_numbers_are_read_when_the_person_wants_them() -> None:
    assert values(workbook(), {"value.scale": "0.01"}) == ["0.104", "0.07", "0.0815", "1.00", "0.0995"]


def test_a_percent_sign_that_is_only_text_changes_nothing() -> None:
    source = workbook(number_format='0.0" % des emplois"')
    assert PERCENTS not in source.quirks
    assert values(source)[0] == "0.104"


def test_strange_percents_are_a_question() -> None:
    told = scale(inspect_source(workbook((10.4, 7.5, 8.15, 9, 9.95)), CATALOGUE))
    assert told is not None
    assert (told.confidence, told.value) == (TO_CONFIRM, "")


def test_a_recipe_made_without_percents_refuses_them() -> None:
    recipe = inspect_source(workbook(number_format="General"), CATALOGUE).recipe
    problems = read_observations(workbook(), recipe, CATALOGUE).problems
    assert {problem.code for problem in problems} == {"unexpected_unit"}


def test_percents_of_an_ods_file() -> None:
    book = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="Feuille")
    for line in (["code", "taux"], ["44", 0.104]):
        row = odf.table.TableRow()
        for value in line:
            kind = {"valuetype": "string"} if isinstance(value, str) else {"valuetype": "percentage", "value": value}
            cell = odf.table.TableCell(**kind)
            cell.addElement(odf.text.P(text=str(value)))
            row.addElement(cell)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    stream = io.BytesIO()
    book.save(stream)
    source = open_source(stream.getvalue(), name="taux.ods")
    assert source.grid().cells.values.tolist() == [["code", "taux"], ["44", "10.4%"]]
