"""The large line chart: every place computed here, every word left to the template.

The lines are drawn in a box that stretches with the page; the words stand in a second drawing that does not, at
percentages of the same box. Nothing needs an inline style, so the strictest content security policy holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from portal.charts.axes import XTick, YTick, value_axis_of, x_range, x_ticks, y_ticks
from portal.charts.data import ChartSeries, ChartTarget
from portal.charts.end_labels import EndLabels, end_labels
from portal.charts.explore import explore_data
from portal.charts.paths import HEIGHT, WIDTH, Place, area, dots, percent, polyline, runs, solid_and_dashed
from portal.charts.scale import Axis

MOST_DOTS = 40


@dataclass(frozen=True, slots=True)
class Frame:
    """Where values and periods stand in the box."""

    first: float
    last: float
    axis: Axis

    def across(self, position: float) -> float:
        return (position - self.first) / (self.last - self.first)

    def down(self, value: float) -> float:
        return 1 - self.axis.share(value)

    def place(self, position: float, value: float) -> Place:
        return WIDTH * self.across(position), HEIGHT * self.down(value)


@dataclass(frozen=True, slots=True)
class LineChart:
    """Everything that `portal/charts/line.html` draws."""

    description: str
    grid: str
    base: str
    comparators: str
    focus: str
    focus_dashed: str
    dots: str
    hollow: str
    breaks: str
    break_places: list[str]
    y_ticks: list[YTick]
    x_ticks: list[XTick]
    wide: EndLabels
    narrow: EndLabels
    starts_at_zero: bool
    target: str = ""
    target_x: str = ""
    target_y: str = ""
    projection: str = ""
    projection_y: str = ""
    band: str = ""
    comparators_dashed: str = ""
    explore: dict[str, object] = field(default_factory=dict)


def line_chart(
    series: Sequence[ChartSeries],
    *,
    description: str,
    unit: str = "",
    decimals: int = 1,
    target: ChartTarget | None = None,
) -> LineChart | None:
    """Draw the series, the focus one on top. None when the focus series has no value."""
    focus = next((one for one in series if one.is_focus and one.known), None)
    if focus is None:
        return None
    shown = [one for one in (_since(one, focus.known[0].position) for one in series) if one.known]
    first, end, last = x_range(shown, target)
    frame = Frame(first, last, value_axis_of(shown, target, unit))
    solid, dashed = _lines(focus, frame)
    broken = _breaks(focus)
    marks = _target_marks(focus, target, frame)
    return LineChart(
        description=description,
        grid="".join(f"M0 {HEIGHT * frame.down(value):.1f}H{WIDTH}" for value in frame.axis.ticks[1:]),
        base=f"M0 {HEIGHT * frame.down(frame.axis.base):.1f}H{WIDTH}",
        comparators="".join(_lines(one, frame)[0] for one in shown if not one.is_focus),
        comparators_dashed="".join(_lines(one, frame)[1] for one in shown if not one.is_focus),
        band=_band(focus, frame),
        focus=solid,
        focus_dashed=dashed,
        dots=_dots(focus, frame),
        hollow=dots(
            [frame.place(point.position, float(point.value or 0)) for point in focus.known if point.is_provisional]
        ),
        breaks="".join(f"M{WIDTH * frame.across(position):.1f} 0V{HEIGHT}" for position in broken),
        break_places=[percent(frame.across(position)) for position in broken],
        y_ticks=y_ticks(frame.axis, unit),
        x_ticks=x_ticks(focus, target, frame.across, end),
        wide=end_labels(shown, frame, unit=unit, decimals=decimals, target=target, narrow=False),
        narrow=end_labels(shown, frame, unit=unit, decimals=decimals, target=target, narrow=True),
        starts_at_zero=frame.axis.low == 0,
        explore=explore_data(shown, frame, unit=unit, decimals=decimals, target=target, breaks=broken),
        **marks,
    )


def _since(series: ChartSeries, start: float) -> ChartSeries:
    """The part of a series from the first value of the focus on: the others are there to compare with it."""
    return replace(series, points=tuple(point for point in series.points if point.position >= start))


def _lines(series: ChartSeries, frame: Frame) -> tuple[str, str]:
    """What is established, and the steps that end on a provisional value."""
    parts = [solid_and_dashed(run) for run in runs(series)]

    def drawn(lines: Sequence[Sequence]) -> str:
        return "".join(polyline([frame.place(p.position, float(p.value or 0)) for p in line]) for line in lines)

    return "".join(drawn(solid) for solid, _ in parts), "".join(drawn(dashed) for _, dashed in parts)


def _band(series: ChartSeries, frame: Frame) -> str:
    """Between the bounds of the confidence intervals, cut where the line is; a point alone has a stroke."""
    drawn = []
    for run in runs(series):
        bounds = [(point.position, *point.interval) for point in run if point.interval]
        lower = [frame.place(position, float(low)) for position, low, _high in bounds]
        upper = [frame.place(position, float(high)) for position, _low, high in bounds]
        drawn.append(area(lower, upper))
    return "".join(drawn)


def _dots(series: ChartSeries, frame: Frame) -> str:
    known = series.known if len(series.known) <= MOST_DOTS else series.known[-1:]
    return dots([frame.place(point.position, float(point.value or 0)) for point in known])


def _breaks(series: ChartSeries) -> list[float]:
    """Half-way between the last value of the former series and the first of the new one."""
    return [(before.position + after.position) / 2 for before, after in pairwise(series.points) if after.is_break]


def _target_marks(focus: ChartSeries, target: ChartTarget | None, frame: Frame) -> dict[str, str]:
    if target is None:
        return {}
    y = HEIGHT * frame.down(float(target.value))
    marks = {
        "target": f"M0 {y:.1f}H{WIDTH}",
        "target_x": percent(frame.across(target.year)),
        "target_y": percent(frame.down(float(target.value))),
    }
    if target.projection is not None:
        end = focus.known[-1]
        reached = frame.place(target.year, float(target.projection))
        marks["projection"] = polyline([frame.place(end.position, float(end.value or 0)), reached])
        marks["projection_y"] = percent(frame.down(float(target.projection)))
    return marks
