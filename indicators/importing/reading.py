"""From a file and a recipe to observations: cut, filter, spread into cells, interpret each distinct text once."""

from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.formatting import quoted

from . import breakdown_reading, duplicates, placeholders
from .bounds_reading import Bounds, read_bounds
from .cells import sheet_cells, stacked
from .coded import Coded
from .decisions import Decision
from .draft_table import Draft, draft, frame
from .filters import absent_values, filtered, flag_rows
from .fitting import fitted_sheets
from .grids import SourceFile
from .hopeless import refuse_wrong_columns
from .label_check import check_labels
from .layouts import columns_left_out, value_columns
from .ledger import Ledger
from .observations import Account, Reading
from .period_reading import read_periods, settle_periods
from .problems import group_problems
from .recipes import Recipe
from .reference_lists import refuse_reference_list
from .sheets import Sheet
from .status_reading import read_statuses
from .territories import Catalogue
from .territory_reading import read_territories
from .value_reading import read_values

Progress = Callable[[float], None]


def read_observations(
    source: SourceFile,
    recipe: Recipe,
    catalogue: Catalogue,
    *,
    decisions: Mapping[str, Decision] | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Every observation of the file, the problems with what could not be read, and the account of its rows.

    `decisions` are those of a person, by `Problem.key`; a blocking problem without decision keeps its cells out of
    `Reading.table` (except unknown territories, shown as such). `progress` is told the share done, from 0 to 1.
    Raises FileRefused when the recipe does not fit the file or when the file is no statistic.
    """
    told = progress or (lambda share: None)
    refuse_reference_list(source, catalogue)
    sheets = fitted_sheets(source, recipe)
    told(0.1)
    kept = filtered(sheets, recipe.filter, recipe.value.flag_row)
    cells = stacked([sheet_cells(source, sheet, recipe) for sheet in kept])
    told(0.2)
    sizes = _sizes(sheets, recipe)
    ledger = Ledger(cells, decisions or {})
    ledger.facts.extend([*absent_values(sheets, recipe.filter), *_left_out(kept, recipe)])
    if len(kept) == 1:
        check_labels(ledger, kept[0], recipe.territory, catalogue)
    table, merged, notes, bounds = _interpreted(ledger, recipe, catalogue, told)
    account = _account(ledger, sizes, len(table.places), merged)
    told(1.0)
    return _reading(ledger, table, notes, account, bounds)


def _interpreted(
    ledger: Ledger, recipe: Recipe, catalogue: Catalogue, told: Progress
) -> tuple[Draft, int, Coded, Bounds | None]:
    cells = ledger.cells
    refuse_wrong_columns(cells, recipe, catalogue)
    breakdowns = breakdown_reading.read_breakdowns(ledger, recipe)
    values = read_values(ledger, recipe)
    bounds = read_bounds(ledger, recipe, values)
    told(0.5)
    periods = read_periods(cells.period, recipe.period)
    nothing = Coded.constant("", len(cells))
    flags = periods.suffixes if recipe.period.suffix == "status" else nothing
    statuses = read_statuses(ledger, values, recipe, flags)
    settle_periods(ledger, periods, recipe.period)
    territories = read_territories(ledger, recipe.territory, catalogue)
    told(0.7)
    whole = draft(ledger, territories, periods, breakdowns, values.values, statuses)
    single, merged = duplicates.settled(ledger, whole, recipe.duplicates)
    told(0.9)
    notes = [*cells.notes, periods.suffixes if recipe.period.suffix == "note" else nothing]
    return placeholders.checked(ledger, single, recipe.placeholder_zero), merged, Coded.joined(notes), bounds


def _sizes(sheets: Sequence[Sheet], recipe: Recipe) -> tuple[int, int]:
    """Rows of data (those of flags apart) and cells that could hold a value."""
    rows = [int((~flag_rows(sheet, recipe.value.flag_row)).sum()) for sheet in sheets]
    widths = [len(value_columns(sheet, recipe)) for sheet in sheets]
    return sum(rows), sum(height * width for height, width in zip(rows, widths, strict=True))


def _left_out(sheets: Sequence[Sheet], recipe: Recipe) -> list[str]:
    names = dict.fromkeys(name for sheet in sheets for name in columns_left_out(sheet, recipe))
    return [_("Colonnes non lues : %(names)s.") % {"names": ", ".join(quoted(name) for name in names)}] if names else []


def _account(ledger: Ledger, sizes: tuple[int, int], kept: int, merged: int) -> Account:
    rows, read = sizes
    return Account(
        rows_read=rows,
        cells_read=read,
        kept=kept,
        filtered=read - len(ledger.cells) + int(ledger.filtered.sum()),
        skipped=int(ledger.skipped.sum()),
        dropped=int(ledger.dropped.sum()),
        merged=merged,
    )


def _reading(ledger: Ledger, table: Draft, notes: Coded, account: Account, bounds: Bounds | None) -> Reading:
    return Reading(
        table=frame(ledger.cells, table, notes, bounds),
        territories=table.territories,
        periods=table.periods,
        breakdowns=table.breakdowns,
        statuses=table.statuses,
        notes=notes.texts,
        problems=group_problems(ledger.problems),
        account=account,
        facts=[*ledger.facts, *_formula_facts(ledger)],
    )


def _formula_facts(ledger: Ledger) -> list[str]:
    count = int((ledger.cells.formula & ~ledger.cells.unvalued).sum())
    if not count:
        return []
    sentence = ngettext(
        "%(count)d case est une formule : son résultat enregistré a été lu.",
        "%(count)d cases sont des formules : leur résultat enregistré a été lu.",
        count,
    )
    return [sentence % {"count": count}]
