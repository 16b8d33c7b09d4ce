"""Charts drawn on the server: data in, places and paths out; the words and the markup live in templates."""

from portal.charts.bars import Bar, BarInput, bars
from portal.charts.classes import Classes, quantile_classes
from portal.charts.data import ChartPoint, ChartSeries, ChartTarget
from portal.charts.line import LineChart, line_chart
from portal.charts.multiples import Multiple, Multiples, small_multiples
from portal.charts.peer_strip import PeerMark, PeerPoint, PeerStrip, peer_strip
from portal.charts.sparkline import Sparkline, sparkline

__all__ = [
    "Bar",
    "BarInput",
    "ChartPoint",
    "ChartSeries",
    "ChartTarget",
    "Classes",
    "LineChart",
    "Multiple",
    "Multiples",
    "PeerMark",
    "PeerPoint",
    "PeerStrip",
    "Sparkline",
    "bars",
    "line_chart",
    "peer_strip",
    "quantile_classes",
    "small_multiples",
    "sparkline",
]
