"""Which columns of a sheet hold values, one module for each family of layouts."""

from collections.abc import Callable, Mapping

from indicators.importing.fitting import column_of, does_not_fit
from indicators.importing.patterns import matching
from indicators.importing.recipes import Recipe
from indicators.importing.sheets import Sheet

from .across import other_columns
from .long import value_column
from .periods_across import period_columns
from .value_columns import ValueColumn, free_columns, missing_values

__all__ = ["LAYOUTS", "ValueColumn", "columns_left_out", "value_columns"]

Layout = Callable[[Sheet, Recipe], list[ValueColumn]]
LAYOUTS: Mapping[str, Layout] = {
    "long": value_column,
    "measures_in_columns": other_columns,
    "periods_in_columns": period_columns,
    "territories_in_columns": other_columns,
    "month_by_year": period_columns,
    "territories_as_sheets": value_column,
    "multi_row_header": other_columns,
}


def value_columns(sheet: Sheet, recipe: Recipe) -> list[ValueColumn]:
    """The columns that hold values: those that the recipe names, else those that its layout implies.

    Raises FileRefused (`recipe_does_not_fit`) when there is none.
    """
    columns = _named(sheet, recipe) or LAYOUTS[recipe.layout](sheet, recipe)
    if not columns:
        raise does_not_fit(missing_values(sheet))
    return columns


def columns_left_out(sheet: Sheet, recipe: Recipe) -> list[str]:
    """The names of the columns of a wide layout that are neither used nor read (an evolution, a total)."""
    if recipe.layout not in ("periods_in_columns", "month_by_year") or _named(sheet, recipe):
        return []
    read = {value.column.position for value in value_columns(sheet, recipe)}
    return [column.name for column in free_columns(sheet, recipe) if column.position not in read]


def _named(sheet: Sheet, recipe: Recipe) -> list[ValueColumn]:
    rule = recipe.value
    if rule.column:
        return [ValueColumn(column_of(sheet, rule.column))]
    if rule.columns:
        return [ValueColumn(column_of(sheet, name), tuple(kept.items())) for name, kept in rule.columns.items()]
    if rule.matching:
        hits = matching(sheet.names, rule.matching)
        return [ValueColumn(column) for column, hit in zip(sheet.columns, hits, strict=True) if hit]
    return []
