"""What waits for a person: to review, to finish, under way, late. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from indicators.models import Indicator, Release, ReleaseImport, Upload
from indicators.permissions import REVIEW, importable_indicators, visible_releases, visible_uploads
from indicators.states import in_words, release_tag, with_date, with_review
from portal.formatting import format_date
from portal.models import FourEyesTask

LINES = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to look at."""

    title: str
    address: str
    note: str
    state: str = ""


def states_to_review(user: Any) -> list[TaskState]:
    """The open readings that this person may decide on (one query per open reading: there are few)."""
    states: list[TaskState] = []
    for task in FourEyesTask.objects.filter(active=True):
        found = task.get_task_states_user_can_moderate(user).select_related("revision__user").order_by("started_at")
        states += list(found.prefetch_related("revision__content_object"))
    return states


def lines_to_review(user: Any) -> list[Line]:
    """« À relire par vous », the longest waiting first."""
    if not user.has_perm(REVIEW):
        return []
    states = [state for state in states_to_review(user) if is_figure(state.revision.content_object)]
    return [review_line(state) for state in states]


def is_figure(subject: Any) -> bool:
    """A release, or a sheet that goes public on its own (that of a new indicator is decided with its first release)."""
    return isinstance(subject, Release) or (isinstance(subject, Indicator) and subject.live)


def review_line(state: TaskState) -> Line:
    """A release leads to its review screen, a sheet to its form."""
    subject = state.revision.content_object
    if isinstance(subject, Release):
        address = reverse("wagtailsnippets_indicators_release:edit", args=[subject.pk])
    else:
        address = reverse("wagtailsnippets_indicators_indicator:edit", args=[subject.pk])
    return Line(str(subject), address, waiting_words(state))


def waiting_words(state: TaskState) -> str:
    """Whose it is, and how long it has been waiting."""
    since = in_words(state.started_at)
    author = state.revision.user
    return _("de %(author)s, %(since)s") % {"author": author, "since": since} if author else since


def my_releases(user: Any) -> QuerySet[Release]:
    """Mine that are not public yet and were not, the latest first."""
    mine = visible_releases(user).filter(
        Q(created_by=user.pk), first_published_at=None, provenance__state=ReleaseImport.State.SEALED
    )
    rows = mine.select_related("indicator", "provenance", "publication").order_by("-created_at")
    return with_date(with_review(rows))


def lines_of_mine(user: Any) -> list[Line]:
    """« Vos mises à jour en cours »."""
    return [
        Line(
            str(release),
            reverse("wagtailsnippets_indicators_release:edit", args=[release.pk]),
            in_words(release.created_at),
            release_tag(release).label,
        )
        for release in my_releases(user)[: LINES + 1]
    ]


def lines_to_finish(user: Any) -> list[Line]:
    """« Vos fichiers à finir », the one touched last first (one query)."""
    waiting = [Upload.State.RECEIVED, Upload.State.READ]
    uploads = visible_uploads(user).filter(uploaded_by=user.pk, state__in=waiting).select_related("indicator")
    return [
        Line(
            str(upload.indicator or _("Nouvel indicateur")),
            reverse("assistant:reading", args=[upload.pk]),
            _("%(file)s, %(since)s") % {"file": upload.original_name, "since": in_words(upload.saved_at)},
        )
        for upload in uploads.order_by("-saved_at")[: LINES + 1]
    ]


def lines_late(user: Any) -> list[Line]:
    """« En retard »: the indicators whose new figures were expected, the longest awaited first (one query)."""
    late = importable_indicators(user).filter(source__next_expected__lt=timezone.localdate(), live=True)
    return [
        Line(
            indicator.title,
            f"{reverse('assistant:deposit')}?indicateur={indicator.code}",
            _("attendus le %(day)s, %(source)s")
            % {"day": format_date(indicator.source.next_expected), "source": indicator.source.producer},
        )
        for indicator in late.select_related("source").order_by("source__next_expected", "title_fr")[: LINES + 1]
    ]
