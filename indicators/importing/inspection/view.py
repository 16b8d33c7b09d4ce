"""The table under inspection with everything that may tell what it holds."""

from dataclasses import dataclass
from functools import cached_property

from indicators.importing.grids import SourceFile
from indicators.importing.territories import Catalogue

from .columns import Column
from .guesses import Hints
from .table import Table
from .vocabulary import COORDINATE_WORDS


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

    def named(self, name: str) -> Column:
        return next(column for column in self.table.columns if column.name == name)
