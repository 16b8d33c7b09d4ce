"""A small decorative line: the text beside it gives the values."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.charts.data import ChartPoint, ChartSeries
from portal.charts.paths import Place, coordinate, polyline, runs, solid_and_dashed
from portal.charts.scale import LEAST_SPAN

WIDTH, HEIGHT, MARGIN = 132, 40, 5


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Paths in a 132 × 40 box, and the place of the last point."""

    solid: str
    dashed: str
    x: str
    y: str
    is_provisional: bool
    width: int = WIDTH
    height: int = HEIGHT


def sparkline(points: Sequence[ChartPoint]) -> Sparkline | None:
    """Draw a series; None with fewer than two values."""
    series = ChartSeries("", "", "", tuple(points))
    known = series.known
    if len(known) < 2:
        return None
    low, high = _bounds([Decimal(point.value or 0) for point in known])
    first, last = known[0].position, known[-1].position

    def place(point: ChartPoint) -> Place:
        across = (point.position - first) / (last - first)
        up = (float(point.value or 0) - low) / (high - low)
        return MARGIN + across * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)

    drawn = [solid_and_dashed(run) for run in runs(series)]
    x, y = place(known[-1])
    return Sparkline(
        solid="".join(polyline([place(point) for point in part]) for solid, _ in drawn for part in solid),
        dashed="".join(polyline([place(point) for point in part]) for _, dashed in drawn for part in dashed),
        x=coordinate(x),
        y=coordinate(y),
        is_provisional=known[-1].is_provisional,
    )


def _bounds(values: Sequence[Decimal]) -> tuple[float, float]:
    low, high = float(min(values)), float(max(values))
    needed = max(LEAST_SPAN * abs(float(sum(values)) / len(values)), 1e-9)
    if high - low < needed:
        middle = (high + low) / 2
        return middle - needed / 2, middle + needed / 2
    return low, high
