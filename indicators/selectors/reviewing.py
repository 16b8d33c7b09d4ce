"""The releases that wait for a person's decision, told by the database."""

from typing import Any

from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce, NullIf
from wagtail.models import Revision
from wagtail.permissions import policy_registry

from indicators.models import Release
from indicators.permissions import REVIEW
from portal.models import FourEyesTask, FourEyesTaskState


def count_to_review(user: Any) -> int:
    """How many releases wait for this person (one query, whatever their number, beside those of the person's rights).

    The same rule as `FourEyesTask.may_decide`, which the decision itself asks: somebody who wrote, imported or
    submitted what would go public does not count it.
    """
    if not user.has_perm(REVIEW):
        return 0
    mine = policy_registry.get_by_type(Release).instances_user_has_permission_for(user, "review")
    open_reading = open_readings(user).exclude(workflow_state__requested_by=user.pk).values("revision_id")[:1]
    waiting = mine.annotate(submitted=Subquery(open_reading)).filter(submitted__isnull=False)
    brought = waiting.exclude(created_by=user.pk).exclude(provenance__upload__uploaded_by=user.pk)
    return brought.exclude(Exists(written_by(user))).count()


def open_readings(user: Any) -> QuerySet[FourEyesTaskState]:
    """The reading of the release of the outer query that is open now, in a task of one of the groups of the person."""
    tasks = FourEyesTask.objects.filter(active=True)
    if not user.is_superuser:
        tasks = tasks.filter(groups__in=user.groups.all())
    return FourEyesTaskState.objects.filter(
        task__in=tasks.values("pk"),
        status=FourEyesTaskState.STATUS_IN_PROGRESS,
        workflow_state__base_content_type=Release.get_base_content_type(),
        workflow_state__object_id=Cast(OuterRef("pk"), CharField()),
    )


def written_by(user: Any) -> QuerySet[Revision]:
    """What this person wrote of the release of the outer query, since the revision that is online."""
    return Revision.objects.filter(
        base_content_type=Release.get_base_content_type(),
        object_id=Cast(OuterRef("pk"), CharField()),
        user=user.pk,
        pk__lte=OuterRef("submitted"),
        pk__gt=Coalesce(NullIf(OuterRef("live_revision_id"), OuterRef("submitted")), 0),
    )
