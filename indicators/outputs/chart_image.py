"""The chart alone, to put into a document: title, unit, chart, source, licence, release; 1200 × 760, twice as large."""

from dataclasses import replace

from django.utils.translation import gettext as _

from indicators.outputs import facts, palette
from indicators.outputs.bar_plot import bar_plot
from indicators.outputs.plot import plot
from indicators.outputs.plot_labels import Box
from indicators.outputs.seen import Bars, bars_seen
from indicators.outputs.svg import document, element, text
from indicators.outputs.typefaces import REGULAR, headline_face, wrapped
from indicators.selectors import IndicatorPage
from portal.branding import Branding
from portal.formatting import labelled, typographic

WIDTH, HEIGHT = 1200, 760
ZOOM = 2
LEFT, ROOM = 48, 1104
CHART = Box(width=ROOM - 12, height=452, text=17, focus=24, stroke=1.35)
TITLE, SMALL = 30, 15


def chart_image(page: IndicatorPage, site: Branding) -> str:
    """The drawing, as SVG."""
    seen = bars_seen(page)
    about = seen.words if seen else ". ".join(filter(None, [facts.span_words(page), facts.unit_words(page)]))
    parts = [*_title(page, about), _figure(page, seen, replace(CHART, accent=site.accent_light)), *_source(page)]
    return document(WIDTH, HEIGHT, parts, background=palette.PAPER)


def _title(page: IndicatorPage, about: str) -> list[str]:
    words = typographic(page.indicator.title)
    face = headline_face(words)
    lines = wrapped(words, face, TITLE, ROOM, most=2)
    drawn = [
        text(line, LEFT, 66 + index * 34 - (len(lines) - 1) * 17, face, TITLE, fill=palette.INK)
        for index, line in enumerate(lines)
    ]
    return [*drawn, *(text(line, LEFT, 112, REGULAR, 17, fill=palette.INK_2) for line in _one_line(about))]


def _one_line(words: str) -> list[str]:
    return wrapped(words, REGULAR, 17, ROOM, most=1)


def _figure(page: IndicatorPage, seen: Bars | None, box: Box) -> str:
    """The bars rise to where the scale of a line chart stands: their heading is the second line of the title."""
    if seen:
        drawing = bar_plot(replace(seen, heading="", about=""), box)
        return element("g", drawing, transform=f"translate({LEFT} 140)")
    drawing = plot(page, box)
    if not drawing:
        words = _("Pas encore de valeur à montrer ici")
        drawing = text(words, 0, 40, headline_face(words), 24, fill=palette.INK)
    return element("g", drawing, transform=f"translate({LEFT} 164)")


def _source(page: IndicatorPage) -> list[str]:
    licence = labelled(_("Licence"), page.indicator.source.licence)
    words = f"{facts.source_words(page)}. {licence}. {facts.release_words(page)}, {facts.readable_address(page)}"
    lines = wrapped(words, REGULAR, SMALL, ROOM, most=2)
    rule = element("path", d=f"M{LEFT} 686.5H{LEFT + ROOM}", stroke=palette.RULE)
    return [rule, *(text(line, LEFT, 712 + i * 22, REGULAR, SMALL, fill=palette.INK_2) for i, line in enumerate(lines))]
