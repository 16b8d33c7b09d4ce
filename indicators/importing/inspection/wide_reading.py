"""Tables whose header carries dimensions."""

from dataclasses import replace

import numpy as np

from .breakdowns import dividing_columns, find_breakdown, measure_columns
from .columns import Column
from .embedded import FlagRows
from .guesses import Guess
from .measure_choice import find_measure
from .parts import Parts
from .period import PeriodFinding, find_period_elsewhere, unknown_period
from .recipe_bits import rule_of
from .series_labels import find_series
from .statuses_found import find_statuses, status_columns
from .territory import TerritoryFinding
from .territory_elsewhere import find_territory_elsewhere
from .units import find_unit
from .value_guesses import decimal_guess, percent_guess
from .view import View
from .wide import WideFinding
from .written import Writing, read_writing


def inspect_wide(
    view: View,
    wide: WideFinding,
    territory: TerritoryFinding | None,
    period: PeriodFinding | None,
    flags: FlagRows | None,
) -> Parts:
    """The parts of the recipe; what the header does not carry stands in a column or around the table."""
    filled = [column for column in wide.columns if not column.is_empty]
    writing = _writing(filled, flags)
    parts = _started(view, wide, territory, period, filled)
    parts.value = replace(rule_of(writing), matching=wide.matching, flag_row=flags.rule if flags else None)
    parts.layout = wide.layout
    parts.breakdowns += wide.breakdowns
    parts.measures = wide.measures
    decimal = decimal_guess(writing)
    percent = percent_guess(view.source, (text for column in filled for text in column.unmarked))
    parts.guesses += [*wide.guesses, *(guess for guess in (decimal, percent) if guess)]
    used = frozenset({column.place for column in wide.columns} | (territory.places if territory else frozenset()))
    used |= {period.column.place} if period and period.column else frozenset()
    used |= {column.place for column in view.columns if wide.period and column.name == wide.period.origin.column}
    _add_rows(view, parts, used, territory, flags)
    _add_ends(view, parts, used, filled, writing)
    return parts


def _writing(columns: list[Column], flags: FlagRows | None) -> Writing:
    texts = dict.fromkeys(text for column in columns for text in column.texts[:400])
    if flags:
        texts = {text: None for text in texts if any(sign.isdigit() for sign in text)}
    return read_writing(tuple(texts))


def _started(
    view: View,
    wide: WideFinding,
    territory: TerritoryFinding | None,
    period: PeriodFinding | None,
    values: list[Column],
) -> Parts:
    guesses: list[Guess] = []
    place_rule = wide.territory
    if place_rule is None:
        place = territory or find_territory_elsewhere(view)
        place_rule = place.rule
        guesses += place.guesses
    when_rule = wide.period
    if when_rule is None:
        when = period or find_period_elsewhere(view, values) or unknown_period()
        when_rule = when.rule
        guesses.append(when.guess)
    return Parts(place_rule, when_rule, guesses=guesses)


def _add_rows(
    view: View, parts: Parts, used: frozenset[int], territory: TerritoryFinding | None, flags: FlagRows | None
) -> None:
    rows = flags.series if flags else np.ones(len(view.columns[0].codes), dtype=bool)
    measures = measure_columns(view, used)
    finding = find_series(view, territory, parts.value) or find_measure(measures, view.hints.wording, parts.value)
    if finding:
        parts.measures, rows = finding.measures, rows & finding.rows
        parts.filters += finding.chosen.filters
        parts.guesses.append(finding.guess)
    anchors = [territory.column] if territory and territory.column else []
    taken = used | {column.place for column in (*measures, *status_columns(view, used))}
    for column in dividing_columns(view, taken, anchors, rows):
        found = find_breakdown(view, column)
        parts.guesses.append(found.guess)
        parts.breakdowns += [found.rule] if found.rule else []
        parts.filters += [found.filter] if found.filter else []


def _add_ends(view: View, parts: Parts, used: frozenset[int], values: list[Column], writing: Writing) -> None:
    parts.status, guesses = find_statuses(status_columns(view, used), writing, view.notes)
    parts.unit, unit = find_unit(view, (), writing)
    parts.guesses += [*guesses, *([unit] if unit else [])]
    if sum(column.filled for column in values) < 0.9 * len(values):
        parts.empty = "skip"
