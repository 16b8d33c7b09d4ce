"""A column that tells several indicators apart: which one is read."""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from indicators.importing.recipes import FilterRule, ValueRule
from indicators.importing.spellings import tidy

from .columns import Column, combined
from .counting import rows_words
from .guesses import ALMOST, TO_CONFIRM, Alternative, Guess, Measure
from .wording import likeness

MOST = 300


@dataclass(frozen=True, eq=False)
class MeasureFinding:
    """The measures of the file, the chosen one, the rows that hold it, and the guess."""

    measures: tuple[Measure, ...]
    chosen: Measure
    rows: np.ndarray
    guess: Guess


def find_measure(columns: list[Column], wording: str, value: ValueRule) -> MeasureFinding | None:
    """The measure that the wording names best, else the one with most rows, to be confirmed."""
    if not columns:
        return None
    keys = combined(columns)
    numbers, firsts, counts = np.unique(keys, return_index=True, return_counts=True)
    order = np.argsort(-counts, kind="stable")[:MOST]
    measures = [_measure(columns, int(firsts[place]), int(counts[place]), value) for place in order]
    scores = [likeness(wording, measure.label) for measure in measures]
    best = int(np.argmax(scores))
    is_named = scores[best] > 0.4 and scores.count(scores[best]) == 1
    chosen = best if is_named else 0
    rows = keys == numbers[order[chosen]]
    guess = _guess(columns, measures, measures[chosen], is_named)
    return MeasureFinding(tuple(measures), measures[chosen], rows, guess)


def _measure(columns: list[Column], row: int, count: int, value: ValueRule) -> Measure:
    texts = [tidy(column.dictionary[int(column.codes[row])].as_py()) for column in columns]
    filters = tuple(
        FilterRule(column.name, "equals", (text,)) if text else FilterRule(column.name, "empty")
        for column, text in zip(columns, texts, strict=True)
    )
    label = ", ".join(text for text in texts if text)
    return Measure(key=label, label=label, values=count, value=value, filters=filters)


def _guess(columns: list[Column], measures: list[Measure], chosen: Measure, is_named: bool) -> Guess:
    names = ", ".join(column.name for column in columns)
    return Guess(
        "measure",
        chosen.key if is_named else "",
        _("Le fichier tient %(count)d mesures ; celle qui est lue est « %(label)s ».")
        % {"count": len(measures), "label": chosen.label},
        _("C’est celle dont le nom ressemble à ce que vous cherchez.")
        if is_named
        else _("Colonne %(names)s : rien ne dit laquelle vous cherchez.") % {"names": names},
        ALMOST if is_named else TO_CONFIRM,
        tuple(Alternative(measure.key, measure.label, rows_words(measure.values)) for measure in measures[:30]),
        _("Quelle mesure faut-il lire ?"),
    )
