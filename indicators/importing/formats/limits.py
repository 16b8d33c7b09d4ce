"""What is too large to be opened by a web process."""

MAX_BYTES = 200 * 1024**2
MAX_COLUMNS = 5_000
MAX_SHEETS = 150
MAX_SHEET_AREA = 60_000_000
"""Rows × columns of one sheet: a sheet is held dense in memory, so two cells at opposite corners cost all of it."""
MAX_UNPACKED = 1024**3
MAX_RATIO = 100
RATIO_APPLIES_FROM = 1024**2
"""Below this size a ratio says nothing: an empty sheet compresses 200 times."""
MAX_ARCHIVE_ENTRIES = 2_000
