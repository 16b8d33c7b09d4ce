"""The table under inspection with everything that may tell what it holds."""

from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from indicators.importing.grids import SourceFile
from indicators.importing.spellings import tidy
from indicators.importing.territories import Catalogue

from .columns import Column
from .guesses import Hints
from .table import Table
from .vocabulary import COORDINATE_WORDS

NOTE_LINES, NOTES = 60, 600


@dataclass(frozen=True, eq=False)
class View:
    """One table of a file, its catalogue and the hints."""

    source: SourceFile
    table: Table
    catalogue: Catalogue
    hints: Hints

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Columns that hold something."""
        return tuple(column for column in self.table.columns if not column.is_empty)

    @cached_property
    def numeric(self) -> tuple[Column, ...]:
        """Columns of numbers, coordinates left aside."""
        return tuple(
            column
            for column in self.columns
            if column.number_share >= 0.8 and not column.words & COORDINATE_WORDS and column.unmarked
        )

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """Texts around the table and, in a workbook, those of the first lines of the other sheets."""
        around = [text for _row, _column, text in self.table.above] + list(self.table.below)
        others = [grid.cells.iloc[:NOTE_LINES] for grid in self.source.grids if grid is not self.table.grid]
        texts = (tidy(text) for cells in others for line in cells.values.tolist() for text in line if len(text) > 4)
        return (*around, *islice(texts, NOTES))

    def named(self, name: str) -> Column:
        return next(column for column in self.table.columns if column.name == name)
