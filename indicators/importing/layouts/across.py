"""Measures, territories or several dimensions across the columns: every column not used otherwise holds values."""

from indicators.importing.recipes import Recipe
from indicators.importing.sheets import Sheet

from .value_columns import ValueColumn, free_columns


def other_columns(sheet: Sheet, recipe: Recipe) -> list[ValueColumn]:
    """All columns with a header that are neither a dimension, a filter, a status nor a note."""
    return [ValueColumn(column) for column in free_columns(sheet, recipe)]
