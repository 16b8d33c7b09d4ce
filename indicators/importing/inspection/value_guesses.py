"""Sentences about the values: which column, how its numbers are written."""

from django.utils.translation import gettext as _

from portal.formatting import all_of

from .columns import Column
from .guesses import ALMOST, SURE, TO_CONFIRM, Alternative, Guess
from .values import Choice
from .written import Writing


def column_guess(choice: Choice, writing: Writing, what: str) -> Guess:
    """Which column is the value, with the others as alternatives when there are several."""
    names = all_of(column.name for column in choice.columns)
    mark = {",": _(", avec une virgule décimale"), ".": _(", avec un point décimal")}.get(writing.decimal, "")
    return Guess(
        what,
        "" if choice.confidence == TO_CONFIRM else choice.columns[0].name,
        _("La colonne %(name)s est la valeur%(mark)s.") % {"name": names, "mark": mark},
        choice.reason,
        choice.confidence,
        tuple(_alternative(column) for column in choice.others[:30]),
        _("Quelle colonne faut-il lire ?"),
    )


def _alternative(column: Column) -> Alternative:
    return Alternative(
        column.name, column.name, _("par exemple %(cells)s") % {"cells": " · ".join(column.unmarked[:3])}
    )


def decimal_guess(writing: Writing) -> Guess | None:
    """The decimal mark: proved by a cell, or a doubt when `1,234` is all there is."""
    if writing.is_ambiguous:
        return Guess(
            "value.decimal",
            "",
            _("Les nombres comme « 1,234 » se lisent de deux façons."),
            _("Aucune case ne prouve l’une ou l’autre."),
            TO_CONFIRM,
            (
                Alternative(",", _("La virgule est décimale"), _("1,234 = un virgule deux")),
                Alternative(".", _("La virgule sépare les milliers"), _("1,234 = mille deux cents")),
            ),
            _("Que veut dire la virgule ou le point dans les nombres ?"),
        )
    if not writing.decimal:
        return None
    name = _("une virgule") if writing.decimal == "," else _("un point")
    return Guess(
        "value.decimal",
        writing.decimal,
        _("La marque décimale est %(name)s.") % {"name": name},
        _("« %(example)s » le montre.") % {"example": writing.example} if writing.example else "",
        SURE if writing.example else ALMOST,
    )
