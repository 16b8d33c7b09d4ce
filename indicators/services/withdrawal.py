"""Taking a release offline: the one that was public before it shows again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from indicators.log_actions import WITHDRAW
from indicators.models import Publication, Release, ReleaseImport
from indicators.permissions import may
from indicators.services.publication import point_to, publication_data
from portal.generation import renew_generation
from portal.models import User
from portal.review import NotAllowed, approval_of


@transaction.atomic
def withdraw_release(*, release: Release, user: User, reason: str) -> Release | None:
    """Withdraw the public release; returns the former one, public again, or None when there is none.

    Raises NotAllowed without a reason, without the right, or when the release is not the public one.
    """
    release.lock_for_publication()
    refuse_withdrawal(release, user, reason)
    provenance = ReleaseImport.objects.select_related("upload").get(release=release)
    provenance.withdrawn_at, provenance.withdrawn_by, provenance.withdrawal_reason = timezone.now(), user, reason
    provenance.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    Release.objects.filter(pk=release.pk).update(live=False)
    former = former_release(release)
    show_former(release, former)
    data = publication_data(provenance) | {"reason": reason, "shown_again": former.pk if former else None}
    log(release, WITHDRAW, user=user, data=data)
    renew_generation()
    return former


def refuse_withdrawal(release: Release, user: User, reason: str) -> None:
    """Raises NotAllowed when this person cannot withdraw this release now."""
    if not may(user, "withdraw", release):
        raise NotAllowed(_("Seule une personne qui relit ces chiffres peut les retirer."))
    if not reason.strip():
        raise NotAllowed(_("Dites pourquoi cette mise à jour est retirée."))
    if not Publication.objects.filter(release=release).exists():
        raise NotAllowed(_("Cette mise à jour n’est pas en ligne."))


def former_release(release: Release) -> Release | None:
    """The last one that was public before, and was not withdrawn."""
    public_once = Release.objects.filter(indicator_id=release.indicator_id, first_published_at__isnull=False)
    earlier = public_once.filter(provenance__withdrawn_at=None).exclude(pk=release.pk)
    return earlier.order_by("-last_published_at", "-pk").first()


def show_former(release: Release, former: Release | None) -> None:
    """Point to the former release, or to nothing."""
    if former is None:
        Publication.objects.filter(release=release).delete()
        return
    approval = approval_of(former.live_revision) if former.live_revision else None
    point_to(former, approval.finished_by if approval else None)
