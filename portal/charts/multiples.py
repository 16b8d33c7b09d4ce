"""Small multiples: the same small chart for each category, on one scale, so that they compare at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from portal.charts.data import ChartSeries
from portal.charts.paths import Place, dots, polyline, runs, solid_and_dashed
from portal.charts.scale import Axis, value_axis

WIDTH, HEIGHT, MARGIN = 200, 90, 5


@dataclass(frozen=True, slots=True)
class Multiple:
    """One small chart: paths in a 200 × 90 box that may stretch; `last` and `first` are the ends of its line."""

    name: str
    solid: str
    dashed: str
    end: str
    is_provisional: bool
    context: str
    base: str


@dataclass(frozen=True, slots=True)
class Multiples:
    """Charts in the order given, with the round bounds of their common scale and the ends of their time."""

    charts: list[Multiple]
    low: float
    high: float
    first: str
    last: str
    starts_at_zero: bool = field(default=True)


def small_multiples(series: Sequence[ChartSeries], context: ChartSeries | None = None) -> Multiples | None:
    """Draw each series, over the grey line of `context` (the whole) when given. None with fewer than two that have
    two values."""
    shown = [one for one in series if len(one.known) > 1]
    if len(shown) < 2:
        return None
    points = [point for one in shown for point in one.known]
    first, last = min(points, key=lambda p: p.position), max(points, key=lambda p: p.position)
    behind = _between(context, first.position, last.position) if context else None
    drawn = [*points, *(behind.known if behind else [])]
    frame = _Frame(first.position, last.position, value_axis(float(point.value or 0) for point in drawn))
    grey = _solid(behind, frame) if behind else ""
    return Multiples(
        charts=[_multiple(one, frame, grey) for one in shown],
        low=frame.axis.low,
        high=frame.axis.high,
        first=first.label,
        last=last.label,
        starts_at_zero=frame.axis.low == 0,
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    first: float
    last: float
    axis: Axis

    def place(self, position: float, value: float) -> Place:
        across = (position - self.first) / (self.last - self.first)
        return MARGIN + across * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - self.axis.share(value) * (HEIGHT - 2 * MARGIN)


def _between(series: ChartSeries, first: float, last: float) -> ChartSeries:
    return replace(series, points=tuple(point for point in series.points if first <= point.position <= last))


def _places(points: Sequence, frame: _Frame) -> list[Place]:
    return [frame.place(point.position, float(point.value or 0)) for point in points]


def _solid(series: ChartSeries, frame: _Frame) -> str:
    return "".join(polyline(_places(run, frame)) for run in runs(series))


def _multiple(series: ChartSeries, frame: _Frame, context: str) -> Multiple:
    parts = [solid_and_dashed(run) for run in runs(series)]
    end = series.known[-1]
    base = HEIGHT - MARGIN - frame.axis.share(frame.axis.base) * (HEIGHT - 2 * MARGIN)
    return Multiple(
        name=series.name,
        solid="".join(polyline(_places(line, frame)) for solid, _ in parts for line in solid),
        dashed="".join(polyline(_places(line, frame)) for _, dashed in parts for line in dashed),
        end=dots(_places([end], frame)),
        is_provisional=end.is_provisional,
        context=context,
        base=f"M0 {base:.1f}H{WIDTH}",
    )
