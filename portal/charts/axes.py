"""The ticks of the line chart, in words and percentages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from portal.charts.data import ChartSeries, ChartTarget
from portal.charts.paths import percent
from portal.charts.scale import Axis, round_years, spaced, value_axis
from portal.formatting import format_number, with_unit

WHOLE = 100.0
"""An axis of percentages does not go beyond the whole when no value does."""

ROOM_FOR_LABELS = 0.26
"""Share of the width kept free at the right of the last value for the names of the lines."""

LEAST_DISTANCE, LONG_DISTANCE, SHORT_LABEL = 0.13, 0.25, 5
"""Share of the width between two labels under the chart: more when one is longer than « 2024 »."""


@dataclass(frozen=True, slots=True)
class YTick:
    """A label above a grid line."""

    y: str
    text: str


@dataclass(frozen=True, slots=True)
class XTick:
    """A label under the chart; `anchor` keeps the first and the last inside the page."""

    x: str
    text: str
    anchor: str


def x_range(series: Sequence[ChartSeries], target: ChartTarget | None) -> tuple[float, float, float]:
    """First position, last position with a value, and end of the axis (room for labels and target included)."""
    positions = [point.position for one in series for point in one.known]
    first, end = min(positions), max(positions)
    if end == first:
        first, end = first - 0.5, end + 0.5
    last = first + (end - first) / (1 - ROOM_FOR_LABELS)
    return first, max(positions), max(last, float(target.year) if target else last)


def value_axis_of(series: Sequence[ChartSeries], target: ChartTarget | None, unit: str = "") -> Axis:
    """The vertical axis of every value drawn, confidence interval, target and projection included."""
    values = [float(point.value or 0) for one in series for point in one.known]
    values += [float(bound) for one in series if one.is_focus for point in one.known for bound in point.interval or ()]
    if target:
        values.append(float(target.value))
        values += [] if target.projection is None else [float(target.projection)]
    axis = value_axis(values)
    is_share = unit.startswith("%") and max(values) <= WHOLE < axis.high
    return replace(axis, high=WHOLE) if is_share else axis


def y_ticks(axis: Axis, unit: str) -> list[YTick]:
    """From the bottom up; the unit stands on the top one only, and only when it is short."""
    texts = [format_number(Decimal(repr(round(value, 9))), axis.decimals if value else 0) for value in axis.ticks]
    if len(unit) <= 2:
        texts[-1] = with_unit(texts[-1], unit)
    return [YTick(percent(1 - axis.share(value)), text) for value, text in zip(axis.ticks, texts, strict=True)]


def x_ticks(
    focus: ChartSeries, target: ChartTarget | None, across: Callable[[float], float], end: float
) -> list[XTick]:
    """The first and the last period, the year of the target, and a few round years between them."""
    known = [point for point in focus.points if point.position <= end]
    first, last = known[0], next(point for point in reversed(known) if point.value is not None)
    wanted = [(across(first.position), first.label), (across(last.position), last.label)]
    if target:
        wanted.insert(1, (across(float(target.year)), str(target.year)))
    wanted += [(across(float(year)), str(year)) for year in round_years(first.position, last.position)]
    longest = max(len(text) for _share, text in wanted)
    kept = spaced(wanted, LEAST_DISTANCE if longest <= SHORT_LABEL else LONG_DISTANCE)
    return [XTick(percent(share), text, _anchor(share)) for share, text in kept]


def _anchor(share: float) -> str:
    if share < 0.02:
        return "start"
    return "end" if share > 0.98 else "middle"
