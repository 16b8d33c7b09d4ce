"""Formulas, percents and extent of the sheets of an XLSX file, from its XML: the reader of values says none of it."""

import posixpath
import re
import zipfile
from collections.abc import Callable

from .limits import MAX_SHEET_AREA
from .refusals import refused
from .sheet_traits import SheetTraits
from .xlsx_percents import percent_cells, percent_styles
from .xlsx_places import column_number
from .xml_events import CHUNK, read_events

FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
PLACE = re.compile(rb'\sr="([A-Z]{0,3})(\d{1,7})"')
REFERENCE = re.compile(r"([A-Z]+)(\d+)")
OVERLAP = 64


def read_xlsx_traits(archive: zipfile.ZipFile) -> dict[str, SheetTraits]:
    """By sheet name: formulas and cells shown in percent.

    Raises FileRefused (`too_many_cells`) for a sheet whose corners are too far apart.
    """
    found = {}
    styles = percent_styles(archive)
    for name, path in _sheet_paths(archive).items():
        has_formula = _survey(archive, path)
        traits = _formulas_of(archive, path) if has_formula else SheetTraits()
        traits.percents = percent_cells(archive, path, styles) if styles else {}
        found[name] = traits
    return found


def _sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    names: dict[str, str] = {}
    targets: dict[str, str] = {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "sheet":
            link = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            names[attributes.get("name", "")] = link

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    _read(archive, "xl/workbook.xml", sheet)
    _read(archive, "xl/_rels/workbook.xml.rels", relation)
    paths = {name: _entry_path(targets.get(link, "")) for name, link in names.items()}
    return {name: path for name, path in paths.items() if path in archive.NameToInfo}


def _entry_path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _read(archive: zipfile.ZipFile, path: str, start: Callable[[str, dict[str, str]], None]) -> None:
    if path not in archive.NameToInfo:
        raise refused("truncated")
    with archive.open(path) as stream:
        read_events(stream, start=start)


def _survey(archive: zipfile.ZipFile, path: str) -> bool:
    """Whether the sheet holds a formula; its area is checked on the way, in C, since most sheets hold none."""
    has_formula, columns, last_row, tail = False, {b"A"}, 1, b""
    with archive.open(path) as stream:
        while chunk := stream.read(CHUNK):
            piece = tail + chunk
            has_formula = has_formula or FORMULA.search(piece) is not None
            places = PLACE.findall(piece)
            columns.update(letters for letters, _row in places)
            last_row = max(last_row, max((int(row) for _letters, row in places), default=1))
            tail = piece[-OVERLAP:]
    width = max(column_number(letters.decode()) for letters in columns) + 1
    if width * last_row > MAX_SHEET_AREA:
        raise refused("too_many_cells")
    return has_formula


class _FormulaReader:
    def __init__(self) -> None:
        self.found = SheetTraits()
        self._place: tuple[int, int] | None = None
        self._is_text = self._has_formula = self._in_value = self._has_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            match = REFERENCE.fullmatch(attributes.get("r", ""))
            self._place = (int(match[2]) - 1, column_number(match[1])) if match else None
            self._is_text = attributes.get("t") == "str"
            self._has_formula = self._has_value = False
        elif name == "f":
            self._has_formula = True
        self._in_value = name in ("v", "t")

    def text(self, data: str) -> None:
        self._has_value = self._has_value or (self._in_value and bool(data.strip()))

    def end(self, tag: str) -> None:
        self._in_value = False
        if tag.rpartition(":")[2] == "c" and self._has_formula and self._place:
            self.found.formulas.add(self._place)
            if not self._has_value and not self._is_text:
                self.found.unvalued.add(self._place)


def _formulas_of(archive: zipfile.ZipFile, path: str) -> SheetTraits:
    reader = _FormulaReader()
    with archive.open(path) as stream:
        read_events(stream, start=reader.start, end=reader.end, text=reader.text)
    return reader.found
