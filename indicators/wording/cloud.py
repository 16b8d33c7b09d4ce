"""Two indicators in a cloud of territories: what it shows, and that it proves no cause."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators.models import Indicator
from indicators.selectors.drawing import short_name
from indicators.selectors.side_by_side import Comparison, Pair
from portal.charts.scatter import Scatter, ScatterInput, scatter
from portal.formatting import format_period_in_sentence, format_value


@dataclass(frozen=True, slots=True)
class CloudLine:
    """A territory in the table of the cloud."""

    name: str
    values: tuple[str, str]
    is_focus: bool


@dataclass(frozen=True, slots=True)
class Cloud:
    """The drawing, its axes in words, how to read it, and its table."""

    titles: tuple[str, str]
    reading: str
    drawing: Scatter
    lines: list[CloudLine]


def cloud_of(comparison: Comparison, pair: Pair) -> Cloud:
    """The territories of a pair: the focus and those compared are named."""
    first, second = (line.indicator for line in comparison.lines)
    named = {cell.read_on for line in comparison.lines for cell in line.cells}
    inputs = [
        ScatterInput(
            point.first,
            point.second,
            short_name(str(point.territory.name)) if point.territory in named else "",
            is_focus=point.territory == pair.reading,
        )
        for point in pair.points
    ]
    titles = (_axis(first), _axis(second))
    words = _reading(comparison, pair)
    drawing = scatter(
        inputs, description=f"{titles[0]}, {titles[1]}. {words}", units=(str(first.unit), str(second.unit))
    )
    return Cloud(titles, words, drawing, _lines(pair, (first, second)))


def _axis(indicator: Indicator) -> str:
    return f"{indicator.title} ({indicator.unit})"


def _reading(comparison: Comparison, pair: Pair) -> str:
    first, second = (line.indicator for line in comparison.lines)
    point = pair.points[0]
    words = {
        "count": len(pair.points),
        "when": format_period_in_sentence(pair.period),
        "place": short_name(str(point.territory.name)),
        "first": format_value(point.first, str(first.unit), first.decimals),
        "second": format_value(point.second, str(second.unit), second.decimals),
    }
    return _("%(count)s territoires %(when)s. %(place)s\u00a0: %(first)s et %(second)s.") % words


def _lines(pair: Pair, indicators: Sequence[Indicator]) -> list[CloudLine]:
    first, second = indicators
    return [
        CloudLine(
            str(point.territory.name),
            (
                format_value(point.first, "", first.decimals),
                format_value(point.second, "", second.decimals),
            ),
            is_focus=point.territory == pair.reading,
        )
        for point in pair.points
    ]
