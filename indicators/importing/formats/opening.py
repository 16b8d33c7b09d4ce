"""The only entrance: bytes to a SourceFile, or a refusal."""

from indicators.importing.grids import SourceFile

from .content_kind import content_kind
from .delimited import open_delimited
from .json_records import open_json
from .limits import MAX_BYTES
from .ole_workbooks import open_ole_workbook
from .refusals import refused
from .zip_workbooks import open_zip_workbook


def open_source(content: bytes, *, name: str, encoding: str | None = None, separator: str | None = None) -> SourceFile:
    """Reads CSV, TSV, XLSX, XLS, ODS and JSON records as text cells.

    `encoding` and `separator` are what a person or a recipe says; without them they are found. Raises FileRefused,
    in words for a person, for everything else; nothing is executed, nothing is fetched, nothing is written.
    """
    if len(content) > MAX_BYTES:
        raise refused("too_large")
    kind = content_kind(content)
    if kind == "zip":
        return open_zip_workbook(content, name=name)
    if kind == "ole":
        return open_ole_workbook(content, name=name)
    if kind == "json":
        return open_json(content, name=name, encoding=encoding)
    return open_delimited(content, name=name, encoding=encoding, separator=separator)
