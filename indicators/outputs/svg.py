"""SVG by hand: every text and attribute is escaped, numbers are written without the decimal mark of the language."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from indicators.outputs.palette import PAPER
from indicators.outputs.typefaces import Typeface

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DOT = re.compile(r"M([-\d.]+) ([-\d.]+)h0")
_STEP = re.compile(r"([MLHVh])([-\d. ]+)")


def element(tag: str, content: str = "", /, **attributes: object) -> str:
    """`<tag …>content</tag>`: `content` is SVG already; names of attributes write `_` for `-`."""
    pairs = "".join(
        f" {name.replace('_', '-')}={quoteattr(_plain(value))}" for name, value in attributes.items() if value != ""
    )
    return f"<{tag}{pairs}>{content}</{tag}>"


def text(words: str, x: float, y: float, face: Typeface, size: float, **attributes: object) -> str:
    """A line of text whose baseline stands at `y`."""
    look = {"font_family": face.family, "font_weight": face.weight, "font_size": size}
    return element("text", escape(_clean(words)), x=x, y=y, **look, **attributes)


def grounded(words: str, x: float, y: float, face: Typeface, size: float, *, fill: str, anchor: str = "start") -> str:
    """A line of text on a ground of paper, so that what is drawn behind does not cross it."""
    width = face.width(words, size)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    ground = element("rect", x=left - 2, y=y - size * 0.82, width=width + 4, height=size * 1.08, fill=PAPER)
    return ground + text(words, x, y, face, size, fill=fill, text_anchor=anchor)


def discs(data: str, across: float, down: float, radius: float, fill: str) -> list[str]:
    """The dots of our charts as circles: zero-length strokes are lost in PDF."""
    places = [(float(x) * across, float(y) * down) for x, y in _DOT.findall(data)]
    return [element("circle", cx=x, cy=y, r=radius, fill=fill) for x, y in places]


def document(width: int, height: int, parts: Sequence[str], *, background: str = "") -> str:
    """The whole drawing, on a ground of its own when one is given."""
    ground = [element("rect", width=width, height=height, fill=background)] if background else []
    box = {"width": width, "height": height, "viewBox": f"0 0 {width} {height}"}
    return element("svg", "".join([*ground, *parts]), xmlns="http://www.w3.org/2000/svg", **box)


def stretched(data: str, across: float, down: float) -> str:
    """Path data of our charts (`M`, `L`, `H`, `V` and `h0`), each place multiplied."""
    return _STEP.sub(lambda step: step[1] + _scaled(step[1], step[2], across, down), data)


def _scaled(letter: str, numbers: str, across: float, down: float) -> str:
    factors = {"H": (across,), "h": (across,), "V": (down,)}.get(letter, (across, down))
    values = zip(map(float, numbers.split()), factors, strict=True)
    return " ".join(f"{value * factor:.2f}" for value, factor in values)


def _plain(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else _clean(str(value))


def _clean(words: str) -> str:
    """Without the characters that XML refuses."""
    return _FORBIDDEN.sub("", words)
