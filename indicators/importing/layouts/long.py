"""Long layout: one row for each observation, one column of values."""

from indicators.importing.recipes import Recipe
from indicators.importing.sheets import Sheet
from indicators.importing.spellings import folded

from .value_columns import ValueColumn, free_columns

VALUE_NAMES = ("obs_value", "valeur", "value", "valeurs", "values")


def value_column(sheet: Sheet, recipe: Recipe) -> list[ValueColumn]:
    """When the recipe does not name it: the only column left, or the only one named as offices name a value."""
    free = list(free_columns(sheet, recipe))
    named = [column for column in free if folded(column.name) in VALUE_NAMES]
    chosen = named if len(named) == 1 else free if len(free) == 1 else []
    return [ValueColumn(column) for column in chosen]
