"""The pointer flips: the only place where figures become public."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from indicators.log_actions import PUBLISH
from indicators.models import Publication, Release, ReleaseImport, StoredJudgement
from indicators.services.judging import judge_release
from portal.generation import renew_generation
from portal.models import User
from portal.review import NotReviewed, approval_of


@transaction.atomic
def show_release(*, release: Release, revision: Revision) -> Publication:
    """Make this release the one that visitors see. Called by the publication of its approved revision.

    Raises NotReviewed when its rows are incomplete or the sheet of its indicator is not online.
    """
    provenance = ReleaseImport.objects.select_related("upload").get(release=release)
    refuse_publication(release, provenance)
    if not StoredJudgement.objects.filter(release=release).exists():
        judge_release(release)
    approval = approval_of(revision)
    publication = point_to(release, approval.finished_by)
    log(release, PUBLISH, user=approval.finished_by, revision=revision, data=publication_data(provenance))
    renew_generation()
    return publication


def refuse_publication(release: Release, provenance: ReleaseImport) -> None:
    """Raises NotReviewed for rows that are not complete, a withdrawn release, or a sheet that is not online."""
    if provenance.state != ReleaseImport.State.SEALED:
        raise NotReviewed(_("L’import de cette mise à jour n’est pas terminé."))
    if provenance.withdrawn_at:
        raise NotReviewed(_("Cette version a été retirée : importez-en une nouvelle."))
    if not type(release.indicator)._default_manager.filter(pk=release.indicator_id, live=True).exists():
        raise NotReviewed(_("La fiche de l’indicateur n’est pas en ligne : elle doit être relue d’abord."))


def point_to(release: Release, approver: User | None) -> Publication:
    """Flip the pointer of the indicator, and take the live flag from the release that it leaves."""
    publication, _created = Publication.objects.update_or_create(
        indicator_id=release.indicator_id,
        defaults={"release": release, "published_at": timezone.now(), "published_by": approver},
    )
    siblings = Release.objects.filter(indicator_id=release.indicator_id)
    siblings.filter(live=True).exclude(pk=release.pk).update(live=False)
    siblings.filter(pk=release.pk, live=False).update(live=True)
    return publication


def publication_data(provenance: ReleaseImport) -> dict[str, Any]:
    """From which bytes: what the log keeps of a publication."""
    upload = provenance.upload
    return {
        "upload": upload.pk if upload else None,
        "file": upload.original_name if upload else "",
        "sha256": upload.sha256 if upload else "",
        "values": provenance.observation_count,
        "digest": provenance.digest,
    }
