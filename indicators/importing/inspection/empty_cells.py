"""What an empty cell means, when a note of the file says it."""

import re

from django.utils.translation import gettext as _

from indicators.importing.spellings import folded

from .guesses import ALMOST, Alternative, Guess
from .view import View

ZERO_NOTE = re.compile(
    r"(?:cases?|cellules?|cells?)\b.{0,20}\b(?:vides?|empty|blank)\b.{0,40}\b(?:0|zero|nulle?s?)\b"
    r"|\b(?:empty|blank) cells?\b.{0,40}\b(?:0|zero)\b"
)


def find_meaning_of_empty(view: View) -> Guess | None:
    """A guess that an empty cell is a zero, only because a note says so; else nothing: empty is missing."""
    notes = [text for _row, _column, text in view.table.above] + list(view.table.below)
    note = next((text for text in notes if ZERO_NOTE.search(folded(text))), None)
    if note is None:
        return None
    return Guess(
        "empty",
        "zero",
        _("Une case vide vaut zéro."),
        _("Une note le dit : « %(note)s ».") % {"note": note[:160]},
        ALMOST,
        (Alternative("zero", _("Zéro")), Alternative("missing", _("Donnée absente"))),
    )
