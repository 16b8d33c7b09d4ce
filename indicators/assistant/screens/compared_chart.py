"""The line before and after at one territory, and a small line for every other one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from django.utils.translation import gettext as _

from indicators.comparison import Comparison, SeriesPair, SeriesPoint
from indicators.models import Territory
from indicators.selectors.drawing import position
from portal.charts import ChartPoint, ChartSeries, LineChart, Sparkline, line_chart, sparkline
from portal.formatting import format_short_period, labelled

from .changes import value_when

CHOICES_OF_TERRITORY = 40


@dataclass(frozen=True)
class ComparedChart:
    """The line before and after at one territory, the choice of another one, and where the axis starts."""

    drawing: LineChart | None
    place: str
    caption: str
    choices: Sequence[tuple[int, str, bool]]


def compared_chart(comparison: Comparison, series: SeriesPair) -> ComparedChart:
    """« Proposé » in the colour of the territory, « En ligne » beside it."""
    names = dict(_choices(comparison))
    place = names.get(series.territory, "")
    proposed = ChartSeries("after", _("Proposé"), _("Proposé"), _points(series.after), is_focus=True)
    online = ChartSeries("before", _("En ligne"), _("En ligne"), _points(series.before))
    drawing = line_chart(
        [proposed] if comparison.is_first else [proposed, online],
        description=_described(place, series, comparison.indicator.decimals),
        unit=comparison.indicator.unit,
        decimals=comparison.indicator.decimals,
    )
    caption = f"{comparison.indicator.title}, {comparison.indicator.unit}"
    return ComparedChart(drawing, place, caption, [(key, name, key == series.territory) for key, name in names.items()])


def _points(points: Sequence[SeriesPoint]) -> tuple[ChartPoint, ...]:
    places = [position(date.fromisoformat(point.start)) for point in points]
    return tuple(
        ChartPoint(place, format_short_period(point.period), point.value, point.is_provisional, point.is_break)
        for place, point in zip(places, points, strict=True)
    )


def _described(place: str, series: SeriesPair, decimals: int) -> str:
    parts = [place, _ends(_("En ligne"), series.before, decimals), _ends(_("Proposé"), series.after, decimals)]
    return ". ".join(part for part in parts if part) + "."


def _ends(name: str, points: Sequence[SeriesPoint], decimals: int) -> str:
    known = [(point.value, point.period) for point in points if point.value is not None]
    if not known:
        return ""
    words = [value_when(value, period, decimals) for value, period in (known[0], known[-1])]
    return labelled(name, ", ".join(dict.fromkeys(words)))


def _choices(comparison: Comparison) -> list[tuple[int, str]]:
    """The territories of the proposed figures, the reading one first."""
    keys = [int(key) for key in np.unique(comparison.differences.after.territory) if key > 0]
    places = Territory.objects.filter(pk__in=keys).order_by("name_fr")[:CHOICES_OF_TERRITORY]
    reading = comparison.reading_territory
    first = [(place.pk, place.name) for place in Territory.objects.filter(pk=reading)] if reading else []
    return first + [(place.pk, place.name) for place in places if place.pk != reading]


@dataclass(frozen=True)
class SmallLine:
    """A territory, its last proposed value in words, and its line (None with fewer than two values)."""

    name: str
    value: str
    line: Sparkline | None


def small_lines(comparison: Comparison) -> list[SmallLine]:
    """The proposed line of each territory, forty at most."""
    return [
        _small(name, comparison.series_of(key), comparison.indicator.decimals) for key, name in _choices(comparison)
    ]


def _small(name: str, series: SeriesPair, decimals: int) -> SmallLine:
    known = [point for point in series.after if point.value is not None]
    last = known[-1] if known else None
    words = ""
    if last is not None and last.value is not None:
        words = value_when(last.value, last.period, decimals)
    return SmallLine(name, words, sparkline(_points(series.after)))
