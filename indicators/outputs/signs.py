"""The sign of a verdict, the signet of a goal and the mark of the site, drawn as the style sheet draws them."""

from collections.abc import Sequence

from indicators.models import Goal
from indicators.outputs import palette
from indicators.outputs.svg import element, text
from indicators.outputs.typefaces import DISPLAY

_FULL: dict[str, str] = {
    "up": "M7 1.2 13 12.5H1z",
    "down": "M7 12.8 13 1.5H1z",
    "flat": "M1 5h12v4H1z",
    "up2": "M7 .5 13 6.5H1zM7 7.5 13 13.5H1z",
    "down2": "M7 13.5 13 7.5H1zM7 6.5 13 .5H1z",
}
_DRAWN: dict[str, tuple[str, float]] = {
    "nodata": ("M7 2.4a4.6 4.6 0 1 0 .01 0z", 2),
    "slow": ("M7 1.5a5.5 5.5 0 1 0 .01 0zM7 3.5V7h2.5", 2),
    "ok": ("M1.5 7.5l3.5 3.5 7.5-8", 2.4),
    "late": ("M7 1v8M2 12.8h10M3.5 6L7 9.5 10.5 6", 2.2),
}
_SIDE = 14
SIGNET = 46


def sign(name: str, x: float, y: float, size: float) -> str:
    """The sign of that name (a class of the style sheet) in a square whose corner is x, y; empty when unknown."""
    colour = palette.SIGN_COLOURS.get(name, palette.INK)
    if name in _FULL:
        drawn = element("path", d=_FULL[name], fill=colour)
    elif name in _DRAWN:
        data, thick = _DRAWN[name]
        drawn = element("path", d=data, fill="none", stroke=colour, stroke_width=thick)
    else:
        return ""
    return element("g", drawn, transform=f"translate({x:.1f} {y:.1f}) scale({size / _SIDE:.3f})")


def signet(goal: Goal, x: float, y: float, size: float = SIGNET) -> str:
    """The number of a goal on its official colour."""
    fill, ink = palette.GOALS[goal.number]
    number = text(str(goal.number), x + size / 2, y + size * 0.68, DISPLAY, size * 0.54, fill=ink, text_anchor="middle")
    return element("rect", x=x, y=y, width=size, height=size, rx=2, fill=fill) + number


def band(goals: Sequence[Goal], width: float, height: float) -> str:
    """The colours of the goals along the top, equal parts; ink without a goal."""
    fills = [palette.GOALS[goal.number][0] for goal in goals] or [palette.INK]
    part = width / len(fills)
    return "".join(
        element("rect", x=index * part, width=part + 0.5, height=height, fill=fill) for index, fill in enumerate(fills)
    )


def site_mark(x: float, y: float, size: float) -> str:
    """The ring of dashes and the rising line of the observatory."""
    look = {"fill": "none", "stroke": palette.INK}
    ring = element("circle", cx=18, cy=18, r=15.5, stroke_width=4, stroke_dasharray="4.05 1.678", **look)
    line = element(
        "path",
        d="M8.5 22.5l6-5.5 4.5 3.5 8.5-8.5",
        stroke_width=3,
        stroke_linecap="round",
        stroke_linejoin="round",
        **look,
    )
    return element("g", ring + line, transform=f"translate({x:.1f} {y:.1f}) scale({size / 36:.3f})")
