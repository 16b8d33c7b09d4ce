"""Dates of publication that cannot be kept."""

import logging
from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Revision

from portal.review import ReviewRefused

logger = logging.getLogger(__name__)


@transaction.atomic
def take_date_away(subject: Any, refusal: ReviewRefused) -> None:
    """A revision that may not go public loses its date and stays a draft; the log says why."""
    logger.error("%s was not published at its date: %s", subject, refusal)
    if isinstance(subject, Revision):
        Revision.objects.filter(pk=subject.pk).update(approved_go_live_at=None)
        log(subject.as_object(), "portal.unscheduled", revision=subject, data={"reason": str(refusal)})
