"""Four eyes: what is published is the revision that somebody else than its authors has reviewed, whatever the door.

Wagtail imports this module while its own models load, so it imports none of them at the top. The models of the review
(`FourEyesTask`, `FourEyesTaskState`, `Reviewed`) stand in `portal.models.review`.
"""

import hashlib
import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

NOT_REVIEWED_CONTENT = frozenset(
    {
        "go_live_at",
        "live",
        "live_revision",
        "latest_revision",
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
        "expired",
        "locked",
        "locked_at",
        "locked_by",
    }
)
"""Keys of a revision that say where it stands, not what it holds."""


class ReviewRefused(PermissionDenied):
    """Base of the refusals below. `str()` is a sentence for the person; Wagtail's own screens answer 403 to it."""

    sentence = _("Cette action n’est pas permise.")

    def __init__(self, sentence: object = "") -> None:
        super().__init__(sentence or self.sentence)


class NotAllowed(ReviewRefused):
    """The person, or the state of the object, does not permit this."""


class OwnWork(ReviewRefused):
    """Nobody approves what they wrote, imported or submitted."""

    sentence = _("Vous avez contribué à ce contenu : une autre personne doit le relire.")


class NotReviewed(ReviewRefused):
    """The revision has not been approved, or not as it now is."""

    sentence = _("Rien ne se publie sans relecture : cette version n’a pas été approuvée par une autre personne.")


class ReviewOutdated(ReviewRefused):
    """What the reviewer read is no longer what would be published, or no longer what it would replace."""

    sentence = _("La situation a changé depuis cette relecture : relisez la comparaison, puis décidez.")


class AlreadyDecided(NotAllowed):
    """Somebody else was faster."""

    sentence = _("Une décision a déjà été prise : rechargez la page pour la voir.")


def publish_reviewed_revision(workflow_state: Any, user: Any = None) -> None:
    """What happens when a workflow ends well: the revision that was reviewed goes live, not a later one.

    Approving is what gives the right: a reviewer needs none to publish without a review. What stands in an open bundle
    waits for the bundle.
    """
    from portal.bundles import bundle_of

    if workflow_state.current_task_state is None:
        raise NotReviewed
    revision = workflow_state.current_task_state.revision
    if bundle_of(revision.content_object) is None:
        revision.publish(user=user, skip_permission_checks=True)


def content_digest(revision: Any, facts: str = "") -> str:
    """SHA-256 of what the reviewer reads: the content of the revision, and facts that stand outside it."""
    content = {key: value for key, value in revision.content.items() if key not in NOT_REVIEWED_CONTENT}
    text = json.dumps(content, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(f"{facts}\n{text}".encode()).hexdigest()


def approval_of(revision: Any) -> Any:
    """The last approval that a workflow brought to its end for this revision, or None."""
    from portal.models.review import FourEyesTaskState

    return (
        FourEyesTaskState.objects.filter(
            revision=revision, status="approved", workflow_state__status="approved", finished_by__isnull=False
        )
        .select_related("workflow_state")
        .order_by("-finished_at", "-pk")
        .first()
    )


def require_approval(subject: Any, revision: Any) -> Any:
    """Return the approval that lets this revision of `subject` go live.

    Raises NotReviewed when it has none, when its content changed since, or when the approver is one of its authors;
    ReviewOutdated when what it was compared with has changed.
    """
    approval = approval_of(revision)
    if approval is None or approval.approved_digest != content_digest(revision, subject.reviewed_facts()):
        raise NotReviewed
    if approval.finished_by_id in contributors_of(subject, revision, approval.workflow_state):
        raise OwnWork
    if approval.basis != subject.review_basis():
        raise ReviewOutdated
    return approval


def contributors_of(subject: Any, revision: Any, workflow_state: Any = None) -> set[int]:
    """Who wrote, imported or submitted what this revision would put online: none of them may approve it."""
    stored = type(subject)._default_manager.filter(pk=subject.pk).values_list("live_revision_id", flat=True).first()
    online = stored if stored != revision.pk else None
    written = subject.revisions.filter(pk__lte=revision.pk, pk__gt=online or 0)
    people = set(written.values_list("user_id", flat=True)) | subject.other_contributors()
    people.add(workflow_state.requested_by_id if workflow_state else None)
    return {person for person in people if person is not None}
