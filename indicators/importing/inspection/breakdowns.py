"""Columns that divide people or things: kept, brought down to their total, or kept for one category."""

from dataclasses import dataclass, replace

import numpy as np
from django.utils.translation import gettext as _

from indicators.importing.recipes import BreakdownRule, FilterRule, Origin
from indicators.importing.spellings import folded

from .columns import Column, combined, depends_on
from .counting import rows_words
from .guesses import ALMOST, SURE, TO_CONFIRM, Alternative, Guess
from .view import View
from .vocabulary import CODED_BREAKDOWN_WORDS, MEASURE_WORDS, NOTE_WORDS, TOTAL_LABELS, UNIT_WORDS
from .wording import asks_breakdown, says_exactly

MOST = 300
"""Categories beyond which a column is a free text."""


@dataclass(frozen=True, eq=False)
class BreakdownFinding:
    """What becomes of one column: a breakdown, a filter, or both absent when it is only ignored."""

    column: Column
    guess: Guess
    rule: BreakdownRule | None = None
    filter: FilterRule | None = None


def restricted(column: Column, rows: np.ndarray) -> Column:
    """The column on these rows only."""
    return replace(column, codes=column.codes[rows])


def dividing_columns(view: View, used: frozenset[int], anchors: list[Column], rows: np.ndarray) -> list[Column]:
    """Columns that vary on these rows without being decided by the territory, the period, or one another."""
    free = [column for column in view.columns if column.place not in used and _may_divide(column)]
    small = [(column, restricted(column, rows)) for column in free]
    places = [restricted(column, rows) for column in anchors]
    is_one_group = len(np.unique(combined(places))) <= 1
    small = [(whole, part) for whole, part in small if _varies(part, is_one_group=is_one_group)]
    kept: list[tuple[Column, Column]] = []
    for whole, part in sorted(small, key=lambda pair: -_wordiness(pair[0])):
        if any(depends_on(part, place) for place in places) or any(depends_on(part, other) for _w, other in kept):
            continue
        kept.append((whole, part))
    return sorted((part for _whole, part in kept), key=lambda column: column.place)


def _may_divide(column: Column) -> bool:
    if column.words & (NOTE_WORDS | UNIT_WORDS) or column.period_share > 0.9:
        return False
    return column.number_share < 0.5 or (column.distinct <= 30 and bool(column.words & CODED_BREAKDOWN_WORDS))


def _varies(column: Column, *, is_one_group: bool) -> bool:
    """Several categories, each on several rows; on one row only when there is a single territory and period."""
    size = len(column.codes) * (2 if is_one_group else 1)
    is_partial = column.distinct == 1 and 0 < column.filled < 1
    return is_partial or 2 <= column.distinct <= min(MOST, max(2, size // 2))


def _wordiness(column: Column) -> float:
    letters = sum(letter.isalpha() for text in column.texts[:50] for letter in text)
    return letters / max(1, len(column.texts[:50]))


def total_labels(column: Column) -> tuple[str, ...]:
    """The categories that mean everybody."""
    return tuple(text for text in column.texts if is_total(text))


def is_total(text: str) -> bool:
    plain = folded(text)
    return plain in TOTAL_LABELS or (plain.startswith(("ensemble", "total ", "total,")) and len(plain) < 40)


def find_breakdown(view: View, column: Column) -> BreakdownFinding:
    """What the wording and the total categories say of one dividing column."""
    wording, totals = view.hints.wording, total_labels(column)
    has_blank_total = column.filled < 1 and not totals
    asked = asks_breakdown(wording, column.name) if wording else None
    named = [text for text in column.texts if text not in totals and len(text) > 3 and says_exactly(wording, text)]
    if len(named) == 1 and asked is not True:
        return _only(column, FilterRule(column.name, "equals", (named[0],)), named[0])
    if asked is False and totals:
        return _only(column, FilterRule(column.name, "equals", totals[:1]), totals[0])
    if asked is False and has_blank_total:
        return _only(column, FilterRule(column.name, "empty"), "")
    return _kept(column, totals, has_blank_total)


def _only(column: Column, rule: FilterRule, category: str) -> BreakdownFinding:
    shown = category or _("vide, c’est-à-dire l’ensemble")
    guess = Guess(
        f"breakdown.{column.name}",
        f"only:{category}",
        _("De la colonne %(name)s, seul « %(category)s » est gardé.") % {"name": column.name, "category": shown},
        _("C’est ce que vous cherchez."),
        ALMOST,
        _alternatives(column),
    )
    return BreakdownFinding(column, guess, filter=rule)


def _kept(column: Column, totals: tuple[str, ...], has_blank_total: bool) -> BreakdownFinding:
    shown = ", ".join(list(column.frequencies)[:4]) + ("…" if column.distinct > 4 else "")
    if totals:
        reason = _("« %(total)s » est l’ensemble.") % {"total": totals[0]}
    elif has_blank_total:
        reason = _("Une case vide est l’ensemble.")
    else:
        reason = _("Aucune catégorie n’est l’ensemble.")
    guess = Guess(
        f"breakdown.{column.name}",
        "keep",
        _("La colonne %(name)s est une ventilation : %(categories)s.") % {"name": column.name, "categories": shown},
        reason,
        SURE if totals and len(totals) == 1 else ALMOST if len(totals) < 2 else TO_CONFIRM,
        _alternatives(column),
        _("Dans la colonne %(name)s, quelle catégorie est l’ensemble ?") % {"name": column.name}
        if len(totals) > 1
        else "",
    )
    return BreakdownFinding(column, guess, BreakdownRule(Origin(column=column.name), column.name, totals))


def _alternatives(column: Column) -> tuple[Alternative, ...]:
    only = tuple(
        Alternative(f"only:{text}", _("Seulement « %(category)s »") % {"category": text}, rows_words(rows))
        for text, rows in list(column.frequencies.items())[:12]
    )
    return (Alternative("keep", _("Garder la ventilation")), *only)


def measure_columns(view: View, used: frozenset[int]) -> list[Column]:
    """Columns that say which indicator a row is about, units included when they say more."""
    named = [c for c in view.columns if c.place not in used and c.words & MEASURE_WORDS and _is_label(c)]
    units = [c for c in view.columns if c.place not in used and c.words & UNIT_WORDS and 2 <= c.distinct <= 50]
    kept: list[Column] = []
    for column in [*sorted(named, key=lambda column: (-column.distinct, -_wordiness(column))), *units]:
        if column not in kept and not any(depends_on(column, other) for other in kept):
            kept.append(column)
    return kept


def _is_label(column: Column) -> bool:
    return column.number_share < 0.5 and 2 <= column.distinct <= 2_000
