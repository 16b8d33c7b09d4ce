"""Before a release is public: taking back its date, or going back to the reading of its file."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from indicators.models import Release, Upload
from indicators.permissions import may
from portal.models import User
from portal.review import NotAllowed


@transaction.atomic
def cancel_date(*, release: Release, user: User) -> Release:
    """The approved release does not go public at its date: it is a draft again, to be submitted anew.

    Raises NotAllowed for those who do not review these figures, and without a date.
    """
    release.lock_for_publication()
    if not may(user, "withdraw", release):
        raise NotAllowed(_("Seule une personne qui relit ces chiffres peut annuler cette publication."))
    planned = list(release.revisions.filter(approved_go_live_at__isnull=False))
    if not planned:
        raise NotAllowed(_("Cette mise à jour n’attend plus sa date."))
    for revision in planned:
        revision.approved_go_live_at = None
        revision.save(user=user, update_fields=["approved_go_live_at"])
    Release.objects.filter(pk=release.pk).update(go_live_at=None)
    return Release.objects.get(pk=release.pk)


@transaction.atomic
def read_file_again(*, release: Release, user: User) -> Upload:
    """Open the file of a release that is to be corrected: its answers are still there.

    Raises NotAllowed when it is not one's to import, when nothing is to be corrected, or without a file.
    """
    if not may(user, "import", release):
        raise NotAllowed(_("Cette mise à jour n’est pas de votre direction."))
    state, upload = release.current_workflow_state, release.provenance.upload
    if upload is None or state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        raise NotAllowed(_("Cette mise à jour n’attend pas de correction."))
    Upload.objects.filter(pk=upload.pk).update(state=Upload.State.READ, progress=100)
    return upload
