"""The line chart of an indicator as a still drawing, from the same places as the one of the page."""

from typing import Any

from django.utils.translation import gettext as _

from indicators.outputs import palette
from indicators.outputs.plot_labels import Box, end_words
from indicators.outputs.svg import discs, element, grounded, stretched
from indicators.outputs.typefaces import REGULAR
from indicators.selectors import IndicatorPage
from indicators.selectors.drawing import chart_series
from indicators.wording.figure import chart_of, chart_target
from portal.charts import LineChart
from portal.charts.line import Frame
from portal.charts.paths import HEIGHT, WIDTH
from portal.charts.scale import Axis

Lines = list[str]
Looks = list[tuple[str, dict[str, object]]]


def plot(page: IndicatorPage, box: Box) -> str:
    """The chart with its scale and its words, in a box whose corner is 0, 0; empty when there is no line to draw.

    The years stand under the box, and the disc of the target may reach beyond its right side.
    """
    chart = chart_of(page)
    if chart is None:
        return ""
    parts = [*_ground(chart, box), *_values(chart, box), *_series(chart, box), *_dots(chart, box)]
    parts += [*_words(chart, box), *_ends(page, chart, box), *_aims(chart, box)]
    return element("g", "".join(parts), fill="none")


def _ground(chart: LineChart, box: Box) -> Lines:
    looks: Looks = [
        (chart.grid, {"stroke": palette.RULE}),
        (chart.base, {"stroke": palette.INK, "stroke_width": 1.5}),
        (chart.breaks, {"stroke": palette.EDGE, "stroke_dasharray": "2 4"}),
        (chart.target, {"stroke": palette.UP, "stroke_width": 1.5 * box.stroke, "stroke_dasharray": "6 5"}),
    ]
    return _paths(looks, box)


def _series(chart: LineChart, box: Box) -> Lines:
    thick, dashes = box.stroke, f"{3 * box.stroke:.1f} {5 * box.stroke:.1f}"
    looks: Looks = [
        (chart.band, {"fill": box.accent, "fill_opacity": 0.15}),
        (chart.comparators, {"stroke": palette.CMP, "stroke_width": 1.75 * thick, "stroke_linecap": "round"}),
        (chart.comparators_dashed, {"stroke": palette.CMP, "stroke_width": 1.75 * thick, "stroke_dasharray": dashes}),
        (chart.projection, {"stroke": box.accent, "stroke_width": 1.5 * thick, **_dotted(thick)}),
        (chart.focus, {"stroke": box.accent, "stroke_width": 3.5 * thick}),
        (chart.focus_dashed, {"stroke": box.accent, "stroke_width": 3.5 * thick, "stroke_dasharray": dashes}),
    ]
    return _paths(looks, box)


def _paths(looks: Looks, box: Box) -> Lines:
    across, down = box.width / WIDTH, box.height / HEIGHT
    drawn = [(stretched(data, across, down), look) for data, look in looks if data]
    return [element("path", d=data, stroke_linejoin="round", **look) for data, look in drawn]


def _dotted(thick: float) -> dict[str, object]:
    return {"stroke_dasharray": f"1 {6 * thick:.1f}", "stroke_linecap": "round"}


def _dots(chart: LineChart, box: Box) -> Lines:
    """Every value of the focus, hollow when it is provisional, and the values of comparators that no line joins."""
    scale, thick = (box.width / WIDTH, box.height / HEIGHT), box.stroke
    return [
        *discs(chart.comparators, *scale, 2.5 * thick, palette.CMP),
        *discs(chart.focus, *scale, 4.5 * thick, box.accent),
        *discs(chart.dots, *scale, 4.5 * thick, box.accent),
        *discs(chart.hollow, *scale, 2 * thick, palette.PAPER),
    ]


def _values(chart: LineChart, box: Box) -> Lines:
    """The labels of the scale, on a ground of their own: the line of a target may pass there."""
    return [
        grounded(tick.text, 0, share(tick.y) * box.height - 0.4 * box.text, REGULAR, box.text, fill=palette.INK_2)
        for tick in chart.y_ticks
    ]


def _words(chart: LineChart, box: Box) -> Lines:
    """The periods under the box, and the name of the last break in the series."""
    under = box.height + 1.6 * box.text
    drawn = [
        grounded(tick.text, share(tick.x) * box.width, under, REGULAR, box.text, fill=palette.INK_2, anchor=tick.anchor)
        for tick in chart.x_ticks
    ]
    if chart.break_places:
        x = share(chart.break_places[-1]) * box.width + 0.5 * box.text
        drawn.append(grounded(_("rupture de série"), x, box.text, REGULAR, box.text, fill=palette.INK_2))
    return drawn


def _ends(page: IndicatorPage, chart: LineChart, box: Box) -> Lines:
    series = [chart_series(one.territory, one.rows, is_focus=one.is_focus) for one in page.series]
    unit, decimals = page.indicator.unit, page.indicator.decimals
    return end_words(series, chart_target(page), frame_of(chart), box, unit=unit, decimals=decimals)


def frame_of(chart: LineChart) -> Frame:
    """The bounds that the chart was drawn in."""
    bounds: Any = chart.explore
    first, last = bounds["x"]
    return Frame(first, last, Axis(*bounds["y"]))


def _aims(chart: LineChart, box: Box) -> Lines:
    if not chart.target:
        return []
    x = share(chart.target_x) * box.width
    discs = [element("circle", cx=x, cy=share(chart.target_y) * box.height, r=6.5 * box.stroke, fill=palette.UP)]
    if chart.projection:
        y = share(chart.projection_y) * box.height
        discs.append(element("circle", cx=x, cy=y, r=4.5 * box.stroke, fill=box.accent, fill_opacity=0.6))
    return discs


def share(percentage: str) -> float:
    """`58.25%` as a share."""
    return float(percentage.removesuffix("%")) / 100
