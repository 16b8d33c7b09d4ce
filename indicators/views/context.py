"""The context of the indicator pages: words, drawings and addresses made from the facts of the selectors."""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from indicators.downloads import csv_size
from indicators.selectors import IndicatorPage
from indicators.selectors.choices import MAP, OVER_TIME, RANKING
from indicators.states import is_late
from indicators.wording.breakdown import breakdown_figure, breakdown_table, category_choices, period_choices, view_label
from indicators.wording.figure import chart_of, reading_help
from indicators.wording.maps import map_figure, map_periods, map_zone_choices
from indicators.wording.method import method_sentences
from indicators.wording.sentence import headline, plain
from indicators.wording.standing import rank_verdict, ranking_bars, ranking_heading, standing_figure
from indicators.wording.table import data_table
from indicators.wording.verdicts import comparison_verdict, target_line, target_verdict, trend_verdict
from portal import slots
from portal.formatting import format_size


@dataclass(frozen=True, slots=True)
class View:
    """A choice of what the figure shows."""

    key: str
    label: str
    is_chosen: bool


def indicator_context(page: IndicatorPage) -> dict[str, Any]:
    """Everything that `indicators/indicator.html` reads."""
    chart = chart_of(page) if page.shows_time else None
    shown = bool(page.latest and page.reading)
    parts = headline(page.indicator, page.reading, page.latest) if page.latest and page.reading else []
    return {
        "page": page,
        "indicator": page.indicator,
        "sentence": parts,
        "summary": plain(parts) or page.indicator.title,
        "verdicts": [verdict for verdict in _verdicts(page) if verdict] if shown else [],
        **_figure(page),
        "chart": chart,
        "standing": standing_figure(page),
        "reading_help": reading_help(page, chart),
        "method": method_sentences(page),
        "table": breakdown_table(page) or replace(data_table(page.indicator, page.series), target=target_line(page)),
        "commentary": paragraphs(page.indicator.commentary),
        "stories": slots.INDICATOR_STORIES.gather(page.indicator),
        "addresses": addresses(page),
        "csv_size": _csv_size(page),
        "is_late": is_late(page.indicator.source.next_expected),
        "breadcrumb": [(_("Indicateurs"), reverse("indicators:list")), (page.indicator.title, "")],
    }


def _verdicts(page: IndicatorPage) -> list:
    return [
        trend_verdict(page),
        target_verdict(page),
        comparison_verdict(page),
        None if page.shows_ranking else rank_verdict(page),
    ]


def _figure(page: IndicatorPage) -> dict[str, Any]:
    """The choices above the figure, and what stands in the place of the chart over time."""
    breakdown, drawn = breakdown_figure(page), map_figure(page)
    views = _views(page)
    chosen = breakdown or drawn
    return {
        "views": views,
        "breakdown": breakdown,
        "map": drawn,
        "zones": map_zone_choices(page) if drawn else [],
        "periods": _periods(page),
        "categories": category_choices(page.breakdown) if page.breakdown else [],
        "ranking": ranking_bars(page) if page.shows_ranking else [],
        "ranking_heading": ranking_heading(page),
        "said": chosen.said if chosen else next((view.label for view in views if view.is_chosen), ""),
    }


def _periods(page: IndicatorPage) -> list:
    if page.breakdown:
        return period_choices(page.breakdown)
    return map_periods(page.map) if page.map else []


def _views(page: IndicatorPage) -> list[View]:
    """Over time, by each breakdown, between territories; none when there is no choice."""
    choices = [(view.key, view_label(view)) for view in page.views]
    if page.standing is not None:
        choices.append((RANKING, _("Entre territoires")))
    if page.zones:
        choices.append((MAP, _("Carte")))
    if not choices:
        return []
    current = page.choices.view if not page.unknown_view else OVER_TIME
    return [View(key, label, key == current) for key, label in [(OVER_TIME, _("Dans le temps")), *choices]]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text: an empty line starts a new one."""
    return [part for part in (" ".join(block.split()) for block in text.split("\n\n")) if part]


def _csv_size(page: IndicatorPage) -> str:
    provenance = getattr(page.release, "provenance", None)
    count = provenance.observation_count if provenance else 0
    return format_size(csv_size(page.release, count))


def addresses(page: IndicatorPage) -> dict[str, str]:
    """Addresses of the page and of its downloads, for the current release or for a former one."""
    slug, number = page.indicator.slug, page.release.number
    current = reverse("indicators:detail", args=[slug])
    base = current if page.is_current else reverse("indicators:version", args=[slug, number])
    return {
        "current": current,
        "page": base,
        "absolute": f"{settings.WAGTAILADMIN_BASE_URL}{current}",
        "versions": reverse("indicators:versions", args=[slug]),
        "csv": f"{base}donnees.csv",
        "xlsx": f"{base}donnees.xlsx",
        "json": f"{base}donnees.json",
        "metadata": f"{base}metadonnees.json",
    }
