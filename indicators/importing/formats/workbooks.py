"""Sheets of a workbook to Grids, values by calamine."""

import io
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
import python_calamine as calamine

from indicators.importing.grids import PERCENTS, Grid, SourceFile

from .cell_text import cell_text, percent_text
from .limits import MAX_COLUMNS, MAX_SHEETS
from .refusals import refused
from .sheet_traits import SheetTraits

NO_TRAITS = SheetTraits()


def read_workbook(content: bytes, *, name: str, format: str, traits: Mapping[str, SheetTraits]) -> SourceFile:
    """Every sheet that is a table, in the order of the workbook. Raises FileRefused."""
    book = _load(content)
    try:
        titles = _sheet_titles(book)
        grids = tuple(_grid(book, title, traits.get(title, NO_TRAITS)) for title in titles)
    finally:
        book.close()
    if all(grid.cells.empty for grid in grids):
        raise refused("no_cells")
    has_percents = any(traits[title].percents for title in titles if title in traits)
    return SourceFile(name=name, format=format, grids=grids, quirks=_quirks(grids, has_percents))


def _load(content: bytes) -> calamine.CalamineWorkbook:
    return _guarded(lambda: calamine.load_workbook(io.BytesIO(content)))


def _guarded(read: Any) -> Any:
    """calamine signals damage by errors, and by panics that are no `Exception`."""
    try:
        return read()
    except calamine.PasswordError as error:
        raise refused("password_protected") from error
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:
        raise refused("truncated") from error


def _sheet_titles(book: calamine.CalamineWorkbook) -> list[str]:
    titles = [sheet.name for sheet in book.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
    if len(titles) > MAX_SHEETS:
        raise refused("too_many_sheets")
    return titles


def _grid(book: calamine.CalamineWorkbook, title: str, found: SheetTraits) -> Grid:
    sheet = _guarded(lambda: book.get_sheet_by_name(title))
    if sheet.width > MAX_COLUMNS:
        raise refused("too_many_columns")
    cells = _cells(_guarded(lambda: sheet.to_python(skip_empty_area=False)), found.percents)
    return Grid(name=title, cells=cells, formulas=frozenset(found.formulas), unvalued=frozenset(found.unvalued))


def _cells(rows: list[list[Any]], percents: Mapping[int, Collection[int]]) -> pd.DataFrame:
    columns = [
        pd.Series(_texts(column, percents.get(place, ())), dtype="str")
        for place, column in enumerate(zip(*rows, strict=True))
    ]
    if not columns:
        return pd.DataFrame(dtype="str")
    cells = pd.concat(columns, axis=1, ignore_index=True)
    return _without_blank_end(cells)


def _texts(values: Sequence[Any], percents: Collection[int]) -> list[str]:
    if not percents:
        return [cell_text(value) for value in values]
    return [percent_text(value) if row in percents else cell_text(value) for row, value in enumerate(values)]


def _without_blank_end(cells: pd.DataFrame) -> pd.DataFrame:
    """Formatting leaves thousands of blank rows and columns behind a table; row numbers do not change."""
    filled = cells != ""
    rows, columns = filled.any(axis=1), filled.any(axis=0)
    if not rows.any():
        return cells.iloc[:0, :0]
    return cells.iloc[: int(rows[rows].index[-1]) + 1, : int(columns[columns].index[-1]) + 1]


def _quirks(grids: tuple[Grid, ...], has_percents: bool) -> tuple[str, ...]:
    quirks: tuple[str, ...] = (PERCENTS,) if has_percents else ()
    quirks += ("formulas",) if any(grid.formulas for grid in grids) else ()
    return quirks + (("formulas_without_value",) if any(grid.unvalued for grid in grids) else ())
