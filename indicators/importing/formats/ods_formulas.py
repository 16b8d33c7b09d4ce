"""Formulas, cells shown in percent and extent of the sheets of an ODS file."""

import zipfile

from .limits import MAX_SHEET_AREA
from .refusals import refused
from .sheet_traits import SheetTraits
from .xml_events import read_events

CELLS = ("table:table-cell", "table:covered-table-cell")
VALUES = ("office:value", "office:date-value", "office:time-value", "office:boolean-value", "office:string-value")


class _OdsReader:
    """Follows rows and columns with their repetitions: `number-columns-repeated` stands for many equal cells."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetTraits] = {}
        self._sheet = SheetTraits()
        self._row = self._column = self._row_times = self._widest = 0
        self._formula_at: tuple[int, int] | None = None
        self._is_filled = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self._sheet = self.sheets.setdefault(attributes.get("table:name", ""), SheetTraits())
            self._row = self._widest = self._row_times = 0
        elif tag == "table:table-row":
            self._row_times, self._column = int(attributes.get("table:number-rows-repeated", 1)), 0
        elif tag in CELLS:
            self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        times = int(attributes.get("table:number-columns-repeated", 1))
        self._is_filled = any(name in attributes for name in VALUES)
        if "table:formula" in attributes:
            self._formula_at = (self._row, self._column)
        if "office:value-type" in attributes:
            self._check_extent(self._column + times)
        if attributes.get("office:value-type") == "percentage":
            rows = range(self._row, self._row + self._row_times)
            for column in range(self._column, self._column + times):
                self._sheet.percents.setdefault(column, set()).update(rows)
        self._column += times

    def _check_extent(self, width: int) -> None:
        self._widest = max(self._widest, width)
        if self._widest * (self._row + self._row_times) > MAX_SHEET_AREA:
            raise refused("too_many_cells")

    def text(self, data: str) -> None:
        self._is_filled = self._is_filled or bool(data.strip())

    def end(self, tag: str) -> None:
        if tag in CELLS and self._formula_at:
            self._sheet.formulas.add(self._formula_at)
            if not self._is_filled:
                self._sheet.unvalued.add(self._formula_at)
            self._formula_at = None
        elif tag == "table:table-row":
            self._row += self._row_times


def read_ods_traits(archive: zipfile.ZipFile) -> dict[str, SheetTraits]:
    """By sheet name. Raises FileRefused (`too_many_cells`, `truncated`)."""
    reader = _OdsReader()
    with archive.open("content.xml") as stream:
        read_events(stream, start=reader.start, end=reader.end, text=reader.text)
    return reader.sheets
