"""Columns of flags, marks instead of values, signs glued to values: what they mean, and what must be asked."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators import statuses
from indicators.importing.marks import NORMAL, flag_statuses, mark_status
from indicators.importing.recipes import StatusColumn, StatusRule
from indicators.importing.spellings import folded

from .columns import Column, share
from .guesses import ALMOST, SURE, TO_CONFIRM, Alternative, Guess
from .legends import Legend, legend_of
from .view import View
from .vocabulary import BOOLEAN_WORDS, NOT_STATUS_WORDS, STATUS_WORDS
from .written import Writing, doubtful_marks, unknown_flags, unknown_marks

MARK_CHOICES = (statuses.WITHHELD, statuses.NOT_SIGNIFICANT, statuses.MISSING)
FLAG_CHOICES = (statuses.PROVISIONAL, statuses.ESTIMATED)
FORGET = NORMAL
LONGEST_MARK, MOST_MARKS = 12, 6


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
    """The rule, and a guess for every column, mark and sign; what a note of the file says of a sign comes first."""
    found = list(columns)
    marks = {mark: legend for mark in _short(writing.marks) if (legend := legend_of(mark, notes))}
    flags = {flag: legend for flag in writing.flags if (legend := legend_of(flag, notes))}
    guesses = [_column_guess(column) for column in found]
    guesses += [
        _flag_doubt(column.name, text) for column in found for text in column.texts if flag_statuses(text, {}) is None
    ]
    guesses += [_told_mark(mark, legend) for mark, legend in marks.items()]
    guesses += [_told_flag(flag, legend) for flag, legend in flags.items()]
    guesses += [_mark_guess(mark) for mark in doubtful_marks(writing) if mark not in marks]
    guesses += _unknown_mark_guesses([mark for mark in unknown_marks(writing) if mark not in marks])
    guesses += [_glued_doubt(flag, writing.flags[flag]) for flag in unknown_flags(writing) if flag not in flags]
    rule = StatusRule(
        marks={mark: one.status for mark, one in marks.items() if one.status and one.status != mark_status(mark, {})},
        flags={flag: one.status for flag, one in flags.items() if one.status and not _is_usual(flag, one.status)},
        columns=tuple(StatusColumn(column.name) for column in found),
    )
    return rule, tuple(guesses)


def _short(marks: Iterable[str]) -> list[str]:
    return [mark for mark in marks if len(mark) <= LONGEST_MARK and not any(sign.isdigit() for sign in mark)]


def _is_usual(flag: str, status: str) -> bool:
    usual = flag_statuses(flag, {})
    return usual == ((status,) if status != NORMAL else ())


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
        (
            Alternative(FORGET, _("Valeur normale"), _("rien, l’oublier")),
            *_choices((*statuses.QUALIFYING, *MARK_CHOICES)),
        ),
        _("Que veut dire « %(flag)s », dans la colonne %(name)s ?") % {"flag": text, "name": column},
    )


def _told_mark(mark: str, legend: Legend) -> Guess:
    label = statuses.LABELS.get(legend.status, legend.status)
    return Guess(
        f"status.mark.{mark}",
        legend.status,
        _("« %(mark)s » à la place d’une valeur\u00a0: %(label)s.") % {"mark": mark, "label": label}
        if legend.status
        else _("« %(mark)s » à la place d’une valeur\u00a0: sens à choisir.") % {"mark": mark},
        _("Une note le dit\u00a0: « %(note)s ».") % {"note": legend.note[:160]},
        SURE if legend.status else TO_CONFIRM,
        _choices(MARK_CHOICES),
        _("Que veut dire « %(mark)s » à la place d’une valeur ?") % {"mark": mark},
    )


def _told_flag(flag: str, legend: Legend) -> Guess:
    label = statuses.LABELS.get(legend.status, _("rien de particulier"))
    return Guess(
        f"status.flag.{flag}",
        legend.status,
        _("« %(flag)s », collé à des valeurs\u00a0: %(label)s.") % {"flag": flag, "label": label},
        _("Une note le dit\u00a0: « %(note)s ».") % {"note": legend.note[:160]},
        SURE if legend.status else TO_CONFIRM,
        (*_choices((*FLAG_CHOICES, statuses.BREAK)), Alternative(FORGET, _("Rien, l’oublier"))),
        _("Que veut dire « %(flag)s », collé à des valeurs ?") % {"flag": flag},
    )


def _mark_guess(mark: str) -> Guess:
    status = mark_status(mark, {}) or ""
    label = statuses.LABELS.get(status, status)
    return Guess(
        f"status.mark.{mark}",
        status,
        _("« %(mark)s » à la place d’une valeur\u00a0: %(label)s.") % {"mark": mark, "label": label},
        _("Aucune note du fichier ne l’explique ; c’est l’usage le plus fréquent."),
        ALMOST if mark == "-" else TO_CONFIRM,
        _choices(MARK_CHOICES),
        _("Que veut dire « %(mark)s » à la place d’une valeur ?") % {"mark": mark},
    )


def _unknown_mark_guesses(marks: list[str]) -> list[Guess]:
    """A handful of unknown marks is asked about; many different texts, and those with figures (`4,9,2`), are cells to
    correct, not marks."""
    short = _short(marks)
    if len(short) > MOST_MARKS:
        return []
    return [
        Guess(
            f"status.mark.{mark}",
            "",
            _("« %(mark)s » à la place d’une valeur\u00a0: sens inconnu.") % {"mark": mark},
            _("Aucune note du fichier ne l’explique."),
            TO_CONFIRM,
            _choices(MARK_CHOICES),
            _("Que veut dire « %(mark)s » à la place d’une valeur ?") % {"mark": mark},
        )
        for mark in short
    ]


def _glued_doubt(flag: str, cells: int) -> Guess:
    return Guess(
        f"status.flag.{flag}",
        "",
        _("Le signe « %(flag)s », collé à des valeurs, est inconnu.") % {"flag": flag},
        ngettext("%(cells)d valeur le porte.", "%(cells)d valeurs différentes le portent.", cells) % {"cells": cells},
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
