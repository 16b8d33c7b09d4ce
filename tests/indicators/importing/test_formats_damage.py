"""However damaged a file is, it is read or refused in a sentence: nothing else ever comes out of the opener."""

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
import xlwt

from indicators.importing.formats import open_source
from indicators.importing.formats.content_kind import OLE
from indicators.importing.grids import SourceFile
from indicators.importing.refusals import FileRefused

ROWS = [["code", "annee", "valeur"], *([f"{code:02d}", 2024, code / 4] for code in range(1, 9))]
DEEP_LINES = '{"a": 1}\n' + '{"a":' * 100_000
DAMAGED = {
    "ole_without_sectors": OLE + b"\x00" * 4032,
    "ole_of_noise": OLE + bytes(range(256)) * 15,
    "deep_json": b'[{"a":' * 100_000,
    "deep_json_lines": DEEP_LINES.encode(),
    "deep_record": b'[{"a":' + b'{"a":' * 900 + b"1" + b"}" * 901 + b"]",
    "lone_surrogate": rb'[{"a": "\ud800"}]',
    "lines_of_numbers": b'{"a": 1}\n2\n3',
    "record_of_text": b'[{"properties": "a"}]',
}


MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/"'
    ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)


def xlsx() -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.active.append(["99", "=1+1", "=SUM(C2:C3)"])
    book.save(stream)
    return stream.getvalue()


def xls() -> bytes:
    book, stream = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("Feuille")
    for place, row in enumerate(ROWS):
        for column, value in enumerate(row):
            sheet.write(place, column, value)
    book.save(stream)
    return stream.getvalue()


def ods_cell(value: object) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


def ods() -> bytes:
    rows = "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in ROWS)
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Feuille">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content)
    return stream.getvalue()


def text() -> bytes:
    return "\n".join(";".join(str(cell) for cell in row) for row in ROWS).encode()


def records() -> bytes:
    return json.dumps([dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]).encode()


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Cut short, bytes changed, or a stretch of it left out."""
    kind, place = chance.randrange(3), chance.randrange(1, len(content))
    if kind == 0:
        return content[:place]
    if kind == 1:
        changed = bytearray(content)
        for _time in range(chance.randrange(1, 30)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    return content[:place] + content[place + chance.randrange(1, 200) :]


def repacked(content: bytes, chance: random.Random) -> bytes:
    """A sound archive whose parts are damaged: checksums do not protect from that."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        chosen = chance.choice([name for name in before.namelist() if name != "mimetype"])
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, damaged(part, chance) if name == chosen else part)
    return stream.getvalue()


def outcome(content: bytes, name: str) -> str:
    try:
        source = open_source(content, name=name)
    except FileRefused as refusal:
        return refusal.code
    assert isinstance(source, SourceFile)
    return "read"


@pytest.mark.parametrize("name", DAMAGED)
def test_malformed_content_is_read_or_refused(name: str) -> None:
    assert outcome(DAMAGED[name], name)


def test_container_with_impossible_sizes_is_refused_as_damaged() -> None:
    header = bytearray(xls()[:4040])
    header[30:32] = struct.pack("<H", 60)
    assert outcome(bytes(header), "b.xlsx") == "truncated"


@pytest.mark.parametrize("write", [xlsx, xls, ods, text, records])
def test_every_damaged_variant_is_read_or_refused(write: Callable[[], bytes]) -> None:
    content, chance = write(), random.Random(20260101)
    assert outcome(content, "entier") == "read"
    for _time in range(60):
        outcome(damaged(content, chance), "abime")


@pytest.mark.parametrize("write", [xlsx, ods])
def test_damaged_part_of_a_sound_archive_is_read_or_refused(write: Callable[[], bytes]) -> None:
    content, chance = write(), random.Random(20260102)
    for _time in range(60):
        outcome(repacked(content, chance), "abime")
