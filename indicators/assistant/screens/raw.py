"""The first lines of the file as they are, with their row numbers."""

from dataclasses import dataclass

from indicators.importing.grids import SourceFile

ROWS, COLUMNS = 30, 12


@dataclass(frozen=True)
class RawGrid:
    """A sheet: (row number, cells) of its first lines."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    total: int


def raw_grids(source: SourceFile) -> list[RawGrid]:
    """The first lines of the first three sheets."""
    return [
        RawGrid(grid.name, _rows(grid.cells.iloc[:ROWS, :COLUMNS].to_numpy().tolist()), len(grid.cells))
        for grid in source.grids[:3]
    ]


def _rows(cells: list[list[str]]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    return tuple((number, tuple(str(cell) for cell in row)) for number, row in enumerate(cells, start=1))
