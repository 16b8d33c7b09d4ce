"""The words at the right of the line chart, laid out twice: for a wide page and for a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from portal.charts.data import ChartSeries, ChartTarget
from portal.charts.labels import Label, spread, wrap
from portal.charts.paths import percent
from portal.formatting import format_number, with_unit

FOCUS, COMPARATOR, TARGET, PROJECTION = "me", "", "tt", "pp"

_WIDE = {"width": 36, "line": 0.044, "focus": 0.05}
_NARROW = {"width": 13, "line": 0.052, "focus": 0.062}
_OWN_COLUMN = 0.3
"""When the end of the axis is this far from the last value, the target has a column of its own on a wide page."""

_NEAR_EDGE, _BESIDE_DISC = 0.9, 0.015
"""Words that would end on the disc of the target end before it."""

LONGEST_UNIT = 3


class Frame(Protocol):
    """Places in the box, as shares of its width and height."""

    def across(self, position: float) -> float: ...

    def down(self, value: float) -> float: ...


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a label: `dy` in em from the line before it (or from the middle of the label for the first)."""

    text: str
    dy: str


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label ready to draw."""

    x: str
    y: str
    kind: str
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class EndLabels:
    """Labels of the lines (they start at the end of their line) and of the target (they end at the right edge)."""

    series: list[PlacedLabel]
    target: list[PlacedLabel]


def end_labels(
    series: Sequence[ChartSeries], frame: Frame, *, unit: str, decimals: int, target: ChartTarget | None, narrow: bool
) -> EndLabels:
    """Place the names of the lines and the words of the target so that none covers another."""
    short = unit if len(unit) <= LONGEST_UNIT else ""
    sizes = _NARROW if narrow else _WIDE
    names = [_series_label(one, frame, short, decimals, sizes) for one in series]
    marks = _target_labels(target, frame, short, decimals, sizes, narrow)
    own_column = not narrow and 1 - max(label.x for label in names) >= _OWN_COLUMN
    placed = [*spread(names), *spread(marks)] if own_column else spread([*names, *marks])
    return EndLabels(
        series=[_placed(label) for label in placed if label.kind in (FOCUS, COMPARATOR)],
        target=[_placed(label) for label in placed if label.kind in (TARGET, PROJECTION)],
    )


def _series_label(one: ChartSeries, frame: Frame, unit: str, decimals: int, sizes: dict[str, float]) -> Label:
    last = one.known[-1]
    text = with_unit(format_number(last.value or 0, decimals), unit)
    lines = wrap(one.short_name, text, int(sizes["width"]))
    height = len(lines) * sizes["focus" if one.is_focus else "line"] + 0.01
    kind = FOCUS if one.is_focus else COMPARATOR
    return Label(lines, frame.across(last.position), frame.down(float(last.value or 0)), height, kind)


def _target_labels(
    target: ChartTarget | None, frame: Frame, unit: str, decimals: int, sizes: dict[str, float], narrow: bool
) -> list[Label]:
    if target is None:
        return []
    disc = frame.across(float(target.year))
    edge = disc - _BESIDE_DISC if disc > _NEAR_EDGE else 1.0
    below = sizes["line"] * 0.8
    text = with_unit(format_number(target.value, None), unit)
    words = _("objectif %(year)s\u00a0: %(value)s") % {"year": target.year, "value": text}
    labels = [Label((words,), edge, frame.down(float(target.value)) + below, sizes["line"] + 0.01, TARGET)]
    if target.projection is not None:
        reached = with_unit(format_number(target.projection, decimals), unit)
        words = reached if narrow else _("au rythme actuel\u00a0: %(value)s") % {"value": reached}
        y = frame.down(float(target.projection)) + below
        labels.append(Label((words,), edge, y, sizes["line"] + 0.01, PROJECTION))
    return labels


def _placed(label: Label) -> PlacedLabel:
    first = 0.35 - 0.55 * (len(label.lines) - 1)
    lines = [TextLine(text, f"{first:.2f}em" if index == 0 else "1.1em") for index, text in enumerate(label.lines)]
    return PlacedLabel(percent(label.x), percent(label.y), label.kind, tuple(lines))
