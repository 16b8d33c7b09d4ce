"""The recipe of the last release: tried first, and when it no longer fits, the difference is said."""

from django.utils.translation import gettext as _

from indicators.importing.fitting import fitted_sheets
from indicators.importing.grids import SourceFile
from indicators.importing.recipes import Recipe
from indicators.importing.refusals import FileRefused

from .guesses import ALMOST, SURE, Guess
from .table import Table, table_below


def former_table(source: SourceFile, recipe: Recipe) -> Table:
    """The table that a fitting recipe reads; that of its first sheet when it reads several."""
    grid = fitted_sheets(source, recipe)[0].grid
    table = table_below(grid, recipe.file.header)
    return table or Table(grid, (), 0, len(grid.cells))


def former_fits(source: SourceFile, recipe: Recipe) -> tuple[bool, Guess]:
    """Whether every sheet and column it names is there, and the sentence about it."""
    try:
        fitted_sheets(source, recipe)
    except FileRefused as refusal:
        return False, Guess(
            "recipe",
            "new",
            _("La recette de la dernière fois ne convient plus : une autre est proposée."),
            str(refusal.reason),
            ALMOST,
        )
    return True, Guess(
        "recipe",
        "former",
        _("Le fichier est lu avec la recette de la dernière fois."),
        _("Toutes les feuilles et colonnes qu’elle nomme sont là."),
        SURE,
    )
