"""The context of the indicator pages: words, drawings and addresses made from the facts of the selectors."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from indicators.downloads import csv_size
from indicators.selectors import IndicatorPage
from indicators.selectors.choices import OVER_TIME
from indicators.states import is_late
from indicators.views.structured import dataset
from indicators.wording.categories import category_words
from indicators.wording.figure import bars_heading, bars_of, chart_of, reading_help
from indicators.wording.method import method_sentences
from indicators.wording.sentence import headline, plain
from indicators.wording.table import data_table
from indicators.wording.verdicts import (
    comparison_verdict,
    rank_words,
    target_verdict,
    trend_verdict,
)
from portal.formatting import format_size


@dataclass(frozen=True, slots=True)
class View:
    """A choice of what the figure shows."""

    key: str
    label: str
    is_chosen: bool


def indicator_context(page: IndicatorPage) -> dict[str, Any]:
    """Everything that `indicators/indicator.html` reads."""
    chart = None if page.shows_breakdown else chart_of(page)
    shown = bool(page.latest and page.reading)
    parts = headline(page.indicator, page.reading, page.latest) if page.latest and page.reading else []
    return {
        "page": page,
        "indicator": page.indicator,
        "sentence": parts,
        "summary": plain(parts) or page.indicator.title,
        "verdicts": [verdict for verdict in _verdicts(page) if verdict] if shown else [],
        "rank": rank_words(page),
        "views": _views(page),
        "chart": chart,
        "bars": bars_of(page) if page.shows_breakdown else [],
        "bars_heading": bars_heading(page),
        "reading_help": reading_help(page, chart),
        "method": method_sentences(page),
        "table": data_table(page.indicator, page.series),
        "addresses": addresses(page),
        "csv_size": _csv_size(page),
        "is_late": is_late(page.indicator.source.next_expected),
        "breadcrumb": [(_("Indicateurs"), reverse("indicators:list")), (page.indicator.title, "")],
        "dataset": dataset(page, plain(parts)),
    }


def _verdicts(page: IndicatorPage) -> list:
    return [trend_verdict(page), target_verdict(page), comparison_verdict(page)]


def _views(page: IndicatorPage) -> list[View]:
    if not page.dimensions:
        return []
    over_time = View(OVER_TIME, _("Dans le temps"), not page.shows_breakdown)
    others = [
        View(name, _("Par %(name)s") % {"name": category_words(name)}, page.choices.view == name)
        for name in page.dimensions
    ]
    return [over_time, *others]


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
