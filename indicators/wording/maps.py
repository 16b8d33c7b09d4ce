"""The map of the territories: shades in words, areas with their value, the table that says the same."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.models import Indicator
from indicators.selectors.drawing import interval_of
from indicators.selectors.maps import Area, TerritoryMap
from indicators.selectors.page import IndicatorPage
from indicators.wording.breakdown import Choice
from indicators.wording.sentence import LONGEST_UNIT, figure
from indicators.wording.table import marks_of
from portal.charts import Bar, BarInput, Classes, bars, quantile_classes
from portal.formatting import format_number, format_period, format_short_period, format_value, labelled

HATCH = "kx"
MARGIN = 12
MOST_LINES = 60


@dataclass(frozen=True, slots=True)
class DrawnArea:
    """A path with the class of its shade and the words that it shows when pointed at."""

    path: str
    shade: str
    words: str


@dataclass(frozen=True, slots=True)
class Shade:
    """A line of the legend."""

    shade: str
    words: str


@dataclass(frozen=True)
class MapFigure:
    """Everything that the template draws; `outlined` are the paths drawn last, with a strong line."""

    view_box: str
    areas: list[DrawnArea]
    outlined: list[str]
    legend: list[Shade]
    about: str
    description: str
    method: str
    bars: list[Bar]
    hidden: int
    absent: int
    """Areas about which the release says nothing: hatched, and counted instead of listed."""

    @property
    def said(self) -> str:
        """What is announced when the map changes."""
        return self.about


def map_figure(page: IndicatorPage) -> MapFigure | None:
    """The map of the page; None when it shows none."""
    shown = page.map
    values = [area.row.value for area in shown.areas if area.row and area.row.value is not None] if shown else []
    if shown is None or not values:
        return None
    classes = quantile_classes(values)
    about = f"{shown.zone.name}, {format_period(shown.period)} ({page.indicator.unit})"
    ranked = sorted((area for area in shown.areas if area.row), key=_rank)
    return MapFigure(
        view_box=_view_box(shown),
        areas=[_drawn(page.indicator, area, classes) for area in shown.areas],
        outlined=[area.geometry.path for area in shown.areas if area.is_focus],
        legend=_legend(page.indicator, shown, classes),
        about=about[:1].upper() + about[1:],
        description=_description(page, shown),
        method=_method(classes),
        bars=bars([_bar(page.indicator, area) for area in ranked[:MOST_LINES]])[0],
        hidden=max(len(ranked) - MOST_LINES, 0),
        absent=len(shown.areas) - len(ranked),
    )


def _rank(area: Area) -> tuple:
    known = area.row is not None and area.row.value is not None
    return not known, -(area.row.value or 0) if area.row else 0, area.territory.name


def _view_box(shown: TerritoryMap) -> str:
    left = min(area.geometry.left for area in shown.areas) - MARGIN
    top = min(area.geometry.top for area in shown.areas) - MARGIN
    width = max(area.geometry.right for area in shown.areas) + MARGIN - left
    height = max(area.geometry.bottom for area in shown.areas) + MARGIN - top
    return f"{left} {top} {width} {height}"


def _drawn(indicator: Indicator, area: Area, classes: Classes) -> DrawnArea:
    if area.row is None or area.row.value is None:
        return DrawnArea(area.geometry.path, HATCH, labelled(area.territory.name, _reason(area)))
    shade = f"k{_shade(classes.of(area.row.value), len(classes))}"
    return DrawnArea(area.geometry.path, shade, labelled(area.territory.name, figure(indicator, area.row)))


def _shade(place: int, count: int) -> int:
    """Spread over the five shades, so that two classes are the lightest and the darkest."""
    return round(place * 4 / (count - 1)) if count > 1 else 2


def _reason(area: Area) -> str:
    return ", ".join(mark.words for mark in marks_of(area.row))


def _legend(indicator: Indicator, shown: TerritoryMap, classes: Classes) -> list[Shade]:
    """From the lowest class to the highest, then the reasons of the hatched areas."""
    lines = []
    for place, (start, end) in enumerate(zip(classes.starts, classes.ends, strict=True)):
        low, high = format_number(start, indicator.decimals), format_number(end, indicator.decimals)
        words = low if low == high else _("%(low)s à %(high)s") % {"low": low, "high": high}
        lines.append(Shade(f"k{_shade(place, len(classes))}", words))
    reasons = {_reason(area) for area in shown.areas if area.row is None or area.row.value is None}
    return lines + [Shade(HATCH, reason) for reason in sorted(reasons)]


def _method(classes: Classes) -> str:
    count = len(classes)
    return ngettext(
        "%(count)d teinte.",
        "%(count)d teintes, chacune pour à peu près autant de territoires\u202f; plus la teinte est marquée, "
        "plus la valeur est forte.",
        count,
    ) % {"count": count}


def _description(page: IndicatorPage, shown: TerritoryMap) -> str:
    known = sorted((area for area in shown.areas if area.row and area.row.value is not None), key=_rank)
    words = {
        "title": page.indicator.title,
        "when": format_period(shown.period),
        "count": len(known),
        "low": _named(page.indicator, known[-1]),
        "high": _named(page.indicator, known[0]),
    }
    return (
        _(
            "Carte\u00a0: %(title)s, %(when)s, %(count)s territoires, de %(low)s à %(high)s. "
            "Les valeurs sont dans le tableau qui suit."
        )
        % words
    )


def _named(indicator: Indicator, area: Area) -> str:
    return f"{area.territory.name} ({figure(indicator, area.row)})" if area.row else str(area.territory.name)


def _bar(indicator: Indicator, area: Area) -> BarInput:
    row, name = area.row, str(area.territory.name)
    if row is None or row.value is None:
        return BarInput(name, None, _reason(area))
    unit = indicator.unit if len(indicator.unit) <= LONGEST_UNIT else ""
    text = " ".join([format_value(row.value, unit, indicator.decimals), *(mark.sign for mark in marks_of(row))])
    return BarInput(name, row.value, text, interval=interval_of(row), kind="me" if area.is_focus else "peer")


def map_periods(shown: TerritoryMap) -> list[Choice]:
    """The periods of the map; the one shown is among them."""
    kept = shown.periods if shown.period in shown.periods else [shown.period, *shown.periods]
    return [Choice(period, format_short_period(period), period == shown.period) for period in kept]


def map_zone_choices(page: IndicatorPage) -> list[Choice]:
    """The levels that can be drawn, when there are several."""
    current = page.map.zone.scheme if page.map else ""
    if len(page.zones) < 2:
        return []
    return [Choice(zone.scheme, zone.name, zone.scheme == current) for zone in page.zones]
