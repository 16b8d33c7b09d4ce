"""CSV as RFC 4180 says: commas, decimal point, quotes where needed; UTF-8 with a byte order mark for spreadsheets."""

import csv
from collections.abc import Iterator
from itertools import islice

from django.utils.timezone import localdate

from indicators.downloads.records import Record, Selection, exact, records
from portal.csv_safety import safe_cell

BOM = "\ufeff"
LINES_AT_ONCE = 500
BEFORE = ("indicator", "territory_scheme", "territory", "territory_name", "period")
BOUNDS = ("lower", "upper")
AFTER = ("value", "unit", "status", "note", "version", "published_on")


class _Line:
    """Hands back what the writer writes."""

    def write(self, text: str) -> str:
        return text


def csv_lines(chosen: Selection) -> Iterator[str]:
    """Stream the file: a header, then one line an observation; one column per dimension.

    Names of columns and codes of statuses are the same in both languages, so that a script reads either.
    """
    return csv_of(chosen, records(chosen))


def csv_of(chosen: Selection, found: Iterator[Record]) -> Iterator[str]:
    """The same for records already read."""
    writer = csv.writer(_Line())
    bounds = BOUNDS if chosen.has_intervals else ()
    value, *after = AFTER
    header = [*BEFORE, *(safe_cell(name) for name in chosen.dimensions), value, *bounds, *after]
    yield BOM + writer.writerow(header)
    ends = _constant_cells(chosen)
    for some in _in_groups(found):
        yield "".join(writer.writerow(_cells(record, chosen, ends)) for record in some)


def _constant_cells(chosen: Selection) -> tuple[str, str, str, str]:
    release = chosen.release
    published = release.went_public_at
    return (
        safe_cell(release.indicator.code),
        safe_cell(release.indicator.unit),
        str(release.number),
        localdate(published).isoformat() if published else "",
    )


def _cells(record: Record, chosen: Selection, constant: tuple[str, str, str, str]) -> list[str]:
    code, unit, version, published_on = constant
    return [
        code,
        safe_cell(record.territory_scheme),
        safe_cell(record.territory),
        safe_cell(record.territory_name),
        record.period,
        *(safe_cell(record.breakdown.get(name, "")) for name in chosen.dimensions),
        record.value_text,
        *((exact(record.lower), exact(record.upper)) if chosen.has_intervals else ()),
        unit,
        ";".join(record.status),
        safe_cell(record.note),
        version,
        published_on,
    ]


def _in_groups(found: Iterator[Record]) -> Iterator[list[Record]]:
    while some := list(islice(found, LINES_AT_ONCE)):
        yield some
