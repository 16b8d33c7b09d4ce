import datetime
import io
import struct
import zipfile

import odf.opendocument
import odf.table
import odf.text
import openpyxl
import pytest
import xlwt

from indicators.importing.formats import open_source
from indicators.importing.formats.cell_text import cell_text
from indicators.importing.grids import SourceFile
from indicators.importing.refusals import FileRefused

ROWS = [["code", "date", "valeur"], ["01", datetime.date(2024, 9, 1), 0.1], [44.0, datetime.date(2024, 9, 2), 5.6]]
EXPECTED = [["code", "date", "valeur"], ["01", "2024-09-01", "0.1"], ["44", "2024-09-02", "5.6"]]


def xlsx(rows: list[list[object]], *, title: str = "Feuille") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls(rows: list[list[object]]) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Feuille")
    style = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(place, column, value, *([style] if isinstance(value, datetime.date) else []))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(rows: list[list[object]]) -> bytes:
    book = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="Feuille")
    for row in rows:
        line = odf.table.TableRow()
        for value in row:
            line.addElement(ods_cell(value))
        table.addElement(line)
    book.spreadsheet.addElement(table)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods_cell(value: object) -> odf.table.TableCell:
    if isinstance(value, float):
        cell = odf.table.TableCell(valuetype="float", value=value)
    elif isinstance(value, datetime.date):
        cell = odf.table.TableCell(valuetype="date", datevalue=value.isoformat())
    elif isinstance(value, str) and value.startswith("="):
        return odf.table.TableCell(formula=f"of:{value}", valuetype="float", value=3)
    else:
        cell = odf.table.TableCell(valuetype="string")
    cell.addElement(odf.text.P(text=str(value)))
    return cell


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in [*old.namelist(), *(name for name in changes if name not in old.namelist())]:
            new.writestr(name, changes.get(name) if name in changes else old.read(name))
    return stream.getvalue()


def opened(content: bytes) -> SourceFile:
    return open_source(content, name="essai")


def refusal(content: bytes) -> str:
    with pytest.raises(FileRefused) as caught:
        opened(content)
    return caught.value.code


@pytest.mark.parametrize(("write", "kind"), [(xlsx, "xlsx"), (xls, "xls"), (ods, "ods")])
def test_a_workbook_gives_the_text_of_its_cells(write, kind: str) -> None:
    source = opened(write(ROWS))
    assert source.format == kind
    assert source.grid("Feuille").cells.values.tolist() == EXPECTED


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (44.0, "44"),
        (0.1, "0.1"),
        (5.6, "5.6"),
        (1e-7, "0.0000001"),
        (1.5e22, "15000000000000000000000"),
        (-0.0, "0"),
        (123456789012.5, "123456789012.5"),
        (True, "true"),
        (None, ""),
        (datetime.datetime(2024, 1, 2), "2024-01-02"),
        (datetime.datetime(2024, 1, 2, 3, 4), "2024-01-02 03:04:00"),
    ],
)
def test_a_cell_value_becomes_the_text_a_person_would_type(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_every_sheet_is_there_and_blank_tops_keep_row_numbers() -> None:
    book = openpyxl.Workbook()
    book.active["B3"] = "x"
    book.create_sheet("Seconde")["A1"] = "y"
    stream = io.BytesIO()
    book.save(stream)
    source = opened(stream.getvalue())
    assert [grid.name for grid in source.grids] == ["Sheet", "Seconde"]
    assert source.grid().cells.values.tolist() == [["", ""], ["", ""], ["", "x"]]


def test_merged_cells_stay_blank_beyond_the_first() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["C1"] = "Paris", "Lyon"
    book.active.merge_cells("A1:B1")
    stream = io.BytesIO()
    book.save(stream)
    assert opened(stream.getvalue()).grid().cells.values.tolist() == [["Paris", "", "Lyon"]]


def test_formulas_of_an_xlsx_are_found_with_and_without_stored_value() -> None:
    content = xlsx([["a", "b"], [1, "=A2+1"], [2, "=A3+1"]])
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    stored = sheet.replace(b"<f>A2+1</f><v></v>", b"<f>A2+1</f><v>2</v>").replace(
        b"<f>A2+1</f><v />", b"<f>A2+1</f><v>2</v>"
    )
    source = opened(repacked(content, {"xl/worksheets/sheet1.xml": stored}))
    assert source.grid().formulas == {(1, 1), (2, 1)}
    assert source.grid().unvalued == {(2, 1)}
    assert source.grid().cells.iat[1, 1] == "2"
    assert {"formulas", "formulas_without_value"} <= set(source.quirks)


def test_formulas_of_an_ods_are_found() -> None:
    source = opened(ods([["a", "b"], [1.0, "=A2+1"]]))
    assert source.grid().formulas == {(1, 1)}
    assert source.grid().unvalued == set()


def test_macros_are_refused() -> None:
    assert refusal(repacked(xlsx(ROWS), {"xl/vbaProject.bin": b"x"})) == "macros"


def test_truncated_workbooks_are_refused() -> None:
    assert refusal(xlsx(ROWS)[:-300]) == "truncated"
    assert refusal(xls(ROWS)[:3000]) == "truncated"
    assert refusal(ods(ROWS)[:-200]) == "truncated"


def test_a_damaged_entry_is_refused() -> None:
    content = bytearray(xlsx(ROWS))
    place = zipfile.ZipFile(io.BytesIO(bytes(content))).getinfo("xl/worksheets/sheet1.xml").header_offset + 70
    content[place : place + 20] = bytes(20)
    assert refusal(bytes(content)) == "truncated"


def test_an_archive_that_swells_is_refused_before_it_is_unpacked() -> None:
    assert refusal(repacked(xlsx(ROWS), {"xl/media/a.bin": bytes(20 * 1024**2)})) == "zip_bomb"


def test_two_cells_at_opposite_corners_are_refused() -> None:
    content = xlsx([["a"]])
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    far = sheet.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    assert refusal(repacked(content, {"xl/worksheets/sheet1.xml": far})) == "too_many_cells"


def test_xml_entities_are_not_expanded() -> None:
    content = xlsx([["a", "=A1"]])
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    attack = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    evil = attack + sheet[sheet.index(b"<worksheet") :]
    assert refusal(repacked(content, {"xl/worksheets/sheet1.xml": evil})) == "truncated"


def test_an_encrypted_ods_is_refused() -> None:
    manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    assert refusal(repacked(ods(ROWS), {"META-INF/manifest.xml": manifest})) == "password_protected"


def test_an_xls_with_a_file_pass_is_refused() -> None:
    content = bytearray(xls(ROWS))
    place = bytes(content).index(struct.pack("<HH", 0x809, 16)) + 20
    content[place : place + 2] = struct.pack("<H", 0x2F)
    assert refusal(bytes(content)) == "password_protected"


@pytest.mark.parametrize(
    ("entry", "code"),
    [("word/document.xml", "document"), ("xl/workbook.bin", "other_workbook"), ("lisezmoi.txt", "archive")],
)
def test_other_zips_are_refused_by_what_they_hold(entry: str, code: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(entry, "x")
    assert refusal(stream.getvalue()) == code


def test_a_workbook_without_any_cell_is_refused() -> None:
    assert refusal(xlsx([])) == "no_cells"
