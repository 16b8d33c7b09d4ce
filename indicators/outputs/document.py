"""What stands in the document to print: the figure on the first page, what it rests on the second."""

from dataclasses import replace
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from indicators.outputs import facts, palette
from indicators.outputs.document_sheet import commentary_sentences, sheet_rows, version_rows
from indicators.outputs.plot import plot, share
from indicators.outputs.plot_labels import Box
from indicators.outputs.seen import Bars, bars_of_every_view
from indicators.outputs.signs import sign, site_mark
from indicators.outputs.svg import document, element
from indicators.outputs.typefaces import DISPLAY, REGULAR, shortened
from indicators.selectors import IndicatorPage
from indicators.selectors.choices import OVER_TIME
from indicators.wording.figure import chart_description, chart_of, reading_help
from indicators.wording.method import method_sentences
from indicators.wording.sentence import Part, headline, plain
from indicators.wording.standing import peer_words, rank_sentence
from indicators.wording.table import DataTable, data_table
from indicators.wording.verdicts import Verdict, comparison_verdict, target_verdict, trend_verdict
from portal.branding import Branding
from portal.charts import Bar
from portal.formatting import typographic

Data = dict[str, Any]

CHART = Box(width=700, height=330, text=11.5, focus=16, stroke=1)
ALONE = replace(CHART, height=470)
"""A chart with no breakdown under it takes their place."""

FOOT_WIDTH = 460
MARGINS = {"left": 7.0, "top": 22.0, "right": 13.0, "bottom": 28.0}
LONG, LARGE, SMALLER = 90, 23, 18
"""A sentence of more letters than this is set smaller."""

MOST_VERSIONS = 6


def document_data(page: IndicatorPage, site: Branding) -> Data:
    """Everything that `document.typ` shows, as JSON-ready values."""
    over_time = replace(page, choices=replace(page.choices, view=OVER_TIME), breakdown=None)
    title, bars = typographic(page.indicator.title), bars_of_every_view(page)
    return {
        "language": get_language() or "fr",
        "title": title,
        "keywords": [site.territory_name, page.indicator.source.producer],
        "site": site.site_name,
        "territory": site.territory_name,
        "foot": shortened(f"{site.site_name}, {site.territory_name}. {title}", REGULAR, 7.5, FOOT_WIDTH),
        "fonts": {"display": [DISPLAY.family, REGULAR.family], "text": [REGULAR.family]},
        "colours": _COLOURS | {"focus": site.accent_light},
        "mark": "" if site.logo else document(36, 36, [site_mark(0, 0, 36)]),
        "labels": {"reading": _("Lecture.")},
        "address": _address(page),
        "goals": [_goal(goal.number) for goal in page.goals],
        "headline": _headline(page),
        "verdicts": _verdicts(page),
        "chart": _chart(over_time, replace(CHART if bars else ALONE, accent=site.accent_light)),
        "reading": [typographic(words) for words in reading_help(over_time, chart_of(over_time))],
        "source": _source(page),
        "breakdowns": [_breakdown(seen) for seen in bars],
        "prose": _prose(page),
        "table": _table(page, data_table(page.indicator, page.series)),
        "sheet": {"title": _("Fiche technique"), "rows": sheet_rows(page)},
        "versions": {"title": _("Versions et corrections"), "rows": version_rows(page)[:MOST_VERSIONS]},
    }


_COLOURS = {
    "ink": palette.INK,
    "soft": palette.INK_2,
    "rule": palette.RULE,
    "plain": palette.CMP,
    "highlight": palette.HIGHLIGHT,
}


def _address(page: IndicatorPage) -> Data:
    return {
        "whole": facts.version_address(page),
        "read": facts.readable_address(page),
        "words": _("Ces chiffres restent lisibles à l’adresse"),
    }


def _goal(number: int) -> Data:
    fill, ink = palette.GOALS[number]
    return {"number": str(number), "fill": fill, "ink": ink}


