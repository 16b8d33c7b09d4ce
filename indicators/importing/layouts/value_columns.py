"""A column of values and what its place in the sheet says."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators.importing.fitting import column_of, named_columns
from indicators.importing.recipes import Recipe
from indicators.importing.sheets import Column, Sheet
from portal.formatting import quoted


@dataclass(frozen=True)
class ValueColumn:
    """`breakdown` is what the recipe says of this column (`sex` = F)."""

    column: Column
    breakdown: tuple[tuple[str, str], ...] = ()


def free_columns(sheet: Sheet, recipe: Recipe) -> Iterator[Column]:
    """The columns with a header that the recipe uses for nothing else."""
    used = {column_of(sheet, name).position for name in named_columns(recipe)}
    return (column for column in sheet.columns if column.position not in used and _has_header(column, sheet))


def missing_values(sheet: Sheet) -> str:
    """The sentence for a sheet in which no column of values is found."""
    names = ", ".join(quoted(name) for name in sheet.names[:30])
    return _("Aucune colonne de valeurs n’est reconnue ; colonnes trouvées : %(names)s.") % {"names": names}


def _has_header(column: Column, sheet: Sheet) -> bool:
    return bool(column.headers[-1]) if column.headers else True
