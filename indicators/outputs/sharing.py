"""What a visitor takes from the page of an indicator: addresses with the same choices, code to embed, citation."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from indicators.outputs.citation import bibtex, citation
from indicators.outputs.facts import released_at
from indicators.outputs.share_image import HEIGHT, WIDTH
from indicators.selectors import IndicatorPage
from indicators.selectors.choices import OVER_TIME, Choices
from indicators.wording.figure import chart_description
from portal.branding import Branding
from portal.formatting import typographic

FRAME_HEIGHT = 680
CHART_ALONE = "graphique"


@dataclass(frozen=True, slots=True)
class Sharing:
    """Addresses are whole where another site or a person uses them, from the root of the site elsewhere."""

    chart: str
    picture: str
    pdf: str
    view: str
    embed: str
    embed_code: str
    citation: str
    bibtex: str
    released_at: datetime
    picture_width: int = WIDTH
    picture_height: int = HEIGHT
    picture_words: str = ""


def sharing(page: IndicatorPage, site: Branding) -> Sharing:
    """The outputs of exactly what the page shows."""
    query = choices_query(page.choices)
    base = base_address(page)
    embed = f"{settings.WAGTAILADMIN_BASE_URL}{base}integration/{query}"
    alone = f"{query}&format={CHART_ALONE}" if query else f"?format={CHART_ALONE}"
    return Sharing(
        chart=f"{base}image.png{alone}",
        picture=f"{settings.WAGTAILADMIN_BASE_URL}{base}image.png{query}",
        pdf=f"{base}imprimer.pdf{query}",
        view=f"{settings.WAGTAILADMIN_BASE_URL}{base}{query}",
        embed=embed,
        embed_code=embed_code(embed, typographic(page.indicator.title), site),
        citation=citation(page, site),
        bibtex=bibtex(page, site),
        released_at=released_at(page),
        picture_words=chart_description(page),
    )


def base_address(page: IndicatorPage) -> str:
    """The address of the page, of the current release or of a former one, without its choices."""
    if page.is_current:
        return reverse("indicators:detail", args=[page.indicator.slug])
    return reverse("indicators:version", args=[page.indicator.slug, page.release.number])


def choices_query(choices: Choices) -> str:
    """The query string that makes these choices again; empty when nobody chose."""
    pairs = [("vue", choices.view)] if choices.is_explicit or choices.view != OVER_TIME else []
    pairs += [("t", key) for key in choices.territories]
    pairs += [("periode", choices.period)] if choices.period else []
    pairs += [("c", label) for label in choices.categories]
    pairs += [("zone", choices.zone)] if choices.zone else []
    return f"?{urlencode(pairs)}" if pairs else ""


def embed_code(address: str, title: str, site: Branding) -> str:
    """The element to paste into another page; the title is escaped, the code itself is plain text."""
    name = _("%(title)s, %(site)s") % {"title": title, "site": site.site_name}
    return (
        f'<iframe src="{escape(address)}" title="{escape(name)}" width="100%" height="{FRAME_HEIGHT}" '
        'loading="lazy" style="border:0"></iframe>'
    )
