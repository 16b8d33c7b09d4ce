"""How heavy the CSV of a release is, so that its link can say it without writing the whole file."""

from dataclasses import replace

from indicators.downloads.csv_file import csv_of
from indicators.downloads.records import Selection, records
from indicators.models import Release

SAMPLE = 500


def csv_size(release: Release, count: int) -> int:
    """Bytes (one query): exact up to 500 observations, else scaled from the first 500 to `count`."""
    whole = Selection(release)
    sample = list(records(whole, SAMPLE))
    names = sorted({name for record in sample for name in record.breakdown})
    header, *lines = csv_of(replace(whole, dimensions=names), iter(sample))
    written = sum(len(line.encode()) for line in lines)
    scaled = written * count // SAMPLE if count > SAMPLE else written
    return len(header.encode()) + scaled
