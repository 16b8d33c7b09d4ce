"""The table of a comparison as CSV or as a workbook: one line for each cell, with where its figure comes from."""

import csv
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from typing import IO

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from openpyxl import Workbook

from indicators.downloads.csv_file import BOM
from indicators.downloads.xlsx_file import SIGNIFICANT_DIGITS
from indicators.selectors.side_by_side import Cell, Comparison, Line
from indicators.statuses import MISSING
from portal.csv_safety import safe_cell
from portal.decimals import canonical

COLUMNS = (
    *("indicator", "title", "goals", "territory_scheme", "territory", "territory_name"),
    *("read_on_scheme", "read_on", "read_on_name", "period", "value", "unit", "status", "compared_with", "verdict"),
    *("source", "licence", "version", "published_on", "page"),
)
VALUE = COLUMNS.index("value")


def comparison_lines(comparison: Comparison, base: str) -> Iterator[list[str]]:
    """The cells of the table as text, safe in a spreadsheet; `base` is the absolute address of the catalogue.

    A source that may not be redistributed keeps its lines, without its figures.
    """
    for line in comparison.lines:
        for cell in line.cells:
            yield [
                *_about(line),
                *_place(cell),
                *_figure(line, cell),
                *_verdict(comparison, line, cell),
                *_origin(line, base),
            ]


def comparison_csv(comparison: Comparison, base: str) -> str:
    """The whole file. Names of columns do not change by language."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(comparison_lines(comparison, base))
    return BOM + text.getvalue()


def comparison_xlsx(comparison: Comparison, base: str) -> IO[bytes]:
    """The same lines in a workbook: an open temporary file, at its start; values are numbers."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(_("Comparaison"))
    sheet.append(list(COLUMNS))
    for line in comparison_lines(comparison, base):
        sheet.append([_number(text) if rank == VALUE else text for rank, text in enumerate(line)])
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    workbook.save(file)
    file.seek(0)
    return file


def _number(text: str) -> Decimal | str | None:
    if not text:
        return None
    value = Decimal(text)
    return value if len(value.as_tuple().digits) <= SIGNIFICANT_DIGITS else text


def _about(line: Line) -> list[str]:
    goals = " ".join(str(goal.number) for goal in line.indicator.goals.all())
    return [safe_cell(line.indicator.code), safe_cell(str(line.indicator.title)), goals]


def _place(cell: Cell) -> list[str]:
    read_on = cell.read_on
    own = [safe_cell(cell.column.scheme), safe_cell(cell.column.code), safe_cell(str(cell.column.name))]
    if read_on is None:
        return [*own, "", "", ""]
    return [*own, safe_cell(read_on.scheme), safe_cell(read_on.code), safe_cell(str(read_on.name))]


def _figure(line: Line, cell: Cell) -> list[str]:
    unit = safe_cell(str(line.indicator.unit))
    if not line.indicator.source.is_redistributable:
        return [line.period, "", unit, ""]
    if cell.row is None:
        return [line.period, "", unit, MISSING]
    value = "" if cell.value is None else canonical(cell.value)
    return [cell.row.period, value, unit, ";".join(cell.row.statuses)]


def _verdict(comparison: Comparison, line: Line, cell: Cell) -> list[str]:
    """On the line of the focus only, what the page says in words."""
    verdict = comparison.verdict(line) if cell is line.cells[0] else ""
    is_told = verdict and line.indicator.source.is_redistributable
    return [safe_cell(str(comparison.reference.name)), verdict] if is_told and comparison.reference else ["", ""]


def _origin(line: Line, base: str) -> list[str]:
    publication, source = line.indicator.publication, line.indicator.source
    return [
        safe_cell(f"{source.producer}, {source.name}"),
        safe_cell(source.licence),
        str(publication.release.number),
        localdate(publication.published_at).isoformat(),
        f"{base}{line.indicator.slug}/",
    ]
