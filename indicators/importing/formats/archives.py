"""Zip containers (XLSX, ODS) are checked before anything is unpacked by the reader of workbooks."""

import io
import lzma
import zipfile
import zlib

from .limits import MAX_ARCHIVE_ENTRIES, MAX_RATIO, MAX_UNPACKED, RATIO_APPLIES_FROM
from .refusals import refused

CHUNK = 1024**2
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What the reader of archives raises on a damaged entry, an unknown compression or an impossible place."""


def open_archive(content: bytes) -> zipfile.ZipFile:
    """The archive, once its sizes are sane. Raises FileRefused (`truncated`, `password_protected`, `zip_bomb`)."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise refused("truncated") from error
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise refused("password_protected")
    if len(entries) > MAX_ARCHIVE_ENTRIES or _swells(entries, len(content)):
        raise refused("zip_bomb")
    return archive


def _swells(entries: list[zipfile.ZipInfo], packed: int) -> bool:
    """Compared with the whole file, so that entries sharing the same bytes are counted once as packed."""
    unpacked = sum(entry.file_size for entry in entries)
    return unpacked > MAX_UNPACKED or (unpacked > RATIO_APPLIES_FROM and unpacked > MAX_RATIO * packed)


def verify_contents(archive: zipfile.ZipFile) -> None:
    """Unpacks every entry once, in pieces, never beyond its announced size: a lying size fails its checksum.

    Raises FileRefused (`truncated`).
    """
    try:
        for entry in archive.infolist():
            with archive.open(entry) as stream:
                while stream.read(CHUNK):
                    pass
    except DAMAGE as error:
        raise refused("truncated") from error
