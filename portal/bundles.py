"""Putting pages and figures online together: what an open bundle holds waits for it, and goes with it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from portal.models import Bundle, BundleItem, User
from portal.review import NotAllowed, ReviewRefused, approval_of, require_approval

logger = logging.getLogger(__name__)


class BundleNotReady(NotAllowed):
    """Some of what the bundle holds has not been approved; `str()` names it."""


class Readiness(Enum):
    """Where something stands before its bundle is published."""

    READY = "ready"
    IN_REVIEW = "in_review"
    DRAFT = "draft"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Content:
    """One item of a bundle with the object it is about."""

    item: BundleItem
    subject: Any
    readiness: Readiness


def bundle_of(subject: Any) -> Bundle | None:
    """The open bundle that holds this object, if any (one query)."""
    item = BundleItem.objects.filter(bundle__state=Bundle.State.OPEN, **_key(subject)).select_related("bundle").first()
    return item.bundle if item else None


def open_bundle(bundle: Bundle) -> Bundle:
    """The bundle as it is now, which nobody else changes before the transaction ends. Raises NotAllowed once closed."""
    locked = Bundle.objects.select_for_update().get(pk=bundle.pk)
    if locked.state != Bundle.State.OPEN:
        raise NotAllowed(_("Ce lot est déjà en ligne ou abandonné\u00a0: créez-en un autre."))
    return locked


@transaction.atomic
def add_to_bundle(*, bundle: Bundle, subject: Any) -> BundleItem:
    """Put an object that goes through the review into an open bundle.

    Raises NotAllowed when the bundle is closed, when another open one holds it, or when it has a date of its own.
    """
    locked = open_bundle(bundle)
    subject.lock_for_publication()
    other = bundle_of(subject)
    if other is not None and other.pk != bundle.pk:
        raise NotAllowed(
            _("«\u00a0%(title)s\u00a0» est déjà dans le lot «\u00a0%(bundle)s\u00a0».")
            % {"title": subject, "bundle": other}
        )
    if subject.revisions.filter(approved_go_live_at__isnull=False).exists():
        raise NotAllowed(
            _("«\u00a0%(title)s\u00a0» a déjà une date de mise en ligne : annulez-la d’abord.") % {"title": subject}
        )
    return BundleItem.objects.get_or_create(
        bundle=locked, **_key(subject), defaults={"position": locked.items.count()}
    )[0]


@transaction.atomic
def remove_from_bundle(*, bundle: Bundle, item_id: int) -> None:
    """Take an item out; what it is about stays as it is. Raises NotAllowed when the bundle is closed."""
    open_bundle(bundle).items.filter(pk=item_id).delete()


def contents_of(bundle: Bundle) -> list[Content]:
    """What the bundle holds, in order, each with where it stands; an object that was deleted is left out."""
    found = [(item, item.subject) for item in bundle.items.select_related("content_type")]
    subjects = [(item, getattr(subject, "specific", subject)) for item, subject in found if subject is not None]
    return [Content(item, subject, readiness_of(subject)) for item, subject in subjects]


def readiness_of(subject: Any) -> Readiness:
    """Where the latest revision of an object stands."""
    revision = subject.latest_revision
    if revision is None:
        return Readiness.ONLINE if subject.live else Readiness.DRAFT
    if subject.live and subject.live_revision_id == revision.pk:
        return Readiness.ONLINE
    if subject.workflow_in_progress:
        return Readiness.IN_REVIEW
    return Readiness.READY if _is_approved(subject, revision) else Readiness.DRAFT


def _is_approved(subject: Any, revision: Any) -> bool:
    try:
        require_approval(subject, revision)
    except ReviewRefused:
        return False
    return approval_of(revision) is not None


@transaction.atomic
def publish_bundle(*, bundle: Bundle, user: User | None = None) -> Bundle:
    """Put everything online in one transaction: all of it, or nothing.

    Raises BundleNotReady naming what is not approved, NotAllowed for a closed or empty bundle, and whatever the
    publication of an item raises.
    """
    locked = open_bundle(bundle)
    contents = contents_of(locked)
    refuse_unready(contents)
    for content in sorted(contents, key=_order):
        if content.readiness is Readiness.READY:
            content.subject.latest_revision.publish(user=user, skip_permission_checks=True)
    locked.state, locked.failure = Bundle.State.PUBLISHED, ""
    locked.published_at, locked.published_by = timezone.now(), user
    locked.save()
    log(locked, "portal.bundle_published", user=user)
    return locked


def refuse_unready(contents: Sequence[Content]) -> None:
    """Raises BundleNotReady when there is nothing to publish, or something that nobody has approved."""
    waiting = [str(one.subject) for one in contents if one.readiness in (Readiness.DRAFT, Readiness.IN_REVIEW)]
    if waiting:
        raise BundleNotReady(_("Pas encore approuvé\u00a0: %(titles)s.") % {"titles": ", ".join(waiting)})
    if not any(one.readiness is Readiness.READY for one in contents):
        raise BundleNotReady(_("Ce lot ne contient rien à mettre en ligne."))


def publish_due_bundles() -> int:
    """Publish the bundles whose date has come; how many. One that cannot be keeps the reason and loses its date."""
    published = 0
    for bundle in Bundle.objects.filter(state=Bundle.State.OPEN, publish_at__lte=timezone.now()).order_by("publish_at"):
        try:
            publish_bundle(bundle=bundle)
            published += 1
        except Exception as error:
            logger.exception("The bundle %s could not be published.", bundle.pk)
            reason = str(error) if isinstance(error, ReviewRefused) else _("Une erreur est survenue.")
            Bundle.objects.filter(pk=bundle.pk).update(failure=reason, publish_at=None)
    return published


@transaction.atomic
def cancel_bundle(*, bundle: Bundle, user: User) -> Bundle:
    """Give a bundle up: what it holds stays as it is, approved or not, and is published by the usual ways."""
    locked = open_bundle(bundle)
    locked.state = Bundle.State.CANCELLED
    locked.save(update_fields=["state"])
    log(locked, "portal.bundle_cancelled", user=user)
    return locked


def notify_teams(*, bundle: Bundle, address: str) -> int:
    """Tell the members of the bundle's preview teams where to read it; how many were told."""
    members = User.objects.filter(preview_teams__bundles=bundle, is_active=True).exclude(email="").distinct()
    for member in members:
        send_mail(
            _("À prévisualiser\u00a0: %(title)s") % {"title": bundle.title},
            _("Ce lot n’est pas encore en ligne. Lisez-le ici, avec votre compte\u00a0: %(address)s")
            % {"address": address},
            None,
            [member.email],
        )
    return len(members)


def may_preview(bundle: Bundle, user: User) -> bool:
    """Members of its preview teams, and those who prepare bundles."""
    return user.has_perm("portal.view_bundle") or bundle.preview_teams.filter(members=user).exists()


def _order(content: Content) -> tuple[int, int]:
    """Sheets before releases, figures before the pages that show them, pages before those below them."""
    if isinstance(content.subject, Page):
        return 2, content.subject.depth
    return (0, 0) if content.subject._meta.model_name == "indicator" else (1, 0)


def _key(subject: Any) -> dict[str, Any]:
    """Content type and primary key, those of the class of pages for every page."""
    model = Page if isinstance(subject, Page) else type(subject)
    return {"content_type": ContentType.objects.get_for_model(model), "object_id": str(subject.pk)}
