"""What must follow when something of the kernel that pages show changes."""

from typing import Any

from wagtail.signals import published, unpublished

from portal.generation import renew_generation
from portal.models import Term


def renew_pages(sender: Any, **kwargs: object) -> None:
    """A term went online or offline: every cached page may explain it."""
    renew_generation()


def connect() -> None:
    """Called once, when the application is ready."""
    for signal in (published, unpublished):
        signal.connect(renew_pages, sender=Term, dispatch_uid=f"portal-renew-pages-{id(signal)}")
