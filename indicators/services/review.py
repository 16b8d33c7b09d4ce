"""The decisions of a reviewer on a release."""

from datetime import datetime
from enum import Enum, auto
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from indicators.log_actions import COMPARE_AGAIN
from indicators.models import Indicator, Release
from portal.models import FourEyesTaskState, User
from portal.review import NotAllowed, ReviewOutdated


class Kept(Enum):
    """The comparison that an approval rests on, when the reviewer's screen names none."""

    FROM_SUBMISSION = auto()


def approve_release(
    *,
    release: Release,
    user: User,
    comment: str = "",
    go_live_at: datetime | None = None,
    compared_with: int | Kept | None = Kept.FROM_SUBMISSION,
) -> Release:
    """Approve what was submitted: public at once, or at `go_live_at`; the sheet of a new indicator goes with it.

    `compared_with` is the pk of the release that the reviewer's screen compared with (None: nothing was public), or
    `Kept.FROM_SUBMISSION`: the one that was public when the release was submitted. Raises OwnWork, NotAllowed,
    AlreadyDecided; ReviewOutdated when another release went public meanwhile: the next approval then counts for the new
    comparison.
    """
    try:
        with transaction.atomic():
            release.lock_for_publication()
            state = state_to_decide(release)
            if compared_with is not Kept.FROM_SUBMISSION:
                read_comparison(state, compared_with)
            set_go_live_at(state, go_live_at)
            approve_sheet(release.indicator_id, user)
            state.approve(user=user, comment=comment)
    except ReviewOutdated:
        renew_comparison(release=release)
        raise
    return Release.objects.get(pk=release.pk)


@transaction.atomic
def request_changes(*, release: Release, user: User, comment: str) -> Release:
    """Send the release back to its author. Raises NotAllowed without a comment, OwnWork, AlreadyDecided."""
    if not comment.strip():
        raise NotAllowed(_("Dites ce qui est à corriger."))
    release.lock_for_publication()
    state_to_decide(release).reject(user=user, comment=comment)
    return Release.objects.get(pk=release.pk)


def state_to_decide(subject: Release | Indicator) -> FourEyesTaskState:
    """The open reading of a release or a sheet. Raises NotAllowed when it is not in review."""
    fresh = type(subject)._default_manager.get(pk=subject.pk)
    state = fresh.current_workflow_task_state
    if not isinstance(state, FourEyesTaskState):
        raise NotAllowed(_("Ce contenu n’est pas, ou n’est plus, en relecture."))
    return state


def read_comparison(state: FourEyesTaskState, compared_with: int | None) -> None:
    """The reviewer has read the comparison with this release: it becomes what the approval rests on."""
    state.basis = str(compared_with or "")
    state.save(update_fields=["basis"])


def set_go_live_at(state: FourEyesTaskState, go_live_at: datetime | None) -> None:
    """Write the decided date into the revision: what stands in it is when it goes public."""
    revision = state.revision
    revision.content["go_live_at"] = go_live_at.isoformat() if go_live_at else None
    revision.save(update_fields=["content"])


def approve_sheet(indicator_id: int, user: User) -> None:
    """Publish the submitted sheet of an indicator that is not online yet. Raises NotAllowed when there is none."""
    indicator = Indicator.objects.get(pk=indicator_id)
    if indicator.live:
        return
    if indicator.current_workflow_task_state is None:
        raise NotAllowed(_("La fiche de l’indicateur doit être soumise, elle aussi, avant la première publication."))
    state_to_decide(indicator).approve(user=user)


def renew_comparison(*, release: Release) -> None:
    """After another release went public: hold this one against the one that is public now, and say so in the log."""
    with transaction.atomic():
        state = Release.objects.get(pk=release.pk).current_workflow_task_state
        if not isinstance(state, FourEyesTaskState):
            return
        former, state.basis = state.basis, release.review_basis()
        if former != state.basis:
            state.save(update_fields=["basis"])
            log(release, COMPARE_AGAIN, data=comparison_data(former, state.basis), revision=state.revision)


def comparison_data(former: str, basis: str) -> dict[str, Any]:
    """What the log keeps of a comparison that was redone."""
    return {"compared_with": {"before": former or None, "now": basis or None}}
