"""Does the recipe fit the file? If not, what differs, precisely."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from portal.formatting import quoted

from .grids import Grid, SourceFile
from .patterns import matching
from .recipes import FileShape, Recipe
from .refusals import FileRefused
from .sheets import Column, Sheet, column_letter, cut
from .spellings import folded, tidy

NAMES_SHOWN = 30
LIKENESS = 60


def fitted_sheets(source: SourceFile, recipe: Recipe) -> list[Sheet]:
    """The sheets that the recipe reads, cut into header and body.

    Raises FileRefused (`recipe_does_not_fit`) when a sheet, a column or the data themselves are not there.
    """
    sheets = [cut(grid, recipe.file) for grid in _chosen_grids(source, recipe.file)]
    for sheet in sheets:
        for name in named_columns(recipe):
            column_of(sheet, name)
    if not any(len(sheet.rows) for sheet in sheets):
        raise does_not_fit(_("Aucune ligne de données ne se trouve sous la ligne de titres."))
    return sheets


def named_columns(recipe: Recipe) -> Iterator[str]:
    """Every column that the recipe names."""
    origins = [recipe.territory.origin, recipe.period.origin, *(part.origin for part in recipe.breakdown)]
    for origin in origins:
        yield from filter(None, (origin.column, *origin.columns))
    yield from filter(None, (recipe.territory.scheme_column, recipe.value.column, *recipe.value.columns))
    yield from filter(None, (recipe.value.lower, recipe.value.upper))
    if recipe.value.flag_row:
        yield recipe.value.flag_row.column
    yield from (part.column for part in recipe.filter)
    yield from (part.column for part in recipe.status.columns)
    yield from (*recipe.note, *recipe.file.fill_down)


def column_of(sheet: Sheet, name: str) -> Column:
    """The column of that name: the whole name, else its last header row alone when only one column has it."""
    wanted = tidy(name)
    found = [column for column in sheet.columns if column.name == wanted]
    found = found or [column for column in sheet.columns if column.headers and column.headers[-1] == wanted]
    if len(found) == 1:
        return found[0]
    raise does_not_fit(_column_sentence(sheet, wanted))


def does_not_fit(reason: str) -> FileRefused:
    """The refusal of a file by a recipe made for another one."""
    return FileRefused(
        code="recipe_does_not_fit",
        reason=_("La recette ne convient pas à ce fichier : %(reason)s") % {"reason": reason[:1].lower() + reason[1:]},
        remedy=_("Corrigez la recette, ou choisissez-en une autre. Rien n’a été enregistré."),
    )


def _column_sentence(sheet: Sheet, name: str) -> str:
    names = [text for text in sheet.names if not _is_letter(text, sheet)] or list(sheet.names)
    shown = ", ".join(quoted(text) for text in names[:NAMES_SHOWN])
    sentence = _("La colonne « %(name)s » n’existe plus ; colonnes trouvées : %(found)s") % {
        "name": name,
        "found": shown + (" …" if len(names) > NAMES_SHOWN else ""),
    }
    like = process.extractOne(folded(name), [folded(text) for text in names], scorer=fuzz.WRatio, score_cutoff=LIKENESS)
    if like:
        sentence += _(" ; ressemble à « %(name)s »") % {"name": names[like[2]]}
    return f"{sentence}."


def _is_letter(name: str, sheet: Sheet) -> bool:
    return any(name == column_letter(column.position) and not any(column.headers) for column in sheet.columns)


def _chosen_grids(source: SourceFile, shape: FileShape) -> list[Grid]:
    if shape.sheets_matching:
        hits = matching([grid.name for grid in source.grids], shape.sheets_matching)
        grids = [grid for grid, hit in zip(source.grids, hits, strict=True) if hit]
    elif shape.sheets == ("*",):
        grids = list(source.grids)
    elif (shape.sheets and len(source.grids) > 1) or (shape.sheets and source.format not in ("csv", "tsv", "json")):
        grids = [_grid_named(source, name) for name in shape.sheets]
    else:
        grids = list(source.grids[:1])
    if not grids:
        raise does_not_fit(_sheet_sentence(source, shape.sheets_matching))
    return grids


def _grid_named(source: SourceFile, name: str) -> Grid:
    for grid in source.grids:
        if tidy(grid.name) == tidy(name):
            return grid
    raise does_not_fit(_sheet_sentence(source, name))


def _sheet_sentence(source: SourceFile, name: str) -> str:
    found = ", ".join(quoted(grid.name) for grid in source.grids[:NAMES_SHOWN])
    return _("La feuille « %(name)s » n’existe pas ; feuilles trouvées : %(found)s.") % {"name": name, "found": found}
