"""Sentences about the values: which column, how its numbers are written."""

import re
from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from indicators.importing.grids import PERCENTS, SourceFile
from portal.formatting import all_of, format_number

from .columns import Column
from .guesses import ALMOST, SURE, TO_CONFIRM, Alternative, Guess
from .values import Choice
from .written import Writing

LARGE_SHARE = 2
"""Stored value from which a percent is strange: 200 %."""
_PERCENT = re.compile(r"-?\d+(?:\.\d+)?%")


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


def percent_guess(source: SourceFile, texts: Iterable[str]) -> Guess | None:
    """What becomes of cells that the spreadsheet shows in percent: 0.104 stored, « 10,4 % » seen. Asked when what is
    seen is so large that the percent format may be a slip."""
    stored = [Decimal(text[:-1]) / 100 for text in texts if _PERCENT.fullmatch(text)] if _has_percents(source) else []
    if not stored:
        return None
    is_odd = any(abs(number) > LARGE_SHARE for number in stored)
    values = {"seen": format_number((stored[0] * 100).normalize()), "stored": format_number(stored[0])}
    sentence = _("Le tableur montre ces cases en pourcentage\u00a0: %(stored)s paraît «\u00a0%(seen)s\u00a0%%\u00a0».")
    return Guess(
        "value.scale",
        "" if is_odd else "1",
        sentence % values,
        _("Certaines dépassent 200\u00a0%\u00a0: ce format est peut-être une erreur.")
        if is_odd
        else _("Elles sont lues comme vous les voyez dans le tableur."),
        TO_CONFIRM if is_odd else ALMOST,
        (
            Alternative("1", _("Comme le tableur les montre"), _("%(seen)s, en\u00a0%%") % values),
            Alternative("0.01", _("Comme elles sont enregistrées"), values["stored"]),
        ),
        _("Faut-il lire %(seen)s ou %(stored)s\u202f?") % values,
    )


def _has_percents(source: SourceFile) -> bool:
    return PERCENTS in source.quirks
