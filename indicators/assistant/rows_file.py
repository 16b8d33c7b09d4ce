"""The rows of a comparison as CSV, safe to open in a spreadsheet."""

import csv
import json
from collections.abc import Iterator

from django.http import StreamingHttpResponse
from django.utils.translation import gettext as _

from indicators.comparison import ComparedRow, Comparison
from portal.csv_safety import safe_cell


class Echo:
    """A file that gives back what is written to it, one line at a time."""

    def write(self, text: str) -> str:
        return text


def rows_response(comparison: Comparison, kind: str) -> StreamingHttpResponse:
    """Every row of a kind, streamed."""
    lines = _lines(comparison, kind, _heads())
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{comparison.indicator.code}-{kind}.csv"'
    return response


def _heads() -> tuple[str, ...]:
    """In the language of the person: by the time the lines are sent, that of the request is over."""
    return (
        _("territoire"),
        _("code"),
        _("période"),
        _("ventilation"),
        _("en ligne"),
        _("proposé"),
        _("écart"),
        _("statut"),
    )


def _lines(comparison: Comparison, kind: str, heads: tuple[str, ...]) -> Iterator[str]:
    writer = csv.writer(Echo(), delimiter=";")
    yield "\ufeff"
    yield writer.writerow(heads)  # type: ignore[misc]
    for row in comparison.every_row(kind):
        yield writer.writerow(_cells(row))  # type: ignore[misc]


def _cells(row: ComparedRow) -> list[object]:
    texts = [row.territory.name, f"{row.territory.scheme} {row.territory.code}".strip(), row.period]
    breakdown = json.dumps(row.breakdown, ensure_ascii=False) if row.breakdown else ""
    statuses = ",".join(row.after.statuses) if row.after else ""
    return [*map(safe_cell, texts), safe_cell(breakdown), row.old, row.new, row.difference, statuses]
