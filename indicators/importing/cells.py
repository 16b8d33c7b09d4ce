"""Every cell that could hold a value, in columns: where it stands and the texts that surround it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from .coded import Coded
from .filters import flag_rows
from .fitting import column_of
from .grids import SourceFile
from .layouts import ValueColumn, value_columns
from .origins import cell_texts, header_texts, row_texts
from .recipes import Origin, Recipe
from .sheets import Sheet

Breakdown = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cells:
    """One entry for each cell, row by row. `row` is the row number of the file, `place` the position of the column;
    `flags`, `statuses` and `notes` are texts beside the value; `given` is the breakdown that the recipe gives to the
    column, as positions in `given_breakdowns`; `formula` marks formulas, `unvalued` those without a result;
    `lower` and `upper` are the texts of the bounds of a confidence interval, None when the recipe names none."""

    text: pa.Array
    row: np.ndarray
    place: np.ndarray
    sheet: Coded
    column: Coded
    territory: Coded
    level: Coded
    period: Coded
    breakdowns: tuple[Coded, ...]
    given: np.ndarray
    given_breakdowns: list[Breakdown]
    flags: Coded
    statuses: tuple[Coded, ...]
    notes: tuple[Coded, ...]
    formula: np.ndarray
    unvalued: np.ndarray
    lower: pa.Array | None = None
    upper: pa.Array | None = None

    def __len__(self) -> int:
        return len(self.row)


def sheet_cells(source: SourceFile, sheet: Sheet, recipe: Recipe) -> Cells:
    """The cells of one sheet (its flag rows apart), with what the recipe finds around each."""
    columns = value_columns(sheet, recipe)
    series, flags = _series_and_flags(sheet, columns, recipe)
    width, height = len(columns), len(series.rows)
    names = [value.column.name for value in columns]

    def around(origin: Origin, *, kept_unmatched: bool = True) -> Coded:
        headers = header_texts([value.column for value in columns], origin, sheet.header)
        return cell_texts(row_texts(source, series, origin), headers, origin, kept_unmatched=kept_unmatched)

    def beside(name: str) -> Coded:
        coded = series.coded(column_of(series, name))
        return Coded(np.repeat(coded.codes, width), coded.texts)

    row = np.repeat(series.rows + 1, width)
    place = np.tile(np.array([value.column.position for value in columns]), height)
    return Cells(
        text=_texts(series, columns),
        row=row,
        place=place,
        formula=_among(row, place, sheet.grid.formulas),
        unvalued=_among(row, place, sheet.grid.unvalued),
        sheet=Coded.constant(sheet.grid.name if len(source.grids) > 1 else "", width * height),
        column=Coded(np.tile(np.arange(width, dtype=np.int32), height), names),
        territory=around(recipe.territory.origin),
        level=beside(recipe.territory.scheme_column)
        if recipe.territory.scheme_column
        else Coded.constant("", width * height),
        period=around(recipe.period.origin),
        breakdowns=tuple(around(rule.origin, kept_unmatched=False) for rule in recipe.breakdown),
        given=np.tile(np.arange(width, dtype=np.int32), height),
        given_breakdowns=[value.breakdown for value in columns],
        flags=flags,
        statuses=tuple(beside(part.column) for part in recipe.status.columns),
        notes=tuple(beside(name) for name in recipe.note),
        lower=_bound(series, recipe.value.lower),
        upper=_bound(series, recipe.value.upper),
    )


def _bound(sheet: Sheet, name: str) -> pa.Array | None:
    """The texts of a column of bounds; there is one column of values beside it (see `recipe_checks`)."""
    return sheet.cells(column_of(sheet, name).position) if name else None


def stacked(parts: Sequence[Cells]) -> Cells:
    """The cells of several sheets, one after the other."""
    if len(parts) == 1:
        return parts[0]
    offsets = np.cumsum([0, *(len(part.given_breakdowns) for part in parts)])[:-1]

    def coded(name: str) -> Coded:
        return Coded.stacked([getattr(part, name) for part in parts])

    def several(name: str) -> tuple[Coded, ...]:
        return tuple(Coded.stacked(columns) for columns in zip(*(getattr(part, name) for part in parts), strict=True))

    return Cells(
        text=pa.concat_arrays([part.text for part in parts]),
        row=np.concatenate([part.row for part in parts]),
        place=np.concatenate([part.place for part in parts]),
        formula=np.concatenate([part.formula for part in parts]),
        unvalued=np.concatenate([part.unvalued for part in parts]),
        given=np.concatenate([part.given + offset for part, offset in zip(parts, offsets, strict=True)]),
        given_breakdowns=[breakdown for part in parts for breakdown in part.given_breakdowns],
        breakdowns=several("breakdowns"),
        statuses=several("statuses"),
        notes=several("notes"),
        lower=_together([part.lower for part in parts]),
        upper=_together([part.upper for part in parts]),
        **{name: coded(name) for name in ("sheet", "column", "territory", "level", "period", "flags")},
    )


def _together(bounds: Sequence[pa.Array | None]) -> pa.Array | None:
    known = [bound for bound in bounds if bound is not None]
    return pa.concat_arrays(known) if known else None


def _among(row: np.ndarray, place: np.ndarray, addresses: frozenset[tuple[int, int]]) -> np.ndarray:
    if not addresses:
        return np.zeros(len(row), dtype=bool)
    width = max(int(place.max(initial=0)), *(column for _row, column in addresses)) + 1
    return np.isin((row - 1) * width + place, [line * width + column for line, column in addresses])


def _texts(sheet: Sheet, columns: Sequence[ValueColumn]) -> pa.Array:
    arrays = [sheet.cells(value.column.position) for value in columns]
    if len(arrays) == 1:
        return arrays[0]
    order = np.arange(len(arrays) * len(sheet.rows)).reshape(len(arrays), -1).T.ravel()
    return pa.concat_arrays(arrays).take(pa.array(order))


def _series_and_flags(sheet: Sheet, columns: Sequence[ValueColumn], recipe: Recipe) -> tuple[Sheet, Coded]:
    """The rows of series without the rows of flags, and the flag that stands below each cell."""
    width = len(columns)
    if recipe.value.flag_row is None:
        return sheet, Coded.constant("", width * len(sheet.rows))
    is_flags = flag_rows(sheet, recipe.value.flag_row)
    series = sheet.kept(~is_flags)
    below = np.isin(series.rows + 1, sheet.rows[is_flags])
    positions = np.where(below, np.searchsorted(sheet.rows, series.rows + 1), 0)
    flags = Coded.of(_texts(Sheet(sheet.grid, sheet.columns, sheet.rows[positions], sheet.header), columns))
    shown = np.repeat(below, width)
    return series, Coded(np.where(shown, flags.codes, len(flags.texts)), [*flags.texts, ""]).mapped(str)
