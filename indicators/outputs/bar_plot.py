"""The categories of a breakdown as bars: every bar starts at zero, a category without a value says why."""

from django.utils.translation import ngettext

from indicators.outputs import palette
from indicators.outputs.plot import share
from indicators.outputs.plot_labels import Box
from indicators.outputs.seen import Bars
from indicators.outputs.svg import element, text
from indicators.outputs.typefaces import BOLD, MEDIUM, REGULAR, shortened, wrapped
from portal.charts import Bar

NAMES, GAP = 0.44, 12.0
"""Share of the width for the names; space between columns."""

LEAST_ROW, HIGHEST_ROW = 2.1, 2.5
"""In em."""


def bar_plot(seen: Bars, box: Box) -> str:
    """The bars under their heading, as many as the box holds; the others are counted."""
    height = box.height + 1.6 * box.text  # no period stands under the bars
    most = int(height / (box.text * LEAST_ROW)) - 1
    shown = seen.bars if len(seen.bars) <= most else seen.bars[: most - 1]
    hidden = len(seen.bars) - len(shown)
    row = min(box.text * HIGHEST_ROW, height / (len(shown) + 1 + bool(hidden)))
    words = shortened(seen.words, REGULAR, box.text, box.width)
    parts = [text(words, 0, 0, REGULAR, box.text, fill=palette.INK_2)] if words else []
    figures = max((BOLD.width(bar.text, box.text) for bar in shown if bar.has_value), default=0.0)
    for index, bar in enumerate(shown):
        parts += _row(bar, box.text + index * row, row, box, figures)
    if hidden:
        words = ngettext("et %(count)s autre", "et %(count)s autres", hidden) % {"count": hidden}
        parts.append(text(words, 0, (len(shown) + 0.6) * row + box.text, REGULAR, box.text, fill=palette.INK_2))
    return element("g", "".join(parts))


def _row(bar: Bar, top: float, row: float, box: Box, figures: float) -> list[str]:
    size, base = box.text, top + row / 2 + box.text * 0.35
    names = box.width * NAMES
    label = f"{bar.group} {bar.label}".strip()
    drawn = _name(label, base, row, names - GAP, size)
    if not bar.has_value:
        return [*drawn, text(bar.text, names, base, REGULAR, size, fill=palette.INK_2)]
    drawn.append(text(bar.text, names + figures, base, BOLD, size, fill=palette.INK, text_anchor="end"))
    left = names + figures + GAP
    return [*drawn, *_bar(bar, box, left, top, row)]


def _name(label: str, base: float, row: float, room: float, size: float) -> list[str]:
    """On one line when it fits, else on two smaller ones."""
    if MEDIUM.width(label, size) <= room:
        return [text(label, 0, base, MEDIUM, size, fill=palette.INK)]
    small = min(size * 0.82, row / 2.15)
    lines = wrapped(label, MEDIUM, small, room, most=2)
    first = base - (len(lines) - 1) * small * 0.56
    return [
        text(line, 0, first + index * small * 1.12, MEDIUM, small, fill=palette.INK) for index, line in enumerate(lines)
    ]


def _bar(bar: Bar, box: Box, left: float, top: float, row: float) -> list[str]:
    """The bar from zero, then the tick of the reference and the whisker of the confidence interval over it."""
    fill, room = palette.CMP if bar.kind in ("tot", "peer") else box.accent, box.width - left
    start, length = left + share(bar.start) * room, share(bar.length) * room
    drawn = [
        element("rect", x=start, y=top + row * 0.24, width=length, height=row * 0.52, fill=fill),
        element("path", d=f"M{left:.1f} {top:.1f}v{row:.1f}", stroke=palette.INK, stroke_width=1.5),
    ]
    if bar.tick:
        x = left + share(bar.tick) * room
        mark = {"stroke": palette.INK, "stroke_width": 3}
        drawn.append(element("path", d=f"M{x:.1f} {top + row * 0.14:.1f}v{row * 0.72:.1f}", **mark))
    if bar.whisker:
        low, span = (share(part) * room for part in bar.whisker)
        drawn.append(element("path", d=f"M{left + low:.1f} {top + row / 2:.1f}h{span:.1f}", stroke=palette.INK))
    return drawn
