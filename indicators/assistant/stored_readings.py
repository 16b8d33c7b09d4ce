"""Readings of long files, shared between the task that made them and the pages that show them.

They stand beside the files themselves, out of reach of every address, and are signed: nothing else is ever unpickled.
"""

import hashlib
import hmac
import pickle
from dataclasses import dataclass, replace

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import Storage

from indicators.importing.grids import Grid, SourceFile
from indicators.models.upload import private_storage
from indicators.services.upload_reading import UploadReading

FOLDER = "readings"
LINES_KEPT = 40
SIGNATURE = hashlib.sha256().digest_size


@dataclass
class NotRead(Exception):
    """The file cannot be read with these answers; `reason` and `remedy` are sentences, `code` that of the refusal."""

    reason: str
    remedy: str
    code: str = ""


def load(upload: int, key: str) -> UploadReading | NotRead | None:
    """The reading kept under this key; None when there is none, or when it is not ours."""
    storage, name = private_storage(), _name(upload, key)
    if not storage.exists(name):
        return None
    with storage.open(name) as file:
        content = file.read()
    signature, body = content[:SIGNATURE], content[SIGNATURE:]
    return pickle.loads(body) if hmac.compare_digest(signature, _sign(body)) else None


def is_kept(upload: int, key: str) -> bool:
    """Is there a reading under this key?"""
    return private_storage().exists(_name(upload, key))


def keep(upload: int, key: str, found: UploadReading | NotRead) -> None:
    """Keep this reading and drop the former ones of the same file."""
    forget(upload)
    kept = replace(found, source=_first_lines(found.source)) if isinstance(found, UploadReading) else found
    body = pickle.dumps(kept, protocol=pickle.HIGHEST_PROTOCOL)
    private_storage().save(_name(upload, key), ContentFile(_sign(body) + body))


def forget(upload: int) -> None:
    """Drop every reading of a file."""
    storage = private_storage()
    for name in _names(storage):
        if name.startswith(f"{upload}-"):
            storage.delete(f"{FOLDER}/{name}")


def _names(storage: Storage) -> list[str]:
    try:
        return storage.listdir(FOLDER)[1]
    except FileNotFoundError:
        return []


def _name(upload: int, key: str) -> str:
    return f"{FOLDER}/{upload}-{hashlib.sha256(key.encode()).hexdigest()[:32]}.pickle"


def _sign(body: bytes) -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), body, "sha256")


def _first_lines(source: SourceFile) -> SourceFile:
    grids = tuple(Grid(grid.name, grid.cells.iloc[:LINES_KEPT].copy()) for grid in source.grids)
    return replace(source, grids=grids)
