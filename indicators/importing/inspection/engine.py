"""From an opened file to a proposed recipe, each part with its reason."""

from django.utils.translation import gettext as _

from indicators.importing.grids import SourceFile
from indicators.importing.recipes import FileShape, Origin, PeriodRule, TerritoryRule
from indicators.importing.territories import Catalogue

from .column_categories import find_categories
from .embedded import find_embedded_territory, find_flag_rows
from .file_guesses import facts_of, file_guesses
from .former_recipe import former_fits, former_table
from .guesses import ALMOST, Guess, Hints, Inspection
from .long_reading import inspect_long
from .not_statistics import no_figures, no_table
from .parts import Parts
from .period import PeriodFinding, find_period_column
from .sheets_choice import SheetChoice, choose_sheet, sheet_guess
from .territory import TerritoryFinding, find_territory
from .view import View
from .wide import find_wide
from .wide_reading import inspect_wide


def inspect_source(source: SourceFile, catalogue: Catalogue, *, hints: Hints | None = None) -> Inspection:
    """What the file is, and the recipe that reads it best as far as can be told without asking.

    The recipe of the hints is kept as it is when every sheet and column it names is there.

    Raises FileRefused (`not_statistics`) for a file without a table, or without any value.
    """
    known = hints or Hints()
    fits, former = former_fits(source, known.recipe) if known.recipe else (False, None)
    if known.recipe and former and fits:
        view = View(source, former_table(source, known.recipe), catalogue, known)
        return Inspection(facts_of(view), known.recipe, (former, *file_guesses(view)), unit=known.unit)
    choice = choose_sheet(source, catalogue, known)
    if choice is None:
        raise no_table()
    view = View(source, choice.table, catalogue, known)
    parts = _parts(view, choice)
    return Inspection(
        facts=facts_of(view),
        recipe=parts.recipe(_file_shape(view, choice), known),
        guesses=(*([former] if former else []), *_file_guesses(view, choice), *parts.guesses, *_label_guesses(parts)),
        measures=parts.measures,
        unit=parts.unit,
    )


def _parts(view: View, choice: SheetChoice) -> Parts:
    flags = find_flag_rows(view)
    territory = _sheet_territory() if choice.are_territories else find_territory(view)
    period = _sheet_period() if choice.are_periods else find_period_column(view)
    across = period.column if period else None, territory.column if territory else None
    wide = find_wide(view, *across) or find_categories(view, *across)
    if wide and (wide.territory or territory is None):
        territory = None
    if territory is None and not (wide and wide.territory):
        territory = find_embedded_territory(view, flag_text=flags.rule.equals if flags else "")
    if wide:
        return inspect_wide(view, wide, territory, period, flags)
    parts = inspect_long(view, territory, period)
    if parts is None:
        raise no_figures(view)
    if choice.are_territories and parts.layout == "long":
        parts.layout = "territories_as_sheets"
    return parts


def _label_guesses(parts: Parts) -> tuple[Guess, ...]:
    """Names that were settled one by one are said, never chosen in silence."""
    labels = parts.territory.labels
    if not labels:
        return ()
    shown = ", ".join(f"{label} → {target.replace('|', ' ')}" for label, target in list(labels.items())[:4])
    sentence = _("Ces noms ou codes à part sont lus ainsi : %(labels)s.") % {"labels": shown}
    reason = _("Le référentiel les connaît à plusieurs niveaux, ou ils n’ont pas la forme des autres.")
    return (Guess("territory.labels", ",".join(labels), sentence, reason, ALMOST),)


def _sheet_territory() -> TerritoryFinding:
    guess = Guess(
        "territory.constant",
        "sheet_name",
        _("Chaque feuille est un territoire."),
        _("Les feuilles ont les mêmes colonnes et portent des noms de territoires."),
    )
    return TerritoryFinding(TerritoryRule(Origin(source="sheet_name"), by="label"), (guess,))


def _sheet_period() -> PeriodFinding:
    guess = Guess(
        "period.constant",
        "sheet_name",
        _("Chaque feuille est une période."),
        _("Les feuilles ont les mêmes colonnes et portent des noms de périodes."),
    )
    return PeriodFinding(PeriodRule(Origin(source="sheet_name")), guess)


def _file_shape(view: View, choice: SheetChoice) -> FileShape:
    shape = view.table.shape
    sheets = choice.names or ((view.table.grid.name,) if len(view.source.grids) > 1 else ())
    return FileShape(
        encoding=view.source.encoding,
        separator=view.source.separator,
        sheets=sheets,
        header=shape.header,
        footer_notes=shape.footer_notes,
    )


def _file_guesses(view: View, choice: SheetChoice) -> tuple[Guess, ...]:
    guesses = file_guesses(view)
    return (*guesses, sheet_guess(choice)) if len(view.source.grids) > 1 and not choice.names else guesses
