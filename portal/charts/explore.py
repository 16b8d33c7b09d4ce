"""The same chart as data, for the interactive drawing that takes over on the first hover, touch or focus."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.translation import gettext as _

from portal.charts.data import ChartPoint, ChartSeries, ChartTarget
from portal.charts.scale import Axis
from portal.formatting import format_number, format_value, labelled


class Frame(Protocol):
    """Bounds of the drawing."""

    @property
    def first(self) -> float: ...
    @property
    def last(self) -> float: ...
    @property
    def axis(self) -> Axis: ...


def explore_data(
    series: Sequence[ChartSeries],
    frame: Frame,
    *,
    unit: str,
    decimals: int,
    target: ChartTarget | None,
    breaks: Sequence[float],
) -> dict[str, object]:
    """Bounds, lines, marks, and the colon of the language.

    A point is [position, value or null, period in words, value in words, provisional, break] and, when it has a
    confidence interval, its two bounds.
    """
    return {
        "x": [frame.first, frame.last],
        "y": [frame.axis.low, frame.axis.high, frame.axis.step],
        "breaks": list(breaks),
        "target": _target(target),
        "colon": labelled("", ""),
        "series": [
            {"name": one.name, "focus": one.is_focus, "points": _points(one, unit, decimals)}
            for one in sorted(series, key=lambda one: not one.is_focus)
        ],
    }


def _points(series: ChartSeries, unit: str, decimals: int) -> list[list[object]]:
    return [
        [
            round(point.position, 4),
            None if point.value is None else float(point.value),
            point.label,
            _words(point, unit, decimals),
            int(point.is_provisional),
            int(point.is_break),
            *(float(bound) for bound in point.interval or ()),
        ]
        for point in series.points
    ]


def _words(point: ChartPoint, unit: str, decimals: int) -> str:
    """« 14,6 % (13,9 à 15,3) »: the value with its confidence interval."""
    if point.value is None:
        return ""
    value = format_value(point.value, unit, decimals)
    if point.interval is None:
        return value
    low, high = (format_number(bound, decimals) for bound in point.interval)
    return _("%(value)s (%(low)s à %(high)s)") % {"value": value, "low": low, "high": high}


def _target(target: ChartTarget | None) -> dict[str, object] | None:
    if target is None:
        return None
    projection = None if target.projection is None else float(target.projection)
    return {"year": target.year, "value": float(target.value), "projection": projection}
