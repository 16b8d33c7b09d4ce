"""Columns of flags, marks instead of values, signs glued to values: what they mean, and what must be asked."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from indicators import statuses
from indicators.importing.marks import NORMAL, flag_statuses, mark_status
from indicators.importing.recipes import StatusColumn, StatusRule
from indicators.importing.spellings import folded

from .columns import Column, share
from .guesses import ALMOST, SURE, TO_CONFIRM, Alternative, Guess
from .view import View
from .vocabulary import BOOLEAN_WORDS, NOT_STATUS_WORDS, STATUS_WORDS
from .written import Writing, doubtful_marks, unknown_flags, unknown_marks

MARK_CHOICES = (statuses.WITHHELD, statuses.NOT_SIGNIFICANT, statuses.MISSING)
FLAG_CHOICES = (statuses.PROVISIONAL, statuses.ESTIMATED)
FORGET = NORMAL


def status_columns(view: View, used: frozenset[int]) -> list[Column]:
    """Columns beside the value whose cells are flags that we know, for half of them at least."""
    return [column for column in view.columns if column.place not in used and _is_status(column)]


def _is_status(column: Column) -> bool:
    if not column.words & STATUS_WORDS or column.words & NOT_STATUS_WORDS or column.distinct > 40:
        return False
    if column.texts and all(folded(text) in BOOLEAN_WORDS for text in column.texts):
        return True
    return column.number_share < 0.5 and share(column.texts, lambda text: flag_statuses(text, {}) is not None) >= 0.5


def find_statuses(
    columns: Iterable[Column], writing: Writing, notes: tuple[str, ...]
) -> tuple[StatusRule, tuple[Guess, ...]]:
    """The rule, and a guess for every column, mark and sign."""
    found = list(columns)
    guesses = [_column_guess(column) for column in found]
    guesses += [
        _flag_doubt(column.name, text) for column in found for text in column.texts if flag_statuses(text, {}) is None
    ]
    guesses += [_mark_guess(mark, writing.marks[mark], notes) for mark in doubtful_marks(writing)]
    guesses += _unknown_mark_guesses(unknown_marks(writing), writing)
    guesses += [_glued_doubt(flag, writing.flags[flag]) for flag in unknown_flags(writing)]
    rule = StatusRule(columns=tuple(StatusColumn(column.name) for column in found))
    return rule, tuple(guesses)


def _column_guess(column: Column) -> Guess:
    shown = ", ".join(column.texts[:5])
    return Guess(
        f"status.column.{column.name}",
        column.name,
        _("La colonne %(name)s dit le statut des valeurs : %(flags)s.") % {"name": column.name, "flags": shown},
        _("Ces signes sont ceux des instituts statistiques."),
        SURE,
    )


def _flag_doubt(column: str, text: str) -> Guess:
    return Guess(
        f"status.flag.{text}",
        "",
        _("Le signe « %(flag)s » de la colonne %(name)s est inconnu.") % {"flag": text, "name": column},
        _("Aucune note du fichier ne l’explique."),
        TO_CONFIRM,
        _choices((*statuses.QUALIFYING, *MARK_CHOICES)),
        _("Que veut dire « %(flag)s », dans la colonne %(name)s ?") % {"flag": text, "name": column},
    )


def _mark_guess(mark: str, cells: int, notes: tuple[str, ...]) -> Guess:
    status = mark_status(mark, {}) or ""
    note = next(
        (text for text in notes if text.casefold().startswith(f"{mark.casefold()} ") or f"{mark} :" in text), ""
    )
    label = statuses.LABELS.get(status, status)
    return Guess(
        f"status.mark.{mark}",
        status,
        _("« %(mark)s » à la place d’une valeur : %(label)s.") % {"mark": mark, "label": label},
        note[:160] or _("Aucune note du fichier ne l’explique ; c’est l’usage le plus fréquent."),
        SURE if note else ALMOST if mark == "-" else TO_CONFIRM,
        _choices(MARK_CHOICES),
        _("Que veut dire « %(mark)s » à la place d’une valeur ?") % {"mark": mark},
    )


def _unknown_mark_guesses(marks: list[str], writing: Writing) -> list[Guess]:
    """A handful of unknown marks is asked about; many different texts are cells to correct, not marks."""
    short = [mark for mark in marks if len(mark) <= 12]
    if len(short) > 6:
        return []
    return [
        Guess(
            f"status.mark.{mark}",
            "",
            _("« %(mark)s » à la place d’une valeur : sens inconnu.") % {"mark": mark},
            _("Aucune note du fichier ne l’explique."),
            TO_CONFIRM,
            _choices(MARK_CHOICES),
            _("Que veut dire « %(mark)s » à la place d’une valeur ?") % {"mark": mark},
        )
        for mark in short
    ]


def _glued_doubt(flag: str, cells: int) -> Guess:
    return Guess(
        f"status.flag.{flag}",
        "",
        _("Le signe « %(flag)s », collé à des valeurs, est inconnu.") % {"flag": flag},
        _("%(cells)d valeurs différentes le portent.") % {"cells": cells},
        TO_CONFIRM,
        (*_choices(FLAG_CHOICES), Alternative(FORGET, _("Rien, l’oublier"))),
        _("Que veut dire « %(flag)s », collé à des valeurs ?") % {"flag": flag},
    )


def _choices(names: tuple[str, ...]) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(
            name, str(statuses.LABELS[name]).capitalize(), _("affiché « %(mark)s »") % {"mark": statuses.MARKS[name]}
        )
        for name in names
    )
