"""Several rows for one territory, period and breakdown: a question, never a silent choice."""

import numpy as np
from django.utils.translation import gettext as _

from .columns import Column, combined
from .guesses import ALMOST, TO_CONFIRM, Alternative, Guess
from .wording import stems

SUM_WORDS = frozenset({"additi", "somme", "sum", "add", "cumul"})
MEAN_WORDS = frozenset({"moyenn", "mean", "averag"})


def find_repeated(keys: list[Column], rows: np.ndarray, wording: str) -> tuple[str, Guess | None]:
    """The action to put in the recipe (refuse, sum, mean) and the doubt; `rows` masks those that are read."""
    if not keys or not rows.any():
        return "refuse", None
    numbers = combined([column for column in keys])[rows]
    counts = np.unique(numbers, return_counts=True)[1]
    several = int((counts > 1).sum())
    if not several:
        return "refuse", None
    action = _asked(wording)
    return action or "refuse", _doubt(several, len(counts), int(counts.max()), action)


def _asked(wording: str) -> str:
    said = stems(wording)
    if said & SUM_WORDS:
        return "sum"
    return "mean" if said & MEAN_WORDS else ""


def _doubt(several: int, keys: int, most: int, action: str) -> Guess:
    return Guess(
        "duplicates",
        action,
        _(
            "%(several)d fois sur %(keys)d, plusieurs lignes ont le même territoire, la même période et la même ventilation."
        )
        % {"several": several, "keys": keys},
        _("Jusqu’à %(most)d lignes ; aucune colonne ne les distingue.") % {"most": most},
        ALMOST if action else TO_CONFIRM,
        (
            Alternative("sum", _("Les additionner"), _("une valeur pour chaque groupe de lignes : leur somme")),
            Alternative("mean", _("En faire la moyenne"), _("une valeur pour chaque groupe de lignes : leur moyenne")),
            Alternative("refuse", _("Je corrige le fichier"), _("ces lignes restent des problèmes à régler")),
        ),
        _("Que faire des lignes qui se répètent ?"),
    )
