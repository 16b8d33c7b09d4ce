"""Tables with one variable in each column: roles are given one after the other, each taking its columns away."""

from dataclasses import replace

import numpy as np

from .breakdowns import dividing_columns, find_breakdown, measure_columns
from .columns import Column
from .empty_cells import find_meaning_of_empty
from .guesses import Measure
from .higher_level import find_area_filter
from .measure_choice import find_measure
from .parts import Parts
from .period import PeriodFinding, find_period_elsewhere, leading_rows, unknown_period
from .recipe_bits import rule_of
from .repeated import as_read, find_repeated
from .series_labels import find_series
from .statuses_found import find_statuses, status_columns
from .territory import TerritoryFinding
from .territory_elsewhere import find_territory_elsewhere
from .units import find_unit
from .value_guesses import column_guess, decimal_guess, percent_guess
from .values import Choice, choose, is_measuring, labelled, measures_of, value_candidates
from .view import View
from .vocabulary import NOTE_WORDS
from .written import Writing, read_writing


def inspect_long(view: View, territory: TerritoryFinding | None, period: PeriodFinding | None) -> Parts | None:
    """The parts of the recipe; None when no column holds values."""
    skipped = leading_rows(view, period.column) if period and period.column else ()
    used = _places(territory, period)
    candidates = _values(view, used, has_period=period is not None)
    if not candidates:
        return None
    choice = choose(view, candidates)
    values = frozenset(column.place for column in candidates)
    writing = _writing(choice, candidates)
    parts = _started(view, territory, period, list(choice.columns))
    parts.skip = skipped
    _add_value(view, parts, choice, writing)
    _add_rows(view, parts, used | values, territory, period, choice.columns)
    _add_statuses(view, parts, used | values, writing)
    _add_unit(view, parts, choice, writing)
    return parts


def _places(territory: TerritoryFinding | None, period: PeriodFinding | None) -> frozenset[int]:
    places = territory.places if territory else frozenset()
    return places | {period.column.place} if period and period.column else places


def _values(view: View, used: frozenset[int], *, has_period: bool) -> list[Column]:
    candidates = value_candidates(view, used)
    measuring = [column for column in candidates if is_measuring(column)]
    return measuring or (candidates if has_period else [])


def _writing(choice: Choice, candidates: list[Column]) -> Writing:
    """Whole numbers or doubtful ones are read as the neighbours are written: the hand is the same."""
    writing = read_writing(tuple(text for column in choice.columns for text in column.texts))
    if writing.decimal:
        return writing
    near = read_writing(tuple(text for column in candidates for text in column.unmarked[:500]))
    return replace(
        writing,
        decimal=near.decimal if writing.is_ambiguous else "",
        is_ambiguous=writing.is_ambiguous and not near.decimal,
    )


def _started(
    view: View, territory: TerritoryFinding | None, period: PeriodFinding | None, values: list[Column]
) -> Parts:
    place = territory or find_territory_elsewhere(view)
    when = period or find_period_elsewhere(view, values) or unknown_period()
    return Parts(place.rule, when.rule, guesses=[*place.guesses, when.guess])


def _add_value(view: View, parts: Parts, choice: Choice, writing: Writing) -> None:
    several = len(choice.columns) > 1
    kept = labelled(view, choice.columns) if several else {}
    parts.layout = "measures_in_columns" if choice.others else "long"
    parts.value = rule_of(writing, column="" if several else choice.columns[0].name, columns=kept)
    parts.measures = measures_of(choice.others)
    parts.guesses.append(column_guess(choice, writing, "measure" if choice.others else "value.column"))
    decimal = decimal_guess(writing)
    if decimal:
        parts.guesses.append(decimal)
    percent = percent_guess(view.source, (text for column in choice.columns for text in column.unmarked))
    parts.guesses += [percent] if percent else []
    empty = find_meaning_of_empty(view)
    if empty:
        parts.empty = empty.value
        parts.guesses.append(empty)
        return
    partly = [column for column in choice.columns if column.filled < 0.999]
    if choice.others and len(partly) == len(choice.columns):
        parts.empty = "skip"


def _add_rows(
    view: View,
    parts: Parts,
    used: frozenset[int],
    territory: TerritoryFinding | None,
    period: PeriodFinding | None,
    values: tuple[Column, ...],
) -> None:
    """Measures told apart by a column, areas, breakdowns, then rows that repeat."""
    rows = np.ones(len(view.columns[0].codes), dtype=bool)
    measures = measure_columns(view, used)
    finding = find_series(view, territory, parts.value) or find_measure(measures, view.hints.wording, parts.value)
    if finding:
        parts.measures, rows = finding.measures, finding.rows
        parts.guesses = [
            replace(guess, what="value.column") if guess.what == "measure" else guess for guess in parts.guesses
        ]
        parts.filters += finding.chosen.filters
        parts.guesses.append(finding.guess)
    area = find_area_filter(view, territory)
    if area:
        parts.filters.append(area.rule)
        parts.guesses.append(area.guess)
        rows = rows & area.rows
    anchors = [column for column in (territory and territory.column, period and period.column) if column]
    taken = used | {column.place for column in measures} | {column.place for column in status_columns(view, used)}
    _add_breakdowns(view, parts, taken, anchors, rows, values)


def _add_breakdowns(
    view: View,
    parts: Parts,
    taken: frozenset[int],
    anchors: list[Column],
    rows: np.ndarray,
    values: tuple[Column, ...],
) -> None:
    keys = list(anchors)
    for column in dividing_columns(view, taken, anchors, rows):
        found = find_breakdown(view, column)
        whole = view.named(column.name)
        parts.guesses.append(found.guess)
        if found.rule:
            parts.breakdowns.append(found.rule)
            keys.append(whole)
        if found.filter:
            parts.filters.append(found.filter)
            rows = rows & _passing(whole, found.filter.values)
    filled = np.logical_or.reduce([column.filled_rows for column in values])
    read = [as_read(column, parts.period) if column.name == parts.period.origin.column else column for column in keys]
    parts.duplicates, doubt = find_repeated(read, rows & filled, view.hints.wording)
    if doubt:
        parts.guesses.append(doubt)


def _passing(column: Column, wanted: tuple[str, ...]) -> np.ndarray:
    """The rows that a filter on one category, or on a blank cell, keeps."""
    if not wanted:
        return ~column.filled_rows
    good = [place for place, cell in enumerate(column.dictionary.to_pylist()) if cell.strip() in wanted]
    return np.isin(column.codes, good)


def _add_statuses(view: View, parts: Parts, used: frozenset[int], writing: Writing) -> None:
    columns = status_columns(view, used)
    parts.status, guesses = find_statuses(columns, writing, view.notes)
    parts.guesses += guesses
    notes = [column for column in view.columns if column.words & NOTE_WORDS and column.place not in used]
    parts.notes = tuple(column.name for column in notes if column not in columns and column.number_share < 0.5)[:2]


def _add_unit(view: View, parts: Parts, choice: Choice, writing: Writing) -> None:
    chosen = next((measure for measure in parts.measures if _is_chosen(measure, parts)), None)
    parts.unit, guess = find_unit(view, choice.columns, writing, chosen.label if chosen else "")
    if guess:
        parts.guesses.append(guess)


def _is_chosen(measure: Measure, parts: Parts) -> bool:
    return bool(measure.filters) and all(rule in parts.filters for rule in measure.filters)
