"""The index follows what is published and withdrawn, after the commit and at once: an entry is small."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
    published,
    unpublished,
)

from home.search.rebuilding import forget_deleted_page, rebuild_all, refresh_indicator, refresh_pages
from indicators.models import Indicator, Publication
from portal.findable import findables_changed
from portal.models import Term


def after_commit(job: Callable[[], object]) -> None:
    """A search that cannot follow is logged; it never undoes a publication."""
    transaction.on_commit(job, robust=True)


def page_changed(sender: Any, instance: Page, **kwargs: object) -> None:
    """A page went online, offline or elsewhere, with those below it."""
    after_commit(partial(refresh_pages, instance.path))


def page_deleted(sender: Any, instance: Any, **kwargs: object) -> None:
    """Sent for every model: only pages matter here."""
    if isinstance(instance, Page):
        after_commit(partial(forget_deleted_page, instance.pk))


def indicator_changed(sender: Any, instance: Indicator, **kwargs: object) -> None:
    """Its sheet went online or offline."""
    after_commit(partial(refresh_indicator, instance.pk))


def figures_changed(sender: Any, instance: Publication, **kwargs: object) -> None:
    """Its figures were published or withdrawn."""
    after_commit(partial(refresh_indicator, instance.indicator_id))


def others_changed(sender: Any, **kwargs: object) -> None:
    """What stands in the slot has changed: everything is compared, little is written."""
    after_commit(rebuild_all)


def connect() -> None:
    """Called once, when the application is ready."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(page_changed, dispatch_uid=f"home-search-page-{id(signal)}")
    post_delete.connect(page_deleted, dispatch_uid="home-search-page-deleted")
    for signal in (published, unpublished):
        signal.connect(indicator_changed, sender=Indicator, dispatch_uid=f"home-search-indicator-{id(signal)}")
        signal.connect(others_changed, sender=Term, dispatch_uid=f"home-search-term-{id(signal)}")
    for signal in (post_save, post_delete):
        signal.connect(figures_changed, sender=Publication, dispatch_uid=f"home-search-figures-{id(signal)}")
    findables_changed.connect(others_changed, dispatch_uid="home-search-others")
