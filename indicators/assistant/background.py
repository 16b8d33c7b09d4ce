"""Long files are read and written by a task, so that no page keeps anybody waiting; short ones at once."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from indicators.models import Upload
from indicators.services.upload_reading import UploadReading
from portal.models import User

LONG = 2_000_000
"""Bytes from which a file is read by a task."""
MANY = 20_000
"""Values from which a release is written by a task."""
DONE = 100
STALLED = timedelta(minutes=15)


def is_long(upload: Upload) -> bool:
    """Does reading this file take more than about two seconds?"""
    return upload.size > LONG


def start_reading(upload: Upload) -> None:
    """Ask for the file to be read; nothing when a task is at it already, however many pages ask at once."""
    from indicators.tasks import read_file

    free = Upload.objects.filter(pk=upload.pk).exclude(under_way())
    if not free.update(progress=1, saved_at=timezone.now()):
        return
    language = get_language() or "fr"
    transaction.on_commit(lambda: read_file.enqueue(upload.pk, language))


def is_waiting(upload: Upload) -> bool:
    """Is the file being read, or its release being written, right now? A task that died is not waited for for ever."""
    return 0 < upload.progress < DONE and upload.saved_at > timezone.now() - STALLED


def under_way() -> Q:
    """The same, for the database."""
    return Q(progress__gt=0, progress__lt=DONE, saved_at__gt=timezone.now() - STALLED)


def is_many(found: UploadReading) -> bool:
    """Does writing these values take more than about two seconds?"""
    return len(found.reading.table) > MANY


def start_writing(upload: Upload, user: User, data: Mapping[str, Any]) -> None:
    """Ask for the release of this file to be written and submitted; `data` is that of the valid form."""
    from indicators.tasks import write_file

    wish = data.get("go_live_at")
    texts = {name: data[name] for name in ("message", "note_fr", "note_en", "is_correction")}
    language = get_language() or "fr"
    transaction.on_commit(
        lambda: write_file.enqueue(upload.pk, user.pk, {**texts, "go_live_at": wish and wish.isoformat()}, language)
    )
