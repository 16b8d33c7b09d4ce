"""`manage.py publish_scheduled`: what an approved date has made due, instead of Wagtail's command of that name.

Each item has a transaction of its own, so one that fails does not stop the others; and what may not go public any more
(its review is outdated) loses its date, with an entry in the log, rather than failing again every twenty seconds.
"""

import logging
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from portal.review import ReviewRefused
from portal.scheduling import take_date_away

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Puts online what is due and takes offline what has expired."""

    help = "Publish what is due and take offline what has expired (safe to repeat)."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--dry-run", "--dryrun", action="store_true", dest="dry_run", help="only say what is due")

    def handle(self, *args: Any, **options: Any) -> None:
        failures = 0
        for what, subject, act in [*expired(), *due()]:
            self.stdout.write(f"{what}: {subject}")
            if not options["dry_run"]:
                failures += not done(act, subject)
        if failures:
            raise CommandError(f"{failures} could not be done; the log says why.")


def expired() -> Iterator[tuple[str, Any, Any]]:
    """Live rows whose approved end has come."""
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and (model is Page or not issubclass(model, Page)):
            for row in model._default_manager.filter(live=True, expire_at__lt=timezone.now()).order_by("expire_at"):
                yield (
                    "expired",
                    row,
                    lambda row=row: row.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled"),
                )


def due() -> Iterator[tuple[str, Any, Any]]:
    """Revisions whose approved date has come, the earliest first."""
    for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by(
        "approved_go_live_at", "pk"
    ):
        yield "due", revision, lambda revision=revision: publish(revision)


def publish(revision: Revision) -> None:
    """Publish exactly the revision that was approved for this date; another process may have done so meanwhile."""
    locked = Revision.objects.select_for_update().filter(pk=revision.pk, approved_go_live_at__isnull=False).first()
    if locked is not None:
        locked.publish(log_action="wagtail.publish.scheduled")


def done(act: Any, subject: Any) -> bool:
    """Do it in a transaction of its own. False when it failed."""
    try:
        with transaction.atomic():
            act()
    except ReviewRefused as refusal:
        take_date_away(subject, refusal)
        return False
    except Exception:
        logger.exception("%s could not be published or taken offline; it will be tried again.", subject)
        return False
    return True
