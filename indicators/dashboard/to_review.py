"""« À relire »: figures and pages that wait for this person, with what each changes."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, TaskState

from indicators.dashboard.page_changes import page_changes
from indicators.models import Indicator, Release
from indicators.permissions import REVIEW, scope_of
from indicators.states import in_words
from portal import dashboard
from portal.dashboard import Errand
from portal.formatting import format_number
from portal.models.page import REVIEW_PAGES
from portal.open_readings import readings_for


def reviews(user: Any) -> bool:
    """Is this person a reviewer of figures or of pages?"""
    return user.has_perm(REVIEW) or user.has_perm(REVIEW_PAGES)


def errands_to_review(user: Any) -> list[Errand]:
    """The longest waiting first (twelve queries at most beside those of the person's rights, and two by page type)."""
    if not reviews(user):
        return dashboard.TO_REVIEW.gather(user)
    states = decidable(user, readings_for(user))
    changes = page_changes(state for state in states if isinstance(state.revision.content_object, Page))
    lines = [review_line(state, changes) for state in states] + dashboard.TO_REVIEW.gather(user)
    return sorted(lines, key=lambda line: line.moment)


def decidable(user: Any, states: Sequence[TaskState]) -> list[TaskState]:
    """Those that the model at hand leaves to this person; the sheet of a new indicator is decided with its figures."""
    subjects = [state.revision.content_object for state in states]
    prefetch_related_objects(
        [one for one in subjects if isinstance(one, Release)], "indicator", "provenance__upload", "created_by"
    )
    return [state for state in states if may_decide(user, state.revision.content_object)]


def may_decide(user: Any, subject: Any) -> bool:
    """The same answer as the model's own methods, without a query for each release."""
    if isinstance(subject, Release):
        provenance = getattr(subject, "provenance", None)
        brought = provenance.upload.uploaded_by_id if provenance and provenance.upload else None
        return holds(user, subject.indicator) and user.pk not in (subject.created_by_id, brought)
    if isinstance(subject, Indicator):
        return subject.live and holds(user, subject)
    return subject.may_be_reviewed_by(user) and user.pk not in subject.other_contributors()


def holds(user: Any, indicator: Indicator) -> bool:
    """Does this person review the figures of the department of this indicator?"""
    scope = scope_of(user)
    return user.has_perm(REVIEW) and (scope.everything or indicator.department_id in scope.departments)


def review_line(state: TaskState, changes: Mapping[int, str]) -> Errand:
    """One reading; figures lead to their review screen, pages to their form."""
    subject, author = state.revision.content_object, state.revision.user or _("Le site")
    words = {"kind": kind_of(subject), "author": author, "since": in_words(state.started_at)}
    return Errand(
        title=title_of(subject),
        address=address_of(subject),
        about=_("%(kind)s. %(author)s, %(since)s.") % words,
        moment=state.started_at,
        what=changes_of_release(subject) if isinstance(subject, Release) else changes.get(state.revision_id, ""),
    )


def title_of(subject: Any) -> str:
    """A page by its draft title, anything else by its name."""
    return subject.get_admin_display_title() if isinstance(subject, Page) else str(subject)


def address_of(subject: Any) -> str:
    """Where it is read and decided."""
    if isinstance(subject, Page):
        return reverse("wagtailadmin_pages:edit", args=[subject.pk])
    return reverse(subject.snippet_viewset.get_url_name("edit"), args=[subject.pk])


def kind_of(subject: Any) -> str:
    """« Chiffres », « Fiche d’indicateur », « Page de l’objectif »…"""
    if isinstance(subject, Release):
        return _("Chiffres")
    return _("Fiche d’indicateur") if isinstance(subject, Indicator) else capfirst(str(subject._meta.verbose_name))


def changes_of_release(release: Release) -> str:
    """« 9 révisées, 27 disparaissent, 1 valeur suspecte », from the account of the import."""
    provenance = getattr(release, "provenance", None)
    counts = provenance.account.get("comparison", {}).get("counts", {}) if provenance else {}
    if not counts:
        return ""
    if not counts.get("published"):
        proposed = counts.get("proposed", 0)
        return ngettext(
            "Première mise à jour, %(count)s valeur", "Première mise à jour, %(count)s valeurs", proposed
        ) % {"count": format_number(proposed)}
    parts = change_parts(counts)
    if len(parts) == 1 and counts.get("new"):
        parts.append(_("rien d’autre ne change"))
    return ", ".join(parts) or _("Aucune valeur ne change")


def change_parts(counts: Mapping[str, int]) -> list[str]:
    """The counts that are not zero, in words."""
    revised, gone, new = counts.get("revised", 0), counts.get("vanished", 0), counts.get("new", 0)
    odd = counts.get("units", 0) + counts.get("jumps", 0)
    words = (
        (revised, ngettext("%(count)s révisée", "%(count)s révisées", revised)),
        (gone, ngettext("%(count)s disparaît", "%(count)s disparaissent", gone)),
        (new, ngettext("%(count)s nouvelle", "%(count)s nouvelles", new)),
        (odd, ngettext("%(count)s valeur suspecte", "%(count)s valeurs suspectes", odd)),
    )
    return [text % {"count": format_number(count)} for count, text in words if count]
