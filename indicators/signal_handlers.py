"""What follows from a publication, inside its transaction."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Revision
from wagtail.signals import published, unpublished

from indicators.models import CoverageGap, Indicator, IssueGoalLink, PeerGroup, Release, Source, Territory
from indicators.services.calendar import mark_published
from indicators.services.judging import rejudge_indicator
from indicators.services.publication import show_release
from portal.generation import renew_generation
from portal.models import Department

CATALOGUE = (Source, Territory, PeerGroup, IssueGoalLink, Department, CoverageGap)
"""Tables without a review whose names stand on public pages."""


def show_published_release(sender: type[Model], instance: Release, revision: Revision, **kwargs: Any) -> None:
    """Wagtail's signal is also sent when a revision is only planned: then nothing shows yet."""
    if instance.live:
        show_release(release=instance, revision=revision)
        mark_published(release=instance)


def judge_again(sender: type[Model], instance: Indicator, **kwargs: Any) -> None:
    """The sheet that is online says what is progress and what is aimed at: its figures are judged by it."""
    if instance.live:
        rejudge_indicator(instance)


def renew_pages(sender: type[Model], **kwargs: Any) -> None:
    """Cached public pages are no longer those of today."""
    renew_generation()


def connect() -> None:
    """Called when the applications are ready."""
    published.connect(show_published_release, sender=Release)
    published.connect(judge_again, sender=Indicator)
    for signal in (published, unpublished):
        signal.connect(renew_pages, sender=Indicator)
    for model in CATALOGUE:
        post_save.connect(renew_pages, sender=model)
        post_delete.connect(renew_pages, sender=model)
