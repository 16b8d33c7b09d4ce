"""Which sheet holds the data."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from indicators.importing.grids import SourceFile
from indicators.importing.looks import is_period
from indicators.importing.spellings import folded
from indicators.importing.territories import Catalogue
from portal.formatting import quoted

from .counting import rows_words
from .guesses import ALMOST, SURE, TO_CONFIRM, Alternative, Guess, Hints
from .table import Table, find_table, table_below
from .vocabulary import PERIOD_WORDS
from .wording import says_exactly

TEXT_SHEETS = ("note", "source", "summary", "structure", "lisez", "read", "metad", "sommaire", "contents", "definition")

ALL_SHEETS = ("*",)
AS_HEAVY = 0.3
"""Sheets nearly as full as the fullest are its equals: the first one is read."""


@dataclass(frozen=True, eq=False)
class SheetChoice:
    """The table to read and its rivals; `names` are the sheets that together are one table, each of them a territory
    or, when `are_periods`, a period."""

    table: Table
    rivals: tuple[Table, ...] = ()
    names: tuple[str, ...] = ()
    are_periods: bool = False
    confidence: str = SURE

    @property
    def are_territories(self) -> bool:
        return bool(self.names) and not self.are_periods


def choose_sheet(source: SourceFile, catalogue: Catalogue, hints: Hints) -> SheetChoice | None:
    """The sheet the person named, else the one with most values; None when no sheet holds a table."""
    choice = _chosen(source, catalogue, hints)
    if choice is None or hints.header_rows is None:
        return choice
    told = table_below(choice.table.grid, hints.header_rows)
    return replace(choice, table=told) if told else choice


def _chosen(source: SourceFile, catalogue: Catalogue, hints: Hints) -> SheetChoice | None:
    tables = [table for grid in source.grids if (table := find_table(grid))]
    if not tables:
        return None
    named = [table for table in tables if hints.sheet and table.grid.name == hints.sheet]
    named = named or [table for table in tables if len(tables) > 1 and says_exactly(hints.wording, table.grid.name)]
    ranked = sorted(tables, key=_weight, reverse=True)
    if not named and (names := _territories(tables, catalogue)):
        return SheetChoice(_titled(tables, names[0]), names=_all_or(names, source))
    if not named and (names := _periods(tables)):
        return SheetChoice(_titled(tables, names[0]), names=_all_or(names, source), are_periods=True)
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


def _territories(tables: list[Table], catalogue: Catalogue) -> tuple[str, ...]:
    """The sheets with the same columns, nearly all named after a territory; () when they are not."""
    named = [table for table in tables if catalogue.by_label(table.grid.name)]
    alike = _alike(tables, named)
    return alike if len(named) >= 0.8 * len(alike) else ()


def _periods(tables: list[Table]) -> tuple[str, ...]:
    """The sheets with the same columns, all named after a period that no column tells."""
    named = [table for table in tables if is_period(table.grid.name) and not _tells_periods(table)]
    alike = _alike(tables, named)
    return alike if len(named) == len(alike) else ()


def _tells_periods(table: Table) -> bool:
    return any(column.words & PERIOD_WORDS or column.period_share > 0.9 for column in table.columns) or any(
        is_period(column.name) for column in table.columns
    )


def _alike(tables: list[Table], named: list[Table]) -> tuple[str, ...]:
    """Names of the tables that have the columns of the first of these; () when fewer than two."""
    if len(named) < 2:
        return ()
    columns = [column.name for column in named[0].columns]
    alike = [table.grid.name for table in tables if [column.name for column in table.columns] == columns]
    return tuple(alike) if len(alike) >= 2 else ()


def _all_or(names: tuple[str, ...], source: SourceFile) -> tuple[str, ...]:
    """Every sheet, so that one more next year is read too; these alone when others hold something else."""
    return ALL_SHEETS if len(names) == len(source.grids) else names


def _titled(tables: list[Table], name: str) -> Table:
    return next(table for table in tables if table.grid.name == name)


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
