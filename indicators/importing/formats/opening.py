"""The only entrance: bytes to a SourceFile, or a refusal."""

import logging

from indicators.importing.grids import SourceFile
from indicators.importing.refusals import FileRefused

from .content_kind import content_kind
from .delimited import open_delimited
from .json_records import open_json
from .limits import MAX_BYTES
from .ole_workbooks import open_ole_workbook
from .refusals import refused
from .zip_workbooks import open_zip_workbook

logger = logging.getLogger(__name__)


def open_source(content: bytes, *, name: str, encoding: str | None = None, separator: str | None = None) -> SourceFile:
    """Reads CSV, TSV, XLSX, XLS, ODS and JSON records as text cells.

    `encoding` and `separator` are what a person or a recipe says; without them they are found. Raises FileRefused,
    in words for a person, for everything else; nothing is executed, nothing is fetched, nothing is written.
    """
    if len(content) > MAX_BYTES:
        raise refused("too_large")
    try:
        return _opened(content, name, encoding, separator)
    except (FileRefused, MemoryError):
        raise
    except Exception as error:
        # Parsers of formats fail on damaged bytes in ways that no list can foresee; the trace is kept for us.
        logger.warning("A file could not be parsed", exc_info=True)
        raise refused("truncated") from error


def _opened(content: bytes, name: str, encoding: str | None, separator: str | None) -> SourceFile:
    kind = content_kind(content)
    if kind == "zip":
        return open_zip_workbook(content, name=name)
    if kind == "ole":
        return open_ole_workbook(content, name=name)
    if kind == "json":
        return open_json(content, name=name, encoding=encoding)
    return open_delimited(content, name=name, encoding=encoding, separator=separator)
