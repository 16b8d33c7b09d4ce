"""The pictures that the press may take: the mark of the site, and the one that goes with a shared link."""

from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image

from indicators.models import Goal
from indicators.outputs import palette
from indicators.outputs.png import png
from indicators.outputs.signs import band, site_mark
from indicators.outputs.svg import document, element, text
from indicators.outputs.typefaces import REGULAR, headline_face, shortened, wrapped
from portal.branding import Branding
from portal.formatting import typographic

MARK = 360
MARGIN = 20
WIDTH, HEIGHT = 1200, 630
LEFT, RIGHT = 80, 1120
FOOT = 540
COLOURS = 96
"""Those of the goals, the inks, and the steps between them on the edge of letters: a third of the weight."""


def mark() -> str:
    """The mark of the site alone, in ink on nothing, as SVG."""
    return document(MARK, MARK, [site_mark(MARGIN, MARGIN, MARK - 2 * MARGIN)])


def site_picture(site: Branding) -> str:
    """What the site is, in one picture of 1200 × 630, as SVG (one query)."""
    face = headline_face(site.site_name)
    title = wrapped(site.site_name, face, 84, RIGHT - LEFT, most=2)
    about = _(
        "Où en est %(territory)s dans les 17 objectifs de développement durable\u00a0: "
        "des chiffres publics, comparés et expliqués."
    )
    sentence = wrapped(typographic(about % {"territory": site.territory_name}), REGULAR, 34, RIGHT - LEFT, most=3)
    top = 232 + len(title) * 88
    return document(
        WIDTH,
        HEIGHT,
        [
            band(list(Goal.objects.all()), WIDTH, 28),
            "" if site.logo else site_mark(LEFT, 84, 76),
            *[text(line, LEFT, 250 + rank * 88, face, 84, fill=palette.INK) for rank, line in enumerate(title)],
            *[text(line, LEFT, top + rank * 46, REGULAR, 34, fill=palette.INK_2) for rank, line in enumerate(sentence)],
            element("path", d=f"M{LEFT} {FOOT}.5H{RIGHT}", stroke=palette.RULE),
            text(shortened(site.territory_name, REGULAR, 24, 900), LEFT, FOOT + 46, REGULAR, 24, fill=palette.INK),
        ],
        background=palette.PAPER,
    )


def light_png(drawing: str) -> bytes:
    """The drawing as PNG bytes with few colours, for a page that shows it."""
    made = BytesIO()
    with Image.open(BytesIO(png(drawing))) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()
