"""CSV, TSV and their kin: UTF-8 bytes to a Grid, every row kept so that row numbers are those of the file."""

import csv
import io
import warnings
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from indicators.importing.grids import Grid, SourceFile

from .decoding import decode_text
from .eurostat_tsv import split_composite_column
from .limits import MAX_COLUMNS
from .refusals import refused
from .separators import find_separator

QUOTE = b'"'


def open_delimited(content: bytes, *, name: str, encoding: str | None, separator: str | None) -> SourceFile:
    """Raises FileRefused for binary content and for tables that are too wide."""
    text = decode_text(content, encoding)
    if not text.data.strip():
        raise refused("empty")
    sign = separator or find_separator(text.data)
    cells, quirks = read_cells(text.data, sign)
    cells, is_eurostat = split_composite_column(cells)
    quirks = text.quirks + quirks + (("eurostat_composite_column",) if is_eurostat else ())
    return SourceFile(
        name=name,
        format="tsv" if sign == "\t" else "csv",
        grids=(Grid(name="", cells=cells),),
        encoding=text.encoding,
        separator=sign,
        quirks=quirks,
    )


@dataclass(frozen=True)
class _Shape:
    width: int
    is_ragged: bool
    quoting: Literal[0, 3]


def read_cells(data: bytes, separator: str) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """The cells as text and the quirks met; a quote that is never closed is read as an ordinary sign."""
    shape = _shape(data, separator)
    try:
        cells = _parse(data, separator, shape)
    except pd.errors.ParserError:
        shape = _unquoted_shape(data, separator)
        cells = _parse(data, separator, shape)
    quirks = ("unbalanced_quotes",) if shape.quoting == csv.QUOTE_NONE and QUOTE in data else ()
    return cells, quirks + (("ragged_rows",) if shape.is_ragged else ())


def _parse(data: bytes, separator: str, shape: _Shape) -> pd.DataFrame:
    if shape.width > MAX_COLUMNS:
        raise refused("too_many_columns")
    with warnings.catch_warnings():
        warnings.simplefilter("error", pd.errors.ParserWarning)
        return pd.read_csv(
            io.BytesIO(data),
            sep=separator,
            header=None,
            names=range(shape.width),
            index_col=False,
            dtype=str,
            na_filter=False,
            skip_blank_lines=False,
            quoting=shape.quoting,
            encoding="utf-8",
        )


def _shape(data: bytes, separator: str) -> _Shape:
    """pandas must be told the widest row: it would drop what stands beyond."""
    if QUOTE not in data:
        return _unquoted_shape(data, separator)
    stream = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")
    try:
        widths = set(map(len, csv.reader(stream, delimiter=separator)))
    except csv.Error:
        return _unquoted_shape(data, separator)
    return _Shape(max(widths, default=1) or 1, len(widths - {0}) > 1, csv.QUOTE_MINIMAL)


def _unquoted_shape(data: bytes, separator: str) -> _Shape:
    sign = separator.encode()
    lines = data.split(b"\n") if b"\n" in data else data.split(b"\r")
    counts = {line.count(sign) for line in lines if line.strip()}
    return _Shape(max(counts, default=0) + 1, len(counts) > 1, csv.QUOTE_NONE)
