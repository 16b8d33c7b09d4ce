"""Charts drawn on the server: data in, places and paths out; the words and the markup live in templates."""

from portal.charts.bars import Bar, BarInput, bars
from portal.charts.data import ChartPoint, ChartSeries, ChartTarget
from portal.charts.line import LineChart, line_chart
from portal.charts.sparkline import Sparkline, sparkline

__all__ = [
    "Bar",
    "BarInput",
    "ChartPoint",
    "ChartSeries",
    "ChartTarget",
    "LineChart",
    "Sparkline",
    "bars",
    "line_chart",
    "sparkline",
]
