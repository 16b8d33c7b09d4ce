"""The catalogue as a CSV: one line for each indicator listed, with its latest figure and where it comes from."""

import csv
from collections.abc import Sequence
from io import StringIO

from django.utils.timezone import localdate

from indicators.downloads.csv_file import BOM
from indicators.selectors import Card
from portal.csv_safety import safe_cell
from portal.decimals import canonical

COLUMNS = (
    *("indicator", "title", "goals", "priority_issues", "territory_scheme", "territory", "territory_name", "period"),
    *("value", "unit", "status", "trend", "fragile", "source", "licence", "department", "version", "published_on"),
    *("next_expected", "page"),
)


def list_csv(cards: Sequence[Card], base: str) -> str:
    """The whole file; `base` is the absolute address of the catalogue. Names of columns do not change by language.

    A source that may not be redistributed keeps its line, without its figure.
    """
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(_line(card, base) for card in cards)
    return BOM + text.getvalue()


def _line(card: Card, base: str) -> list[str]:
    indicator, source = card.indicator, card.indicator.source
    return [
        safe_cell(indicator.code),
        safe_cell(str(indicator.title)),
        " ".join(str(goal.number) for goal in card.goals),
        " ".join(str(issue.number) for issue in card.issues),
        *_figure(card),
        card.trend,
        "yes" if card.judgement.is_fragile else "no",
        safe_cell(f"{source.producer}, {source.name}"),
        safe_cell(source.licence),
        safe_cell(str(indicator.department.name)),
        str(indicator.publication.release.number),
        localdate(indicator.publication.published_at).isoformat(),
        source.next_expected.isoformat() if source.next_expected else "",
        f"{base}{indicator.slug}/",
    ]


def _figure(card: Card) -> list[str]:
    place, row = card.reading, card.latest
    where = [safe_cell(place.scheme), safe_cell(place.code), safe_cell(str(place.name))] if place else [""] * 3
    unit = safe_cell(str(card.indicator.unit))
    if not card.indicator.source.is_redistributable:
        return [*where, row.period if row else "", "", unit, ""]
    if row is None or row.value is None:
        return [*where, "", "", unit, "missing"]
    return [*where, row.period, canonical(row.value), unit, ";".join(row.statuses)]
