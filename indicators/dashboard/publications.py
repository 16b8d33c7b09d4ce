"""« Dernières publications »: by whom and reviewed by whom, and those planned."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from indicators.models import Publication, Release
from indicators.permissions import visible_releases
from indicators.states import with_date
from portal import dashboard
from portal.dashboard import LINES, PublishedLine
from portal.models import FourEyesTaskState


def publications(user: Any) -> tuple[list[PublishedLine], list[PublishedLine]]:
    """The latest ones, figures and pages together, and those planned that this person may see (six queries)."""
    lines = figure_lines() + page_lines() + planned_lines(user) + dashboard.PUBLISHED.gather(user)
    done = sorted((one for one in lines if not one.is_planned), key=lambda one: one.moment, reverse=True)
    planned = sorted((one for one in lines if one.is_planned), key=lambda one: one.moment)
    return done[:LINES], planned[:LINES]


def figure_lines() -> list[PublishedLine]:
    """Public figures (one query)."""
    rows = Publication.objects.select_related("indicator", "release__created_by", "published_by")
    return [
        PublishedLine(
            title=str(row.indicator),
            address=reverse("indicators:detail", args=[row.indicator.slug]),
            about=by_and_reviewed_by(row.release.created_by, row.published_by),
            moment=row.published_at,
        )
        for row in rows.filter(indicator__live=True).order_by("-published_at", "-pk")[:LINES]
    ]


def page_lines() -> list[PublishedLine]:
    """Public pages that went through a review (two queries)."""
    pages = Page.objects.live().filter(live_revision__isnull=False, alias_of=None, last_published_at__isnull=False)
    latest = list(pages.select_related("live_revision__user").order_by("-last_published_at", "-pk")[:LINES])
    reviewers = reviewers_of(page.live_revision_id for page in latest)
    return [
        PublishedLine(
            title=page.title,
            address=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            about=by_and_reviewed_by(page.live_revision.user, reviewers.get(page.live_revision_id)),
            moment=page.last_published_at,
        )
        for page in latest
    ]


def reviewers_of(revisions: Iterable[int]) -> dict[int, Any]:
    """Who approved each of these revisions last (one query)."""
    approved = FourEyesTaskState.objects.filter(
        revision__in=list(revisions), status=FourEyesTaskState.STATUS_APPROVED, finished_by__isnull=False
    )
    return {state.revision_id: state.finished_by for state in approved.select_related("finished_by").order_by("pk")}


def planned_lines(user: Any) -> list[PublishedLine]:
    """Approved revisions that wait for their date: figures that this person may see, and pages (three queries)."""
    planned = Revision.objects.filter(approved_go_live_at__isnull=False).order_by("approved_go_live_at")
    dated = with_date(visible_releases(user)).filter(is_planned=True)
    releases = planned.filter(
        base_content_type=Release.get_base_content_type(),
        object_id__in=[str(pk) for pk in dated.values_list("pk", flat=True)],
    )
    pages = planned.filter(base_content_type=ContentType.objects.get_for_model(Page))
    found = [*releases[:LINES], *pages[:LINES]]
    return [planned_line(revision) for revision in found]


def planned_line(revision: Revision) -> PublishedLine:
    """What will go online, and when."""
    is_page = revision.base_content_type_id == ContentType.objects.get_for_model(Page).pk
    name = "wagtailadmin_pages:edit" if is_page else "wagtailsnippets_indicators_release:edit"
    return PublishedLine(
        title=revision.object_str or _("Sans titre"),
        address=reverse(name, args=[revision.object_id]),
        about=_("Programmée, approuvée"),
        moment=revision.approved_go_live_at,
        is_planned=True,
    )


def by_and_reviewed_by(author: Any, reviewer: Any) -> str:
    """« Par Inès Le Goff, relu par Yanis Morel »."""
    if author and reviewer:
        return _("Par %(author)s, relu par %(reviewer)s") % {"author": author, "reviewer": reviewer}
    return _("Par %(author)s") % {"author": author} if author else _("Mis en ligne par le site")
