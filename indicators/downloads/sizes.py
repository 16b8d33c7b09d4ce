"""How heavy the CSV of a release is, so that its link can say it without writing the whole file."""

from itertools import islice

from indicators.downloads.csv_file import LINES_AT_ONCE, csv_lines
from indicators.downloads.records import Selection


def csv_size(chosen: Selection, count: int) -> int:
    """Bytes: exact up to 500 observations, else scaled from the first 500 to `count`."""
    header, some = [*islice(csv_lines(chosen), 2), ""][:2]
    first, sample = len(header.encode()), len(some.encode())
    return first + sample * max(count, LINES_AT_ONCE) // LINES_AT_ONCE if count > LINES_AT_ONCE else first + sample
