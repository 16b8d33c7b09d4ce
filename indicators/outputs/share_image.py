"""The picture that stands beside a shared link: goal, sentence, trend in words, chart, source; 1200 × 630."""

from dataclasses import replace

from django.utils.translation import gettext as _

from indicators.outputs import facts, palette
from indicators.outputs.bar_plot import bar_plot
from indicators.outputs.headline_drawing import drawn, fitted
from indicators.outputs.plot import plot
from indicators.outputs.plot_labels import Box
from indicators.outputs.seen import bars_seen
from indicators.outputs.signs import SIGNET, band, sign, signet, site_mark
from indicators.outputs.svg import document, element, text
from indicators.outputs.typefaces import BOLD, REGULAR, headline_face, shortened, wrapped
from indicators.selectors import IndicatorPage
from indicators.wording.sentence import headline
from indicators.wording.verdicts import Verdict, target_verdict, trend_verdict
from portal.branding import Branding
from portal.formatting import typographic

WIDTH, HEIGHT = 1200, 630
LEFT, RIGHT = 60, 1140
COLUMN = 500
SIZES = (52, 46, 40, 35, 31, 27)
CHART = Box(width=536, height=330, text=17, focus=25, stroke=1.7)
FOOT = 546
MOST_SIGNETS = 4


def share_image(page: IndicatorPage, site: Branding) -> str:
    """The drawing, as SVG."""
    parts = [band(page.goals, WIDTH, 16), *_title(page), *_sentence(page), _figure(page, site), *_foot(page, site)]
    return document(WIDTH, HEIGHT, parts, background=palette.PAPER)


def _title(page: IndicatorPage) -> list[str]:
    goals = page.goals[:MOST_SIGNETS]
    signets = [signet(goal, LEFT + index * (SIGNET + 8), 68) for index, goal in enumerate(goals)]
    x = LEFT + len(goals) * (SIGNET + 8) + (6 if goals else 0)
    words = typographic(page.indicator.title)
    face = headline_face(words)
    return [*signets, text(shortened(words, face, 23, RIGHT - x), x, 99, face, 23, fill=palette.INK)]


def _sentence(page: IndicatorPage) -> list[str]:
    if page.reading is None or page.latest is None:
        words = _("Pas encore de valeur à montrer ici")
        return [text(words, LEFT, 200, headline_face(words), 40, fill=palette.INK)]
    verdicts = [verdict for verdict in (trend_verdict(page), target_verdict(page)) if verdict and verdict.sign]
    room = 376 - 62 * len(verdicts)
    parts = headline(page.indicator, page.reading, page.latest)
    sentence = fitted(parts, width=COLUMN, height=room, sizes=SIZES)
    pieces, y = drawn(sentence, LEFT, 148), 148 + sentence.height + 24
    for verdict in verdicts:
        pieces += _verdict(verdict, y)
        y += 62
    return pieces


def _verdict(verdict: Verdict, y: float) -> list[str]:
    """The word with its sign, then its subject and its figures in one smaller line."""
    colour = palette.SIGN_COLOURS.get(verdict.sign, palette.INK)
    word = f"{verdict.word} ({_('fragile')})" if verdict.is_fragile else verdict.word
    detail = ", ".join(filter(None, [verdict.subject, verdict.detail]))
    return [
        sign(verdict.sign, LEFT, y + 3, 18),
        text(word, LEFT + 28, y + 20, BOLD, 23, fill=colour),
        text(shortened(detail, REGULAR, 15, COLUMN + 10), LEFT + 28, y + 43, REGULAR, 15, fill=palette.INK_2),
    ]


def _figure(page: IndicatorPage, site: Branding) -> str:
    seen, box = bars_seen(page), replace(CHART, accent=site.accent_light)
    drawing = bar_plot(seen, box) if seen else plot(page, box)
    return element("g", drawing, transform="translate(604 160)")


def _foot(page: IndicatorPage, site: Branding) -> list[str]:
    brand, right = _brand(site)
    return [
        element("path", d=f"M{LEFT} {FOOT + 0.5}H{RIGHT}", stroke=palette.RULE),
        *brand,
        *_lines_at_right([facts.about_words(page), facts.source_words(page)], RIGHT - right - 40),
    ]


def _brand(site: Branding) -> tuple[list[str], float]:
    """Names of the site and of its territory, beside our mark unless the site has its own; and where they end."""
    x = LEFT if site.logo else LEFT + 49
    face = headline_face(site.site_name)
    name, place = shortened(site.site_name, face, 22, 320), shortened(site.territory_name, REGULAR, 16, 320)
    drawn = [
        "" if site.logo else site_mark(LEFT, FOOT + 23, 38),
        text(name, x, FOOT + 40, face, 22, fill=palette.INK),
        text(place, x, FOOT + 60, REGULAR, 16, fill=palette.INK_2),
    ]
    return drawn, x + max(face.width(name, 22), REGULAR.width(place, 16))


def _lines_at_right(paragraphs: list[str], width: float) -> list[str]:
    """At most three lines, all that they can hold: what is about the figure, then its source."""
    lines = [line for words in paragraphs for line in wrapped(words, REGULAR, 15, width, most=2)][:3]
    top = FOOT + 48 - (len(lines) - 1) * 10.5
    return [
        text(line, RIGHT, top + index * 21, REGULAR, 15, fill=palette.INK_2, text_anchor="end")
        for index, line in enumerate(lines)
    ]
