"""A source file as rectangular tables of text cells, before any interpretation."""

from dataclasses import dataclass, field

import pandas as pd

PERCENTS = "percents"
"""Quirk of a workbook that shows cells in percent: 0.104 is in `cells` as the person sees it, « 10.4% »."""


@dataclass(frozen=True)
class Grid:
    """One sheet (or the whole of a text file) as text.

    `cells` has the columns 0…n−1 and the index 0…m−1; every cell is text as written (never stripped of leading zeros,
    never a number), "" when empty. The row number shown to people is index + 1 and is the row of the file or sheet.
    `formulas` are (row, column) of spreadsheet formulas whose stored value is in `cells`; `unvalued` those without one.
    """

    name: str
    cells: pd.DataFrame
    formulas: frozenset[tuple[int, int]] = frozenset()
    unvalued: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class SourceFile:
    """A file that could be opened.

    `format` is one of csv, tsv, xlsx, xls, ods, json; `encoding` and `separator` are "" when they have no meaning.
    `quirks` are codes of facts worth saying (`byte_order_mark`, `formulas`, `decoded_as_cp1252`, …).
    """

    name: str
    format: str
    grids: tuple[Grid, ...]
    encoding: str = ""
    separator: str = ""
    quirks: tuple[str, ...] = field(default=())

    def grid(self, name: str | None = None) -> Grid:
        """The sheet of that name, the first one without a name. Raises KeyError for an unknown name."""
        if name is None:
            return self.grids[0]
        return {grid.name: grid for grid in self.grids}[name]
