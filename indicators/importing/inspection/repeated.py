"""Several rows for one territory, period and breakdown: a question, never a silent choice."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
from django.utils.translation import gettext as _

from indicators.importing.periods import parse_period
from indicators.importing.recipes import PeriodRule
from indicators.importing.spellings import tidy

from .columns import Column, combined
from .guesses import ALMOST, TO_CONFIRM, Alternative, Guess
from .wording import stems

SUM_WORDS = frozenset({"additi", "somme", "sum", "add", "cumul"})
MOST_PERIODS = 50_000
MEAN_WORDS = frozenset({"moyenn", "mean", "averag"})


def find_repeated(keys: list[Column], rows: np.ndarray, wording: str) -> tuple[str, Guess | None]:
    """The action to put in the recipe (refuse, sum, mean) and the doubt; `rows` masks those that are read."""
    if not keys or not rows.any():
        return "refuse", None
    numbers = combined(keys)[rows]
    counts = np.unique(numbers, return_counts=True)[1]
    several = int((counts > 1).sum())
    if not several:
        return "refuse", None
    action = _asked(wording)
    return action or "refuse", _doubt(several, len(counts), int(counts.max()), action)


def as_read(column: Column, rule: PeriodRule) -> Column:
    """The column with one text for each period: hours of one day become that day."""
    if len(column.dictionary) > MOST_PERIODS:
        return column
    periods = [parse_period(tidy(text), rule.format) for text in column.dictionary.to_pylist()]
    places: dict[str, int] = {}
    moved = [places.setdefault(period.label if period else f"?{at}", len(places)) for at, period in enumerate(periods)]
    return replace(column, codes=np.asarray(moved)[column.codes], dictionary=pa.array(list(places)))


def _asked(wording: str) -> str:
    said = stems(wording)
    if said & SUM_WORDS:
        return "sum"
    return "mean" if said & MEAN_WORDS else ""


def _doubt(several: int, keys: int, most: int, action: str) -> Guess:
    return Guess(
        "duplicates",
        action,
        _("%(several)d fois sur %(keys)d, plusieurs lignes ont les mêmes territoire, période et ventilation.")
        % {"several": several, "keys": keys},
        _("Jusqu’à %(most)d lignes ; aucune colonne ne les distingue.") % {"most": most},
        ALMOST if action else TO_CONFIRM,
        (
            Alternative("sum", _("Les additionner"), _("une valeur pour chaque groupe de lignes : leur somme")),
            Alternative("mean", _("En faire la moyenne"), _("une valeur pour chaque groupe de lignes : leur moyenne")),
            Alternative("refuse", _("Je corrige le fichier"), _("ces lignes restent des problèmes à régler")),
        ),
        _("Que faire des lignes qui se répètent ?"),
    )
