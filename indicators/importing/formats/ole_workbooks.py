"""Legacy XLS, and the other things that hide in the same container."""

import io
import struct

import olefile

from indicators.importing.grids import SourceFile

from .refusals import refused
from .workbooks import read_workbook

FILE_PASS = 0x2F
RECORDS_SHOWN = 60


def open_ole_workbook(content: bytes, *, name: str) -> SourceFile:
    """Raises FileRefused for passwords, macros, Word files and damaged containers."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            _refuse_contents(container)
    except (OSError, ValueError, IndexError, KeyError, struct.error) as error:
        raise refused("truncated") from error
    return read_workbook(content, name=name, format="xls", traits={})


def _refuse_contents(container: olefile.OleFileIO) -> None:
    if container.exists("EncryptedPackage"):
        raise refused("password_protected")
    stream = next((name for name in ("Workbook", "Book") if container.exists(name)), None)
    if stream is None:
        raise refused("document" if container.exists("WordDocument") else "binary")
    if container.exists("_VBA_PROJECT_CUR"):
        raise refused("macros")
    if _is_encrypted(container.openstream(stream).read(65536)):
        raise refused("password_protected")


def _is_encrypted(book: bytes) -> bool:
    """BIFF announces encryption by a FILEPASS record among the first ones of the globals."""
    place = 0
    for _index in range(RECORDS_SHOWN):
        kind, size = int.from_bytes(book[place : place + 2], "little"), book[place + 2 : place + 4]
        if kind == FILE_PASS:
            return True
        place += 4 + int.from_bytes(size, "little")
    return False
