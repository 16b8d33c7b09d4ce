"""Which territory and period a row of the file speaks of, for a row that gives no value."""

from indicators.importing.fitting import column_of, fitted_sheets
from indicators.importing.problems import Problem
from indicators.importing.refusals import FileRefused
from indicators.importing.sheets import Sheet
from indicators.services.upload_reading import UploadReading

ROWS_NAMED = 3


def row_places(problem: Problem, found: UploadReading) -> list[str]:
    """« Normandie, 2024 » for each row of a problem of a few rows; [] when the rows do not tell."""
    if not 0 < len(problem.rows) <= ROWS_NAMED:
        return []
    try:
        sheets = fitted_sheets(found.source, found.recipe)
    except FileRefused:
        return []
    own = [sheet for sheet in sheets if sheet.grid.name == problem.sheet] or sheets
    return [text for row in problem.rows if (text := _place(own[0], row, found))] if len(own) == 1 else []


def _place(sheet: Sheet, row: int, found: UploadReading) -> str:
    territory = _cell(sheet, row, found.recipe.territory.origin.column)
    names = (one.name for one in found.reading.territories if territory in (one.label, one.code, one.name))
    period = _cell(sheet, row, found.recipe.period.origin.column)
    return ", ".join(filter(None, (next(names, "") or territory, period)))


def _cell(sheet: Sheet, row: int, name: str) -> str:
    """The text of a row (counted from 1) in a column, "" without such a cell."""
    if not name or row > len(sheet.grid.cells):
        return ""
    return str(sheet.grid.cells.iat[row - 1, column_of(sheet, name).position]).strip()
