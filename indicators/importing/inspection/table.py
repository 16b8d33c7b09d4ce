"""Where the table stands in a sheet: title lines above it, header, body, notes below."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from indicators.importing.footers import end_of_body
from indicators.importing.grids import Grid
from indicators.importing.looks import is_number, is_period
from indicators.importing.recipes import FileShape
from indicators.importing.sheets import cut
from indicators.importing.spellings import tidy

from .columns import Column, read_columns

HEAD = 60
SHOWN = 1_000
MINIMUM_HEADER_SHARE = 0.6


@dataclass(frozen=True)
class Table:
    """Rows are zero-based. `header` holds one row, several for a header in several rows, none without a header;
    the body is `first` to `end` (excluded)."""

    grid: Grid
    header: tuple[int, ...]
    first: int
    end: int

    @property
    def height(self) -> int:
        return self.end - self.first

    @cached_property
    def shape(self) -> FileShape:
        """Header as a recipe counts it, rows from 1; notes at the bottom by their rule, whatever their number."""
        return FileShape(header=tuple(row + 1 for row in self.header), footer_notes=bool(self.below))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return read_columns(cut(self.grid, self.shape))

    @cached_property
    def above(self) -> tuple[tuple[int, int, str], ...]:
        """Every filled cell above the header: row, column, text."""
        top = min(self.header, default=self.first)
        return tuple(
            (row, column, tidy(text))
            for row, line in enumerate(self.grid.cells.iloc[:top].values.tolist())
            for column, text in enumerate(line)
            if tidy(text)
        )

    @cached_property
    def below(self) -> tuple[str, ...]:
        """Every filled line under the body."""
        lines = self.grid.cells.iloc[self.end :].values.tolist()
        return tuple(text for line in lines if (text := tidy(" ".join(line))))


def table_below(grid: Grid, header: tuple[int, ...]) -> Table | None:
    """The table whose titles stand in these rows (as people count them); None when nothing is below."""
    rows = tuple(row - 1 for row in sorted(header) if 0 < row <= len(grid.cells))
    first = max(rows, default=-1) + 1
    table = Table(grid, rows, first, end_of_body(grid.cells, first))
    return table if table.height > 0 and grid.cells.shape[1] > 1 else None


def find_table(grid: Grid) -> Table | None:
    """The main table of a sheet; None for a sheet of text."""
    cells = grid.cells
    if cells.shape[0] < 2 or cells.shape[1] < 2:
        return None
    head = [[tidy(text) for text in row] for row in cells.iloc[:HEAD].values.tolist()]
    shown = np.unique(np.linspace(0, len(cells) - 1, min(len(cells), SHOWN)).astype(int))
    filled = (cells.iloc[shown] != "").to_numpy()
    row = _header_row(head, filled)
    if row is None:
        return None
    header = _with_rows_around(head, row) if not _is_data(head, row) else ()
    first = header[-1] + 1 if header else row
    table = Table(grid, header, first, end_of_body(cells, first))
    return table if table.height > 0 else None


def _header_row(head: list[list[str]], filled: np.ndarray) -> int | None:
    """The first row that is filled nearly as wide as the table, titles and notes above being narrower."""
    widths = filled.sum(axis=1)
    used = int((filled.sum(axis=0) >= max(1, 0.02 * len(filled))).sum())
    usual = int(np.median(widths[widths > 1])) if (widths > 1).any() else 0
    for wanted in (max(2, MINIMUM_HEADER_SHARE * used), max(2, MINIMUM_HEADER_SHARE * usual), 2):
        for row, texts in enumerate(head[:-1]):
            if sum(map(bool, texts)) >= wanted and any(any(line) for line in head[row + 1 :]):
                return row
    return None


def _is_data(head: list[list[str]], row: int) -> bool:
    """A row that holds numbers which are no years is no header."""
    numbers = [text for text in head[row] if is_number(text) and not is_period(text)]
    below = next((line for line in head[row + 1 :] if any(line)), [])
    alike = sum(is_number(a) and is_number(b) for a, b in zip(head[row], below, strict=False))
    return bool(numbers) and alike >= max(1, len(numbers) // 2)


def _with_rows_around(head: list[list[str]], row: int) -> tuple[int, ...]:
    """A header may have rows above it, right against it, whose cells stand for the columns on their right; or be such
    a row itself, above the row of the finer titles."""
    rows = [row, row + 1] if _is_split_below(head, row) else [row]
    while rows[0] > 0 and _groups_columns(head[rows[0] - 1], head[row]):
        rows.insert(0, rows[0] - 1)
    return tuple(rows)


def _is_split_below(head: list[list[str]], row: int) -> bool:
    """Titles merged downwards (`Code` above a blank) beside titles merged to the right (`2020` above two sexes)."""
    if row + 2 >= len(head):
        return False
    titles, finer, data = head[row : row + 3]
    merged = [place for place, text in enumerate(titles) if text and not finer[place] and data[place]]
    split = [place for place, text in enumerate(finer) if text and not titles[place]]
    are_titles = not any(is_number(text) and not is_period(text) for text in finer)
    return bool(merged and split) and are_titles and any(is_number(data[place]) for place in split)


def _groups_columns(above: list[str], header: list[str]) -> bool:
    places = [place for place, text in enumerate(above) if text]
    if (
        len(places) < 2
        or places[0] == 0
        or any(is_number(above[place]) and not is_period(above[place]) for place in places)
    ):
        return False
    return all(header[place] for place in places)
