"""The words around an article: what it is, who wrote it, when, how long it takes."""

from dataclasses import dataclass
from math import ceil
from typing import Any

from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.blocks.resolving import Figure, Figures
from indicators.blocks.wording import figure_words
from indicators.wording.sentence import figure as value_words
from portal.branding import branding
from portal.formatting import format_date, format_period
from portal.public_pages import generation_of
from portal.structured_data import Data, article
from sdg_pages.selectors.reading_list import kind_label, resources_near

WORDS_A_MINUTE = 200
"""A usual pace of silent reading of French and English prose on a screen (Brysbaert 2019 gives 238 for English)."""


def reading_minutes(page: Any) -> int:
    """Minutes that the body takes to read, at least one."""
    words = " ".join(page.body.stream_block.get_searchable_content(page.body)).split()
    return max(1, ceil(len([word for word in words if strip_tags(word)]) / WORDS_A_MINUTE))


def byline(page: Any) -> str:
    """« Analyse. Équipe de la plateforme RSE, 3 novembre 2026. Quatre minutes de lecture. »."""
    day = format_date(page.first_published_at or page.latest_revision_created_at)
    signature = f"{page.signed_by}, {day}." if page.signed_by else _("Le %(day)s.") % {"day": day}
    minutes = reading_minutes(page)
    length = ngettext("Une minute de lecture.", "%(count)s minutes de lecture.", minutes) % {"count": minutes}
    return f"{kind_label(page)}. {signature} {length} " + _("Relu avant publication.")


@dataclass(frozen=True, slots=True)
class Beside:
    """A link in the column beside a text, with a line about it."""

    title: str
    address: str
    about: str


def around(page: Any, figures: Figures, request: HttpRequest) -> dict[str, Any]:
    """What stands around the body of an article, a resource or an event."""
    index = page.get_parent()
    home = index.get_url(request) or ""
    return {
        "breadcrumb": [(index.title, home), (page.get_axis_display(), f"{home}?axe={page.axis}"), (page.title, "")],
        "byline": byline(page),
        "shown_figures": [beside for figure in figures.all() if (beside := _beside(figure))],
        "to_do": [
            Beside(one.title, one.get_url(request) or "", ", ".join(filter(None, [one.provider, one.cost])))
            for one in resources_near(page)
        ],
        "structured": article_data(page, request),
    }


def article_data(page: Any, request: HttpRequest) -> Data:
    """The page as search engines read it."""
    return article(
        page.title,
        address=page.get_url(request) or "",
        identity=branding(generation=generation_of(request)),
        description=page.search_description or page.summary,
        published=page.first_published_at,
        modified=page.last_published_at,
        author=page.signed_by,
    )


def _beside(figure: Figure) -> Beside | None:
    """« 5,6 %, 4e trimestre 2023, Loire-Atlantique. S’améliore. Insee, mise à jour du 25 novembre 2026. »."""
    words = figure_words(figure)
    if words is None or figure.latest is None:
        return None
    value = value_words(figure.indicator, figure.latest)
    about = f"{value}, {format_period(figure.latest.period)}, {words.place}. {words.word}."
    source = _("%(producer)s, mise à jour du %(day)s.") % {"producer": words.origin.producer, "day": words.origin.day}
    return Beside(words.title, words.origin.current, f"{about} {source}")
