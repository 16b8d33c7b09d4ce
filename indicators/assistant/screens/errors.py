"""The summary on top of a page that could not go on: what is missing, each line a link to the place."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.formatting import labelled


@dataclass(frozen=True)
class ErrorLine:
    """`anchor` is the id of the question, problem or field that waits for an answer."""

    anchor: str
    text: str | Promise


@dataclass(frozen=True)
class ErrorSummary:
    """Shown first, and focused."""

    title: str
    lines: tuple[ErrorLine, ...]
    reassurance: str

    def says(self, anchor: str) -> bool:
        """Does one of the lines lead to this place?"""
        return any(line.anchor == anchor for line in self.lines)


def missing_answers(lines: Sequence[ErrorLine]) -> ErrorSummary | None:
    """None when nothing is missing."""
    title = ngettext("Une réponse manque pour comparer", "%(count)s réponses manquent pour comparer", len(lines))
    return _waiting(lines, title, _("Vos autres réponses sont gardées. Rien n’est enregistré comme chiffre."))


def unaccepted_losses(lines: Sequence[ErrorLine]) -> ErrorSummary | None:
    """None when every loss is accepted."""
    title = ngettext("Une perte reste à accepter", "%(count)s pertes restent à accepter", len(lines))
    return _waiting(lines, title, _("Votre brouillon est gardé. Rien n’est parti à la relecture."))


def _waiting(lines: Sequence[ErrorLine], title: str, reassurance: str) -> ErrorSummary | None:
    return ErrorSummary(title % {"count": len(lines)}, tuple(lines), reassurance) if lines else None


def reasons_of(problem: Exception) -> list[str]:
    """The sentences of a refusal, whoever refused."""
    return getattr(problem, "messages", None) or [str(problem)]


def field_lines(form: Form) -> list[ErrorLine]:
    """The fields that are wrong, each with its place; a group of boxes has the place of its first one."""
    return [
        ErrorLine(form[name].id_for_label or f"id_{form.add_prefix(name)}", labelled(form[name].label, texts[0]))
        for name, texts in form.errors.items()
    ]


def refused_submission(problem: Exception) -> ErrorSummary:
    """Why the figures were not written or not sent, in the words of whoever refused."""
    lines = tuple(ErrorLine("rev", text) for text in reasons_of(problem))
    return ErrorSummary(_("Rien n’est parti à la relecture"), lines, _("Votre brouillon est gardé."))


def refused_decision(problem: Exception) -> ErrorSummary:
    """Why a decision was not taken."""
    lines = tuple(ErrorLine("decision", text) for text in reasons_of(problem))
    return ErrorSummary(_("Votre décision n’a pas été enregistrée"), lines, _("Rien n’a changé en ligne."))


def form_errors(form: Form, title: str) -> ErrorSummary:
    """What is wrong in a form, in one summary."""
    return ErrorSummary(title, tuple(field_lines(form)), _("Rien n’a changé en ligne."))
