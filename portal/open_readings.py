"""The readings that wait for a person's decision, in as many queries for fifty as for one."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Revision, TaskState

from portal.models import FourEyesTask, FourEyesTaskState


def readings_for(user: Any) -> list[TaskState]:
    """The open readings of this person's groups that they neither submitted nor wrote, the longest waiting first.

    Five queries, and two for each kind of content. The rule is that of `FourEyesTask.may_decide` without the part that
    only the model knows (`may_be_reviewed_by`, `other_contributors`): the caller asks for it, several rows at once.
    """
    tasks = FourEyesTask.objects.filter(active=True)
    if not user.is_superuser:
        tasks = tasks.filter(groups__in=user.groups.all())
    return unwritten_by(user, open_readings(tasks).exclude(workflow_state__requested_by=user.pk))


def readings_asked_by(user: Any) -> int:
    """How many readings of this person's own work are open (one query)."""
    return open_readings(FourEyesTask.objects.filter(active=True)).filter(workflow_state__requested_by=user.pk).count()


def open_readings(tasks: QuerySet[FourEyesTask]) -> QuerySet[FourEyesTaskState]:
    """The readings of these tasks that are being done, with what is read."""
    found = FourEyesTaskState.objects.filter(task__in=tasks.values("pk"), status=FourEyesTaskState.STATUS_IN_PROGRESS)
    return (
        found.select_related("revision__user", "workflow_state")
        .prefetch_related("revision__content_object")
        .order_by("started_at", "pk")
    )


def unwritten_by(user: Any, states: Iterable[TaskState]) -> list[TaskState]:
    """Those whose content this person has not written since the revision that is online (one query)."""
    waiting = [state for state in states if state.revision.content_object is not None]
    mine = _revisions_by(user, waiting)
    return [state for state in waiting if not _has_written(mine.get(_subject(state.revision), ()), state)]


def _revisions_by(user: Any, states: Sequence[TaskState]) -> dict[tuple[int, str], list[int]]:
    about = Q(pk=None)
    for state in states:
        kind, key = _subject(state.revision)
        about |= Q(base_content_type=kind, object_id=key)
    written: dict[tuple[int, str], list[int]] = {}
    for revision in Revision.objects.filter(about, user=user.pk).only("pk", "base_content_type", "object_id"):
        written.setdefault(_subject(revision), []).append(revision.pk)
    return written


def _subject(revision: Revision) -> tuple[int, str]:
    return revision.base_content_type_id, revision.object_id


def _has_written(revisions: Iterable[int], state: TaskState) -> bool:
    submitted, online = state.revision_id, state.revision.content_object.live_revision_id
    first = 0 if online in (None, submitted) else online
    return any(first < revision <= submitted for revision in revisions)
