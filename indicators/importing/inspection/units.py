"""The unit of the values, when the file says it."""

from django.utils.translation import gettext as _

from indicators.importing.spellings import folded

from .columns import Column
from .guesses import ALMOST, SURE, Guess
from .view import View
from .vocabulary import UNIT_WORDS, UNITS_IN_TEXT
from .written import Writing


def find_unit(view: View, values: tuple[Column, ...], writing: Writing, measure: str = "") -> tuple[str, Guess | None]:
    """The unit and its guess: from the cells, the header, a column of units, the title; "" when nothing says it."""
    if writing.units:
        return writing.units[0], _guess(writing.units[0], _("Le signe est dans les cases."), SURE)
    for column in view.columns:
        if column.words & UNIT_WORDS and column.distinct == 1 and not column.words & {"multiplier", "quantite"}:
            return column.texts[0], _guess(
                column.texts[0], _("La colonne %(name)s le dit.") % {"name": column.name}, SURE
            )
    for text, where in _texts(view, values, measure):
        plain = folded(text)
        for sign, unit in UNITS_IN_TEXT:
            if folded(sign) in plain:
                return unit, _guess(
                    unit, _("%(where)s le dit : « %(text)s ».") % {"where": where, "text": text[:100]}, ALMOST
                )
    return "", None


def _texts(view: View, values: tuple[Column, ...], measure: str) -> list[tuple[str, str]]:
    texts = [(measure, _("La mesure choisie"))] if measure else []
    texts += [(column.name, _("Le titre de la colonne")) for column in values[:1]]
    return texts + [(text, _("Le titre du tableau")) for _row, _column, text in view.table.above]


def _guess(unit: str, reason: str, confidence: str) -> Guess:
    return Guess("unit", unit, _("L’unité est %(unit)s.") % {"unit": unit}, reason, confidence)
