"""Cells that an XLSX file shows in percent: 0.104 is stored, « 10,4 % » is what the person sees."""

import re
import zipfile

from .xlsx_places import column_number
from .xml_events import CHUNK, read_events

STYLES = "xl/styles.xml"
BUILT_IN = frozenset({"9", "10"})
"""Numbers of `0%` and `0.00%`, which a file uses without defining them."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
_PLACE, _STYLE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"'), re.compile(rb'\bs="(\d{1,6})"')
LONGEST_TAG = 200


def percent_styles(archive: zipfile.ZipFile) -> frozenset[bytes]:
    """The numbers by which cells name a style that shows percents."""
    if STYLES not in archive.NameToInfo:
        return frozenset()
    formats, used = set(BUILT_IN), []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        name = tag.rpartition(":")[2]
        if name == "numFmt" and _is_percent(attributes.get("formatCode", "")):
            formats.add(attributes.get("numFmtId", ""))
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            used.append(attributes.get("numFmtId", ""))

    def end(tag: str) -> None:
        nonlocal inside
        inside = inside and tag.rpartition(":")[2] != "cellXfs"

    with archive.open(STYLES) as stream:
        read_events(stream, start=start, end=end)
    return frozenset(str(place).encode() for place, number in enumerate(used) if number in formats)


def percent_cells(archive: zipfile.ZipFile, path: str, styles: frozenset[bytes]) -> dict[int, set[int]]:
    """Zero-based rows of these cells by column."""
    found: dict[int, set[int]] = {}
    tail = b""
    with archive.open(path) as stream:
        while chunk := stream.read(CHUNK):
            piece = tail + chunk
            for attributes in _CELL.findall(piece):
                style, place = _STYLE.search(attributes), _PLACE.search(attributes)
                if style and place and style[1] in styles:
                    found.setdefault(column_number(place[1].decode()), set()).add(int(place[2]) - 1)
            tail = piece[-LONGEST_TAG:]
    return found


def _is_percent(code: str) -> bool:
    """Whether a format shows a percent sign that is no mere text."""
    return "%" in _QUOTED.sub("", code)
