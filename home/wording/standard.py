"""What stands around the text of a standard page: where it is, its parts, when it was revised, key figures."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from indicators.selectors.coverage import Coverage, coverage
from indicators.wording.coverage import share_improving
from portal.branding import branding
from portal.formatting.numbers import format_number
from portal.public_pages import generation_of
from portal.structured_data import CONTEXT, Data, absolute, organization

FIRST_LEVEL = 3
LEAST_PARTS = 4
"""A page with fewer parts is seen at a glance."""
KINDS = {"a-propos": "AboutPage", "contact": "ContactPage"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text, and its place in the page."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number, and what it counts."""

    value: str
    about: str


def standard_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    """One query for a page below another one; six more when the page shows key figures."""
    shows_figures = page.layout in (page.Layout.PRESS, page.Layout.EXPLAINER)
    found = coverage() if shows_figures else None
    return {
        "breadcrumb": [*_above(page, request), (page.title, "")],
        "parts": parts_of(page),
        "revised_at": page.last_published_at,
        "structured": page_data(page, request),
        "key_figures": key_figures(found) if found else [],
        "latest": latest_of(found) if found else None,
    }


def parts_of(page: Any) -> list[Part]:
    """The headings of the text; none when there are few, or when the page has its own arrangement."""
    titles = [
        block.value["text"] for block in page.body if block.block_type == "heading" and block.value["level"] == "h2"
    ]
    if len(titles) < LEAST_PARTS or page.layout in (page.Layout.PRESS, page.Layout.EXPLAINER):
        return []
    return [Part(title, slugify(title)[:60]) for title in titles]


def key_figures(found: Coverage) -> list[KeyFigure]:
    """What the observatory says of itself: what it follows, what improves and what worsens, side by side."""
    tally = found.tally
    counts = {"improving": tally.improving, "worsening": tally.worsening, "total": tally.assessable}
    followed = _("%(followed)s sur %(total)s") % {"followed": found.followed, "total": len(found.goals)}
    figures = [
        KeyFigure(followed, _("objectifs suivis par au moins un indicateur")),
        KeyFigure(format_number(tally.indicators), _("indicateurs publiés")),
    ]
    if not tally.assessable:
        return figures
    improving = _("%(improving)s sur %(total)s") % counts
    worsening = _("%(worsening)s sur %(total)s") % counts
    about = _("indicateurs évaluables s’améliorent, soit %(share)s") % {"share": share_improving(tally)}
    return [*figures, KeyFigure(improving, about), KeyFigure(worsening, _("indicateurs évaluables se dégradent"))]


def latest_of(found: Coverage) -> datetime | None:
    """When figures were last published."""
    return max((line.latest for line in found.departments if line.latest), default=None)


def page_data(page: Any, request: HttpRequest) -> Data:
    """The page as search engines read it."""
    identity = branding(generation=generation_of(request))
    data = {
        "@context": CONTEXT,
        "@type": KINDS.get(page.slug, "WebPage"),
        "name": page.title,
        "description": page.search_description or page.introduction,
        "url": absolute(page.get_url(request) or ""),
        "inLanguage": get_language(),
        "dateModified": page.last_published_at.isoformat() if page.last_published_at else "",
        "publisher": organization(identity),
    }
    return {name: value for name, value in data.items() if value}


def _above(page: Any, request: HttpRequest) -> list[tuple[str, str]]:
    """The pages of text above this one."""
    if page.depth <= FIRST_LEVEL:
        return []
    found = Page.objects.filter(depth__gte=FIRST_LEVEL, depth__lt=page.depth).ancestor_of(page)
    return [(above.title, above.get_url(request) or "") for above in found]