def _headline(page: IndicatorPage) -> Data:
    if page.reading is None or page.latest is None:
        parts = [Part(_("Pas encore de valeur à montrer ici"))]
    else:
        parts = headline(page.indicator, page.reading, page.latest)
    size = LARGE if len(plain(parts)) <= LONG else SMALLER
    return {"size": size, "parts": [{"text": part.text, "key": part.is_key} for part in parts]}


def _verdicts(page: IndicatorPage) -> list[Data]:
    if page.reading is None or page.latest is None:
        return []
    found = [trend_verdict(page), target_verdict(page), comparison_verdict(page)]
    verdicts = [_verdict(verdict) for verdict in found if verdict]
    if rank := rank_sentence(page):
        place, _comma, order = rank.partition(", ")
        verdicts.append(_verdict(Verdict(_("Parmi %(peers)s") % {"peers": peer_words(page)}, place, detail=order)))
    return verdicts


def _verdict(verdict: Verdict) -> Data:
    drawn = sign(verdict.sign, 0, 0, 14)
    return {
        "subject": verdict.subject,
        "word": f"{verdict.word} ({_('fragile')})" if verdict.is_fragile else verdict.word,
        "detail": verdict.detail,
        "sign": document(14, 14, [drawn]) if drawn else "",
        "colour": palette.SIGN_COLOURS.get(verdict.sign, palette.INK),
    }


def _chart(page: IndicatorPage, box: Box) -> Data | None:
    drawing = plot(page, box)
    if not drawing:
        return None
    placed = element("g", drawing, transform=f"translate({MARGINS['left']} {MARGINS['top']})")
    width = int(box.width + MARGINS["left"] + MARGINS["right"])
    height = int(box.height + MARGINS["top"] + MARGINS["bottom"])
    return {"svg": document(width, height, [placed]), "description": chart_description(page)}


def _source(page: IndicatorPage) -> list[str]:
    indicator, source = page.indicator, page.indicator.source
    notes = [facts.about_words(page), indicator.scope, source.origin_note, indicator.proxy_note]
    return [f"{facts.source_words(page)}. {source.licence}.", *(typographic(note) for note in notes if note)]


def _breakdown(seen: Bars) -> Data:
    return {"heading": seen.heading, "about": seen.about, "rows": [_bar(bar) for bar in seen.bars]}


def _bar(bar: Bar) -> Data:
    return {
        "label": bar.label,
        "text": bar.text,
        "shown": bar.has_value,
        "start": share(bar.start),
        "length": share(bar.length),
        "tick": share(bar.tick) if bar.tick else None,
        "plain": bar.kind in ("tot", "peer"),
    }


def _prose(page: IndicatorPage) -> list[Data]:
    sections = [{"title": _("Comment nous jugeons la tendance"), "sentences": method_sentences(page)}]
    indicator = page.indicator
    if indicator.commentary:
        sections.append({"title": _("Ce que disent les chiffres"), "sentences": commentary_sentences(indicator)})
    limits = [typographic(words) for words in (indicator.method, indicator.limits) if words]
    if limits:
        sections.append({"title": _("Méthode et précautions"), "sentences": limits})
    return sections


def _table(page: IndicatorPage, table: DataTable) -> Data:
    marks = [f"{mark.sign} {mark.words}." for mark in table.legend]
    more = [_("Les périodes plus anciennes sont dans les fichiers.")] if table.has_more else []
    return {
        "title": _("Les données"),
        "about": " ".join([facts.unit_words(page) + ".", *marks, *more]),
        "corner": _("Territoire"),
        "head": table.periods,
        "lines": [
            {
                "name": line.name,
                "focus": line.is_focus,
                "cells": [
                    {"text": cell.text, "marks": " ".join(mark.sign for mark in cell.marks)} for cell in line.cells
                ],
            }
            for line in table.lines
        ],
    }
