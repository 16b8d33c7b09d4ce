"""The files that anybody may take away: figures with their metadata, streamed, safe to open in a spreadsheet."""

from indicators.downloads.csv_file import csv_lines
from indicators.downloads.json_file import json_parts, to_json
from indicators.downloads.metadata import metadata
from indicators.downloads.records import Selection, selection
from indicators.downloads.sizes import csv_size
from indicators.downloads.xlsx_file import xlsx_file

__all__ = ["Selection", "csv_lines", "csv_size", "json_parts", "metadata", "selection", "to_json", "xlsx_file"]
