"""A grid cut into header and body as the recipe says, and its columns found by their name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .coded import Coded, text_array
from .footers import end_of_body
from .grids import Grid
from .patterns import matching
from .recipes import FileShape
from .spellings import tidy


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its position, its name, and its text in each header row (filled from the left)."""

    position: int
    name: str
    headers: tuple[str, ...] = ()
    """Texts by header row, in the order of the recipe's `header`."""


@dataclass(frozen=True)
class Sheet:
    """`rows` are the positions in the grid of the rows of data."""

    grid: Grid
    columns: tuple[Column, ...]
    rows: np.ndarray
    header: tuple[int, ...]
    _coded: dict[int, Coded] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, from left to right."""
        return tuple(column.name for column in self.columns)

    def cells(self, position: int) -> pa.Array:
        """The texts of one column in the rows of data."""
        array = text_array(self.grid.cells.iloc[:, position])
        return array if len(self.rows) == len(array) else array.take(pa.array(self.rows))

    def coded(self, column: Column) -> Coded:
        """The same as positions in the list of distinct texts; computed once."""
        if column.position not in self._coded:
            self._coded[column.position] = Coded.of(self.cells(column.position))
        return self._coded[column.position]

    def kept(self, mask: np.ndarray) -> "Sheet":
        """The sheet with only these rows of data."""
        if mask.all():
            return self
        coded = {position: column.take(mask) for position, column in self._coded.items()}
        return Sheet(self.grid, self.columns, self.rows[mask], self.header, coded)


def cut(grid: Grid, shape: FileShape) -> Sheet:
    """Header and body of a grid: blank rows, skipped rows and the footer are left out."""
    names = _column_names(grid, shape.header)
    first = max(shape.header, default=0)
    rows = np.arange(first, len(grid.cells))
    rows = rows[~np.isin(rows + 1, shape.skip)]
    rows = rows[~_blank(grid, rows)]
    rows = _without_footer(grid, rows, shape)
    if shape.skip_matching:
        rows = rows[~matching(first_texts(grid, rows), shape.skip_matching)]
    sheet = Sheet(grid, names, rows, shape.header)
    return _filled_down(sheet, shape.fill_down) if shape.fill_down else sheet


def first_texts(grid: Grid, rows: Sequence[int] | np.ndarray) -> list[str]:
    """The first cell that is not empty in each of these rows, "" for a blank row."""
    found = [""] * len(rows)
    waiting = np.arange(len(rows))
    for position in range(grid.cells.shape[1]):
        if not len(waiting):
            break
        texts = text_array(grid.cells.iloc[np.asarray(rows)[waiting], position]).to_pylist()
        for place, text in zip(waiting.tolist(), texts, strict=True):
            found[place] = tidy(text)
        waiting = np.array([place for place in waiting.tolist() if not found[place]], dtype=np.int64)
    return found


def title(grid: Grid, header: tuple[int, ...]) -> str:
    """The first text above the header, "" when there is none."""
    above = np.arange(min(header, default=1) - 1)
    return next((text for text in first_texts(grid, above) if text), "") if len(above) else ""


def column_letter(position: int) -> str:
    """The name of a spreadsheet column: 0 is A, 26 is AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_position(address: str) -> tuple[int, int]:
    """Row and column, from 0, of a spreadsheet address (`I2`)."""
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(address[len(letters) :]) - 1, column - 1


def _blank(grid: Grid, rows: np.ndarray) -> np.ndarray:
    blank = np.arange(len(rows))
    for position in range(grid.cells.shape[1]):
        if not len(blank):
            break
        cells = text_array(grid.cells.iloc[rows[blank], position])
        empty = pc.equal(pc.utf8_trim_whitespace(cells), "").to_numpy(zero_copy_only=False)
        blank = blank[empty]
    mask = np.zeros(len(rows), dtype=bool)
    mask[blank] = True
    return mask


def _without_footer(grid: Grid, rows: np.ndarray, shape: FileShape) -> np.ndarray:
    if shape.footer_notes:
        return rows[rows < end_of_body(grid.cells, max(shape.header, default=0))]
    if shape.footer_matching:
        hits = np.flatnonzero(matching(first_texts(grid, rows), shape.footer_matching))
        return rows[: hits[0]] if len(hits) else rows
    return rows[: len(rows) - shape.footer] if shape.footer else rows


def _column_names(grid: Grid, header: tuple[int, ...]) -> tuple[Column, ...]:
    width = grid.cells.shape[1]
    texts = [_header_texts(grid, row, width) for row in header]
    filled: list[list[str]] = []
    for depth, row in enumerate(texts):
        filled.append(_filled_from_left(row, filled) if depth < len(texts) - 1 else row)
    taken: dict[str, int] = {}
    columns = []
    for position in range(width):
        headers = tuple(row[position] for row in filled)
        name = " / ".join(dict.fromkeys(text for text in headers if text)) or column_letter(position)
        taken[name] = taken.get(name, 0) + 1
        columns.append(Column(position, name if taken[name] == 1 else f"{name} ({taken[name]})", headers))
    return tuple(columns)


def _header_texts(grid: Grid, row: int, width: int) -> list[str]:
    if row > len(grid.cells):
        return [""] * width
    return [tidy(str(text)) for text in grid.cells.iloc[row - 1].tolist()]


def _filled_from_left(row: list[str], above: list[list[str]]) -> list[str]:
    filled = list(row)
    for position in range(1, len(filled)):
        same_parent = all(upper[position] == upper[position - 1] for upper in above)
        if not filled[position] and same_parent:
            filled[position] = filled[position - 1]
    return filled


def _filled_down(sheet: Sheet, names: tuple[str, ...]) -> Sheet:
    for column in sheet.columns:
        if column.name in names:
            coded = sheet.coded(column)
            empty = coded.where(not text for text in coded.texts)
            sources = np.maximum.accumulate(np.where(empty, 0, np.arange(len(coded))))
            sheet._coded[column.position] = coded.take(sources)
    return sheet
