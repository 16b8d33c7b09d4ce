"""Which sheet holds the data."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators.importing.grids import SourceFile
from indicators.importing.spellings import folded
from indicators.importing.territories import Catalogue
from portal.formatting import quoted

from .counting import rows_words
from .guesses import ALMOST, SURE, TO_CONFIRM, Alternative, Guess, Hints
from .table import Table, find_table
from .wording import says_exactly

TEXT_SHEETS = ("note", "source", "summary", "structure", "lisez", "read", "metad", "sommaire", "contents", "definition")

AS_HEAVY = 0.3
"""Sheets nearly as full as the fullest are its equals: the first one is read."""


@dataclass(frozen=True, eq=False)
class SheetChoice:
    """The table to read, its rivals, and whether the sheets together are one table (a territory each)."""

    table: Table
    rivals: tuple[Table, ...] = ()
    are_territories: bool = False
    confidence: str = SURE


def choose_sheet(source: SourceFile, catalogue: Catalogue, hints: Hints) -> SheetChoice | None:
    """The sheet the person named, else the one with most values; None when no sheet holds a table."""
    tables = [table for grid in source.grids if (table := find_table(grid))]
    if not tables:
        return None
    named = [table for table in tables if hints.sheet and table.grid.name == hints.sheet]
    named = named or [table for table in tables if len(tables) > 1 and says_exactly(hints.wording, table.grid.name)]
    ranked = sorted(tables, key=_weight, reverse=True)
    if _are_territories(ranked, catalogue):
        return SheetChoice(ranked[0], are_territories=True)
    heavy = [table for table in tables if _weight(table) >= AS_HEAVY * _weight(ranked[0])]
    chosen = named[0] if named else heavy[0]
    rivals = tuple(table for table in ranked if table is not chosen and _weight(table) > 0.1 * _weight(chosen))
    return SheetChoice(chosen, rivals, confidence=SURE if named or not rivals else _rival_confidence(chosen, rivals))


def _weight(table: Table) -> float:
    numbers = sum(column.number_share >= 0.8 for column in table.columns if not column.is_empty)
    is_text = folded(table.grid.name).startswith(TEXT_SHEETS)
    return table.height * numbers * (0.05 if is_text else 1.0)


def _rival_confidence(chosen: Table, rivals: tuple[Table, ...]) -> str:
    return ALMOST if _weight(chosen) > 3 * _weight(rivals[0]) else TO_CONFIRM


def _are_territories(tables: list[Table], catalogue: Catalogue) -> bool:
    """Sheets with the same columns, each named after a territory."""
    if len(tables) < 2:
        return False
    named = [table for table in tables if catalogue.by_label(table.grid.name)]
    same = [table for table in named if [c.name for c in table.columns] == [c.name for c in named[0].columns]]
    return len(same) >= 2 and len(same) >= 0.8 * len(tables)


def sheet_guess(choice: SheetChoice) -> Guess:
    """The sentence about the sheet, with the other sheets as alternatives."""
    name = choice.table.grid.name
    others = ", ".join(quoted(table.grid.name) for table in choice.rivals[:4])
    return Guess(
        "file.sheet",
        name,
        _("Les données sont dans la feuille « %(name)s ».") % {"name": name},
        _("Les feuilles %(others)s tiennent aussi des valeurs.") % {"others": others}
        if others
        else _("C’est la seule qui tienne un tableau de valeurs."),
        choice.confidence,
        tuple(
            Alternative(table.grid.name, table.grid.name, rows_words(table.height))
            for table in (choice.table, *choice.rivals)
        ),
        _("Quelle feuille faut-il lire ?"),
    )
