"""Handing a release, and the sheet of a new indicator with it, to somebody else for review."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from indicators.models import Indicator, Release, ReleaseImport
from indicators.permissions import may
from portal.models import User
from portal.review import NotAllowed


@transaction.atomic
def submit_release(*, release: Release, user: User, message: str = "", go_live_at: datetime | None = None) -> Release:
    """Send a sealed draft to review, with the sheet of its indicator when that one is not online yet.

    `go_live_at` is a wish: the reviewer confirms it. Raises NotAllowed (not one's department, not sealed, already in
    review or public) and ValidationError when the sheet lacks what a public page needs.
    """
    release.lock_for_publication()
    release = Release.objects.select_related("indicator", "provenance").get(pk=release.pk)
    refuse_submission(release, user)
    release.message, release.go_live_at = message or release.message, go_live_at
    release.save_revision(user=user, log_action=True)
    if not release.indicator.live:
        submit_sheet(indicator=release.indicator, user=user)
    start_review(release, user)
    return release


def refuse_submission(release: Release, user: User) -> None:
    """Raises NotAllowed when this release cannot be submitted by this person now."""
    if not may(user, "import", release):
        raise NotAllowed(_("Cette mise à jour n’est pas de votre direction."))
    if release.provenance.state != ReleaseImport.State.SEALED:
        raise NotAllowed(_("L’import de cette mise à jour n’est pas terminé."))
    if release.workflow_in_progress:
        raise NotAllowed(_("Cette mise à jour est déjà en relecture."))
    if release.first_published_at:
        raise NotAllowed(_("Cette version a déjà été en ligne : importez-en une nouvelle."))


def submit_sheet(*, indicator: Indicator, user: User) -> None:
    """Send the latest version of a sheet to review, unless it already is. Raises ValidationError when incomplete."""
    if indicator.workflow_in_progress:
        return
    sheet = indicator.get_latest_revision_as_object()
    try:
        sheet.full_clean()
    except ValidationError as error:
        raise ValidationError(_("La fiche de l’indicateur est incomplète : complétez-la d’abord.")) from error
    if indicator.latest_revision is None:
        indicator.save_revision(user=user)
    start_review(indicator, user)


def start_review(subject: Release | Indicator, user: User) -> None:
    """Start a review, or take up the one that asked for changes."""
    state = subject.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.cancel(user=user)
    subject.get_workflow().start(subject, user)
