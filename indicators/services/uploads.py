"""Files as received: kept, hashed, read with what the person answered, imported or abandoned."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from indicators.importing.refusals import FileRefused
from indicators.models import Indicator, Release, ReleaseImport, Upload
from portal.models import User

from .file_reading import open_with
from .import_errors import AlreadyImported
from .upload_reading import UploadReading, read_upload

__all__ = [
    "AlreadyImported",
    "UploadReading",
    "abandon_upload",
    "keep_upload",
    "read_upload",
    "receive_upload",
    "save_answers",
]

NAME_LENGTH = 255


def receive_upload(
    *, content: bytes, name: str, user: User, indicator: Indicator | None = None, again: bool = False
) -> Upload:
    """Keep a file and make sure that it opens.

    Raises AlreadyImported when the same bytes gave a release of this indicator (unless `again`), and FileRefused, with
    the refused file kept and its reason recorded.
    """
    known = None if again or indicator is None else imported_before(content=content, indicator=indicator)
    if known and known.provenance.upload:
        raise AlreadyImported(known.provenance.upload, known)
    upload = keep_upload(content=content, name=name, user=user, indicator=indicator)
    try:
        source = open_with(content, name=name)
    except FileRefused as refused:
        refuse(upload, refused)
        raise
    detection = {"format": source.format, "encoding": source.encoding, "separator": source.separator}
    upload.detection = detection | {"quirks": list(source.quirks), "sheets": [grid.name for grid in source.grids]}
    upload.save(update_fields=["detection"])
    return upload


def keep_upload(*, content: bytes, name: str, user: User, indicator: Indicator | None = None) -> Upload:
    """The bytes, out of reach of every address, with who brought them."""
    upload = Upload(
        original_name=name[-NAME_LENGTH:],
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        indicator=indicator,
        uploaded_by=user,
    )
    upload.file.save(f"{upload.sha256[:16]}", ContentFile(content), save=False)
    upload.save()
    return upload


def imported_before(*, content: bytes, indicator: Indicator) -> Release | None:
    """The last complete release of the indicator that these very bytes gave, and that was not withdrawn."""
    return (
        Release.objects.filter(
            indicator=indicator,
            provenance__state=ReleaseImport.State.SEALED,
            provenance__withdrawn_at=None,
            provenance__upload__sha256=hashlib.sha256(content).hexdigest(),
        )
        .select_related("provenance__upload", "indicator")
        .order_by("-number")
        .first()
    )


def refuse(upload: Upload, refused: FileRefused) -> None:
    """Record why a file cannot be read."""
    upload.state = Upload.State.REFUSED
    upload.refusal = {"code": refused.code, "reason": str(refused.reason), "remedy": str(refused.remedy)}
    upload.save(update_fields=["state", "refusal", "saved_at"])


@transaction.atomic
def save_answers(
    *, upload: Upload, answers: Mapping[str, Any], decisions: Mapping[str, Mapping[str, str]] | None = None
) -> Upload:
    """Keep what the person answered: `answers` by question (`Guess.what`), `decisions` by problem (`Problem.key`), each
    a mapping with `action` (drop, replace, map) and, as it needs, `text` or `scheme` and `code`."""
    upload.answers = {"answers": dict(answers), "decisions": {key: dict(one) for key, one in (decisions or {}).items()}}
    upload.save(update_fields=["answers", "saved_at"])
    return upload


def abandon_upload(*, upload: Upload) -> Upload:
    """The person gave up; the bytes stay, for the log. An imported file stays imported."""
    if upload.state != Upload.State.IMPORTED:
        upload.state = Upload.State.ABANDONED
        upload.save(update_fields=["state", "saved_at"])
    return upload
