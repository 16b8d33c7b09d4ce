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
from portal.formatting import format_date
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
    return {
        "breadcrumb": [*_above(page, request), (page.title, "")],
        "parts": parts_of(page),
        "revised_at": page.last_published_at,
        "structured": page_data(page, request),
        "key_figures": key_figures(coverage()) if shows_figures else [],
    }


def parts_of(page: Any) -> list[Part]:
    """The headings of the text; none when there are few."""
    titles = [
        block.value["text"] for block in page.body if block.block_type == "heading" and block.value["level"] == "h2"
    ]
    if len(titles) < LEAST_PARTS or page.layout == page.Layout.EXPLAINER:
        return []
    return [Part(title, slugify(title)[:60]) for title in titles]


def key_figures(found: Coverage) -> list[KeyFigure]:
    """What the observatory says of itself today; the date of the latest update is always among them."""
    tally = found.tally
    latest = max((line.latest for line in found.departments if line.latest), default=None)
    counts = {"improving": tally.improving, "worsening": tally.worsening, "total": tally.assessable}
    return [
        KeyFigure(
            _("%(followed)s sur %(total)s") % {"followed": found.followed, "total": len(found.goals)},
            _("objectifs suivis par au moins un indicateur"),
        ),
        KeyFigure(format_number(tally.indicators), _("indicateurs publiés")),
        *(
            [
                KeyFigure(
                    share_improving(tally),
                    _("des indicateurs évaluables s’améliorent (%(improving)s sur %(total)s)") % counts,
                ),
                KeyFigure(_("%(worsening)s sur %(total)s") % counts, _("se dégradent")),
            ]
            if tally.assessable
            else []
        ),
        *_latest(latest),
    ]


def _latest(moment: datetime | None) -> list[KeyFigure]:
    return [KeyFigure(format_date(moment), _("dernière mise à jour des chiffres"))] if moment else []


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
