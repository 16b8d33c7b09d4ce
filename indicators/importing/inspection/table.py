"""Where the table stands in a sheet: title lines above it, header, body, notes below."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from indicators.importing.grids import Grid
from indicators.importing.recipes import FileShape
from indicators.importing.sheets import cut
from indicators.importing.spellings import folded, tidy

from .columns import Column, read_columns
from .looks import is_number, is_period
from .vocabulary import FOOTER_WORDS

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
        """Header and footer as a recipe counts them: rows from 1, blank lines at the bottom not counted."""
        return FileShape(header=tuple(row + 1 for row in self.header), footer=len(self.below))

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
    header = _with_rows_above(head, row) if not _is_data(head, row) else ()
    first = row + 1 if header else row
    table = Table(grid, header, first, _end_of_body(cells, first))
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


def _with_rows_above(head: list[list[str]], row: int) -> tuple[int, ...]:
    """A header may have rows above it, right against it, whose cells stand for the columns on their right."""
    rows = [row]
    while rows[0] > 0 and _groups_columns(head[rows[0] - 1], head[row]):
        rows.insert(0, rows[0] - 1)
    return tuple(rows)


def _groups_columns(above: list[str], header: list[str]) -> bool:
    places = [place for place, text in enumerate(above) if text]
    if (
        len(places) < 2
        or places[0] == 0
        or any(is_number(above[place]) and not is_period(above[place]) for place in places)
    ):
        return False
    return all(header[place] for place in places)


def _end_of_body(cells: pd.DataFrame, first: int) -> int:
    """Blank lines and notes at the bottom are not the table."""
    end = len(cells)
    tail_start = max(first, end - 400)
    tail = [[tidy(text) for text in row] for row in cells.iloc[tail_start:].values.tolist()]
    usual = float(np.median([sum(map(bool, row)) for row in tail if any(row)] or [0]))
    while end > first and _is_note(tail[end - 1 - tail_start], usual, _gap_before(tail, end - 1 - tail_start)):
        end -= 1
        if end == tail_start:
            break
    return end


def _gap_before(tail: list[list[str]], place: int) -> bool:
    """Whether a blank line stands between this line and the table, at most a dozen lines higher."""
    return any(not any(row) for row in tail[max(0, place - 12) : place])


def _is_note(row: list[str], usual: float, after_gap: bool) -> bool:
    texts = [text for text in row if text]
    if not texts:
        return True
    if len(texts) > max(1, min(2, usual - 1)) or any(is_number(text) or is_period(text) for text in texts):
        return False
    return after_gap or len(texts[0]) > 60 or folded(texts[0]).startswith(FOOTER_WORDS)
