"""SVG path data in a 1000 × 400 box that the page stretches."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from portal.charts.data import ChartPoint, ChartSeries

WIDTH, HEIGHT = 1000, 400

Place = tuple[float, float]


def coordinate(value: float) -> str:
    """At most one decimal, never a comma: SVG and CSS do not follow the language of the page."""
    return f"{value + 0.0 if abs(value) >= 0.05 else 0.0:.1f}".removesuffix(".0")


def percent(share: float) -> str:
    """A share of the drawing as an SVG length."""
    return f"{100 * share + 0.0:.2f}%"


def polyline(places: Sequence[Place]) -> str:
    """A line through places; a single one is a dot (a zero-length stroke with round ends)."""
    if len(places) == 1:
        return dots(places)
    return "M" + "L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in places)


def area(lower: Sequence[Place], upper: Sequence[Place]) -> str:
    """The surface between two lines that run over the same positions."""
    return f"{polyline([*upper, *reversed(lower)])}z" if len(upper) > 1 else ""


def dots(places: Iterable[Place]) -> str:
    """A zero-length stroke at each place: round ends make a disc of it."""
    return "".join(f"M{coordinate(x)} {coordinate(y)}h0" for x, y in places)


def least_gap(series: ChartSeries) -> float:
    """The usual distance between two points of a series, in years."""
    positions = [point.position for point in series.points]
    gaps = [after - before for before, after in pairwise(positions)]
    return min((gap for gap in gaps if gap > 0), default=1.0)


def runs(series: ChartSeries) -> list[list[ChartPoint]]:
    """Stretches without a hole: cut at missing values, at periods that are absent, and at breaks in series."""
    usual = least_gap(series)
    stretches: list[list[ChartPoint]] = []
    previous: ChartPoint | None = None
    for point in series.points:
        follows = previous is not None and point.position - previous.position < 1.5 * usual
        if point.value is None:
            previous = None
            continue
        if not follows or point.is_break or not stretches:
            stretches.append([])
        stretches[-1].append(point)
        previous = point
    return stretches


def solid_and_dashed(run: Sequence[ChartPoint]) -> tuple[list[list[ChartPoint]], list[list[ChartPoint]]]:
    """The parts of a run that end on an established value, and the steps that end on a provisional one."""
    solid: list[list[ChartPoint]] = [[run[0]]]
    dashed: list[list[ChartPoint]] = []
    for before, after in pairwise(run):
        if after.is_provisional:
            dashed.append([before, after])
        elif solid[-1][-1] is before:
            solid[-1].append(after)
        else:
            solid.append([before, after])
    return solid, dashed
