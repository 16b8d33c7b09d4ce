"""A cloud of points, one a territory: two values, each on its own axis, both from a round value below the lowest."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.charts.axes import XTick, YTick, y_ticks
from portal.charts.paths import percent
from portal.charts.scale import Axis, value_axis
from portal.formatting import format_number, with_unit

LONGEST_UNIT = 2


@dataclass(frozen=True, slots=True)
class ScatterInput:
    """A point; `label` is written beside it when it is not empty."""

    across: Decimal
    up: Decimal
    label: str = ""
    is_focus: bool = False


@dataclass(frozen=True, slots=True)
class ScatterPoint:
    """Where a point stands, in SVG percentages; `anchor` keeps its label inside the drawing."""

    x: str
    y: str
    label: str
    anchor: str
    is_focus: bool


@dataclass(frozen=True, slots=True)
class Scatter:
    """Everything that `portal/charts/scatter.html` draws; the focus comes last, on top of the others."""

    description: str
    points: list[ScatterPoint]
    x_ticks: list[XTick]
    y_ticks: list[YTick]


def scatter(inputs: Sequence[ScatterInput], *, description: str, units: tuple[str, str] = ("", "")) -> Scatter:
    """Place the points (at least one); `units` are those of the horizontal and of the vertical axis."""
    across = value_axis([float(one.across) for one in inputs])
    up = value_axis([float(one.up) for one in inputs])
    ordered = sorted(inputs, key=lambda one: (one.is_focus, bool(one.label)))
    points = [_point(one, across, up) for one in ordered]
    return Scatter(description, points, _x_ticks(across, units[0]), y_ticks(up, units[1]))


def _point(one: ScatterInput, across: Axis, up: Axis) -> ScatterPoint:
    share = across.share(float(one.across))
    anchor = "end" if share > 0.6 else "start"
    return ScatterPoint(percent(share), percent(1 - up.share(float(one.up))), one.label, anchor, one.is_focus)


def _x_ticks(axis: Axis, unit: str) -> list[XTick]:
    texts = [format_number(Decimal(repr(round(value, 9))), axis.decimals if value else 0) for value in axis.ticks]
    if len(unit) <= LONGEST_UNIT:
        texts[-1] = with_unit(texts[-1], unit)
    ends = {0: "start", len(texts) - 1: "end"}
    return [
        XTick(percent(axis.share(value)), text, ends.get(rank, "middle"))
        for rank, (value, text) in enumerate(zip(axis.ticks, texts, strict=True))
    ]
