"""The table of a goal as CSV (RFC 4180, UTF-8 with a byte order mark) and as a workbook."""

import csv
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import IO

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from openpyxl import Workbook

from indicators.downloads.csv_file import BOM, LINES_AT_ONCE
from indicators.downloads.records import Record
from indicators.downloads.xlsx_file import SIGNIFICANT_DIGITS
from sdg_pages.downloads.goal_table import COLUMNS, VALUE, GoalTable


class _Line:
    """Hands back what the writer writes."""

    def write(self, text: str) -> str:
        return text


def goal_csv_lines(table: GoalTable) -> Iterator[str]:
    """Stream the file, some hundred lines at a time, in the language of the moment: it is sent after the view."""
    return _in_language(_lines(table), get_language())


def _in_language(parts: Iterator[str], language: str) -> Iterator[str]:
    while True:
        with override(language):
            part = next(parts, None)
        if part is None:
            return
        yield part


def _lines(table: GoalTable) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield BOM + writer.writerow(COLUMNS)
    lines = table.lines()
    while some := list(islice(lines, LINES_AT_ONCE)):
        yield "".join(writer.writerow(cells) for _record, cells in some)


def goal_xlsx_file(table: GoalTable) -> IO[bytes]:
    """The open temporary file, at its start; it disappears when closed."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(_("Données"))
    sheet.append(list(COLUMNS))
    for record, cells in table.lines():
        sheet.append([*cells[:VALUE], _number(record), *cells[VALUE + 1 :]])
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    workbook.save(file)
    file.seek(0)
    return file


def _number(record: Record) -> str | Decimal | None:
    """A number, unless a spreadsheet would round it."""
    if record.value is None or len(record.value.as_tuple().digits) <= SIGNIFICANT_DIGITS:
        return record.value
    return record.value_text
