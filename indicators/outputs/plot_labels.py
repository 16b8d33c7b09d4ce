"""The words at the end of the lines of a drawn chart, measured with the faces that they are drawn with."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from indicators.outputs import palette
from indicators.outputs.svg import grounded
from indicators.outputs.typefaces import MEDIUM, Typeface, headline_face, shortened
from portal.charts.data import ChartSeries, ChartTarget
from portal.charts.end_labels import LONGEST_UNIT
from portal.charts.labels import Label, spread, wrap
from portal.charts.line import Frame
from portal.formatting import format_number, with_unit

GAP = 12.0
LEADING = 1.16
FOCUS, COMPARATOR, TARGET, PROJECTION = "focus", "comparator", "target", "projection"
COLOURS = {COMPARATOR: palette.INK_2, TARGET: palette.UP}


@dataclass(frozen=True, slots=True)
class Box:
    """The place of a chart in a drawing: its size, that of its words, how thick its lines are, the focus's colour."""

    width: float
    height: float
    text: float
    focus: float
    stroke: float
    accent: str = palette.LOIRE


def end_words(
    series: Sequence[ChartSeries], target: ChartTarget | None, frame: Frame, box: Box, *, unit: str, decimals: int
) -> list[str]:
    """Names and last values of the lines, then the words of the target, none above another."""
    short = unit if len(unit) <= LONGEST_UNIT else ""
    names = [
        _name(one, frame, box, short, decimals) for one in series if one.known and one.known[-1].position >= frame.first
    ]
    now = next(one.known[-1].value or Decimal(0) for one in series if one.is_focus)
    marks = _marks(now, target, frame, box, short, decimals)
    apart = _right_edge(names, box) + GAP < _left_edge(marks, box)
    placed = [*spread(names), *spread(marks)] if apart else spread([*names, *marks])
    return [drawn for label in placed for drawn in _drawn(label, box)]


def _face(label: Label) -> Typeface:
    return headline_face(" ".join(label.lines)) if label.kind == FOCUS else MEDIUM


def _size(kind: str, box: Box) -> float:
    return box.focus if kind == FOCUS else box.text


def _name(one: ChartSeries, frame: Frame, box: Box, unit: str, decimals: int) -> Label:
    last = one.known[-1]
    value = with_unit(format_number(last.value or 0, decimals), unit)
    kind = FOCUS if one.is_focus else COMPARATOR
    size, x = _size(kind, box), frame.across(last.position) * box.width + GAP
    lines = _lines(
        one.short_name, value, headline_face(one.short_name) if one.is_focus else MEDIUM, size, box.width - x
    )
    return Label(lines, x, frame.down(float(last.value or 0)), _share(len(lines), size, box), kind)


def _lines(name: str, value: str, face: Typeface, size: float, room: float) -> tuple[str, ...]:
    """The name and its value on one line when they fit in the room, else on several."""
    whole = f"{name} {value}"
    letters = int(room * len(whole) / face.width(whole, size))
    return tuple(shortened(line, face, size, room) for line in wrap(name, value, letters))


def _marks(now: Decimal, target: ChartTarget | None, frame: Frame, box: Box, unit: str, decimals: int) -> list[Label]:
    """The words of the target under its disc and those of the projection on the side that its line does not take."""
    if target is None:
        return []
    end, aim = frame.across(float(target.year)) * box.width, float(target.value)
    words = _("objectif %(year)s\u00a0: %(value)s")
    words %= {"year": target.year, "value": with_unit(format_number(target.value, None), unit)}
    if target.projection is None:
        return [_mark(words, end, frame.down(aim), box, TARGET)]
    reached, rises = float(target.projection), target.projection > now
    near = 0 < frame.down(reached) - frame.down(aim) < 3.2 * box.text / box.height
    pace = _("au rythme actuel\u00a0: %(value)s")
    pace %= {"value": with_unit(format_number(target.projection, decimals), unit)}
    return [
        _mark(words, end, frame.down(aim), box, TARGET, above=rises and near),
        _mark(pace, end, frame.down(reached), box, PROJECTION, above=rises),
    ]


def _mark(words: str, end: float, y: float, box: Box, kind: str, *, above: bool = False) -> Label:
    """Beside its disc, which it ends with; whole inside the drawing."""
    away = (6.5 * box.stroke + 0.62 * box.text) / box.height
    right = max(end, MEDIUM.width(words, box.text))
    return Label((words,), right, y - away if above else y + away, _share(1, box.text, box), kind)


def _share(lines: int, size: float, box: Box) -> float:
    return (lines * size * LEADING + 2) / box.height


def _right_edge(names: Sequence[Label], box: Box) -> float:
    return max(
        label.x + max(_face(label).width(line, _size(label.kind, box)) for line in label.lines) for label in names
    )


def _left_edge(marks: Sequence[Label], box: Box) -> float:
    edges = [label.x - MEDIUM.width(line, box.text) for label in marks for line in label.lines]
    return min(edges, default=float("inf"))


def _drawn(label: Label, box: Box) -> list[str]:
    size, face = _size(label.kind, box), _face(label)
    first = label.y * box.height - (len(label.lines) - 1) * size * LEADING / 2 + size * 0.35
    fill = COLOURS.get(label.kind, box.accent)
    anchor = "end" if label.kind in (TARGET, PROJECTION) else "start"
    return [
        grounded(line, label.x, first + index * size * LEADING, face, size, fill=fill, anchor=anchor)
        for index, line in enumerate(label.lines)
    ]
