"""What must follow when something of the kernel that pages show changes."""

from typing import Any

from django.db.models.signals import pre_save
from wagtail.images import get_image_model
from wagtail.signals import published, unpublished

from portal.generation import renew_generation
from portal.models import Term
from portal.photo_traces import forget_traces


def renew_pages(sender: Any, **kwargs: object) -> None:
    """A term went online or offline: every cached page may explain it."""
    renew_generation()


def connect() -> None:
    """Called once, when the application is ready."""
    for signal in (published, unpublished):
        signal.connect(renew_pages, sender=Term, dispatch_uid=f"portal-renew-pages-{id(signal)}")
    pre_save.connect(forget_traces, sender=get_image_model(), dispatch_uid="portal-forget-traces")
