"""Which columns hold values, and which of them when there are several."""

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from django.utils.translation import gettext as _

from indicators.importing.spellings import folded

from .columns import Column
from .guesses import ALMOST, SURE, TO_CONFIRM, Measure
from .recipe_bits import value_rule
from .view import View
from .vocabulary import CODE_WORDS, EXACT_VALUE_NAMES, RATE_SIGNS, RATE_WORDS, SEX_LABELS, UNIT_WORDS, VALUE_WORDS
from .wording import likeness, says_exactly, stems


@dataclass(frozen=True, eq=False)
class Choice:
    """The columns of values that were chosen, how surely and why; `others` could have been."""

    columns: tuple[Column, ...]
    confidence: str
    reason: str
    others: tuple[Column, ...] = ()


def value_candidates(view: View, used: frozenset[int]) -> list[Column]:
    """Columns of numbers that measure something: no codes, no identifiers, no row numbers."""
    free = [column for column in view.numeric if column.place not in used and not column.words & UNIT_WORDS]
    return [column for column in free if not _is_identifier(column)]


def _is_identifier(column: Column) -> bool:
    if column.words & VALUE_WORDS:
        return False
    if column.words & CODE_WORDS:
        return True
    whole = all(text.isdigit() for text in column.texts)
    is_unnamed = re.fullmatch(r"[A-Z]{1,2}", column.name) is not None and not any(column.headers)
    return whole and column.distinct == len(column.codes) > 1 and (is_unnamed or _is_counting(column))


def _is_counting(column: Column) -> bool:
    numbers = [int(text) for text in column.texts[:500]]
    return all(b - a == 1 for a, b in pairwise(numbers)) and len(numbers) > 3


def is_measuring(column: Column) -> bool:
    """Whether the numbers may be quantities, not classes written with digits (0 to 5): no class is ever withheld."""
    rows = len(column.codes)
    is_varied = column.distinct > max(12, rows // 8) or column.distinct > 0.6 * rows
    has_marks = len(column.unmarked) < len(column.texts)
    return column.has_decimals or has_marks or bool(column.words & VALUE_WORDS) or is_varied


def choose(view: View, candidates: list[Column]) -> Choice:
    """The wanted column by name, by wording, by exclusion; several when the wording quotes several."""
    others = tuple(candidates)
    exact = [column for column in candidates if folded(column.name) in EXACT_VALUE_NAMES]
    if len(exact) == 1:
        return Choice((exact[0],), SURE, _("Le titre de la colonne le dit."), ())
    if len(candidates) == 1:
        return Choice((candidates[0],), SURE, _("C’est la seule colonne de nombres."), ())
    return _by_wording(view, candidates, others) or _by_nature(candidates, others) or _by_default(candidates, others)


def _by_wording(view: View, candidates: list[Column], others: tuple[Column, ...]) -> Choice | None:
    wording = view.hints.wording
    quoted = [column for column in candidates if says_exactly(wording, column.name)]
    if quoted:
        return Choice(tuple(quoted), ALMOST, _("Vous l’avez nommée."), others)
    scores = sorted(((_score(wording, column), -column.place, column) for column in candidates), reverse=True)
    if scores[0][0] > 0.5 and scores[0][0] > scores[1][0]:
        return Choice((scores[0][2],), ALMOST, _("Son titre ressemble à ce que vous cherchez."), others)
    return None


def _score(wording: str, column: Column) -> float:
    wants_rate = bool(stems(wording) & {word[:6].rstrip("s") for word in RATE_WORDS}) or "%" in wording
    return likeness(wording, column.name) - 0.5 * (is_rate(column) != wants_rate)


def is_rate(column: Column) -> bool:
    """A share, a rate or an index: what compares territories of unequal size."""
    has_sign = any(sign in column.name for sign in RATE_SIGNS) or any("%" in text for text in column.texts[:50])
    return has_sign or bool(column.words & RATE_WORDS)


def _by_nature(candidates: list[Column], others: tuple[Column, ...]) -> Choice | None:
    """Actual value, target and initial value side by side seldom stand on the same row."""
    fullest = max(candidates, key=lambda column: column.filled)
    rest = [column for column in candidates if column is not fullest]
    apart = [column for column in rest if not np.any(column.filled_rows & fullest.filled_rows)]
    if not apart or fullest.filled >= 1 or fullest.filled < 2 * max(column.filled for column in rest):
        return None
    return Choice(
        (fullest,),
        ALMOST,
        _("Les autres colonnes de nombres sont remplies sur d’autres lignes, bien plus rares."),
        others,
    )


def _by_default(candidates: list[Column], others: tuple[Column, ...]) -> Choice:
    rates = [column for column in candidates if is_rate(column)]
    chosen = rates[0] if len(rates) == 1 else max(candidates, key=lambda column: (column.filled > 0.9, -column.place))
    reason = (
        _("C’est le seul taux : il compare des territoires de tailles différentes.")
        if len(rates) == 1
        else _("C’est la première.")
    )
    return Choice((chosen,), TO_CONFIRM, reason, others)


def labelled(view: View, columns: tuple[Column, ...]) -> dict[str, dict[str, str]]:
    """Several quoted columns are told apart by the word that stands before each: « les femmes (SNHMF14) »."""
    kept: dict[str, dict[str, str]] = {}
    for column in columns:
        found = re.search(rf"([\w’'-]+)\s*\(\s*{re.escape(column.name)}\s*\)", view.hints.wording, re.IGNORECASE)
        label = found[1] if found else column.name
        kept[column.name] = {SEX_LABELS.get(folded(label), _("mesure")): label}
    return kept


def measures_of(candidates: tuple[Column, ...]) -> tuple[Measure, ...]:
    """Each column as an indicator that the file may give."""
    return tuple(
        Measure(
            key=column.name,
            label=column.name,
            values=int(column.filled_rows.sum()),
            value=value_rule(column.unmarked, column=column.name),
        )
        for column in candidates
    )
