"""What must follow when a page changes."""

from typing import Any

from wagtail.signals import page_published, page_unpublished, post_page_move

from portal.generation import renew_generation


def forget_cached_pages(sender: Any, **kwargs: object) -> None:
    """A page went online, offline or elsewhere: every cached page may show it."""
    renew_generation()


def connect() -> None:
    """Called once, when the application is ready."""
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(forget_cached_pages, dispatch_uid=f"home-forget-cached-pages-{id(signal)}")
