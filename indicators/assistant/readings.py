"""The reading of a file, kept for a moment in this process: two pages in a row do not read the same file twice."""

import copy
import hashlib
import json
from collections import OrderedDict
from dataclasses import replace
from threading import Lock

from django.db.models import Max
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from indicators.importing.refusals import FileRefused
from indicators.models import Territory, Upload
from indicators.services.new_indicator import is_own_draft
from indicators.services.upload_reading import Progress, UploadReading, read_upload

from . import stored_readings
from .background import is_long
from .drafts import draft_of
from .stored_readings import NotRead

KEPT = 3
MOST_ROWS = 300_000
"""A larger reading is not kept: it would hold too much memory."""

_kept: OrderedDict[str, UploadReading] = OrderedDict()
_lock = Lock()


def reading_of(upload: Upload, progress: Progress | None = None) -> UploadReading:
    """The reading with everything answered so far. Raises NotRead."""
    upload = as_first_seen(upload)
    key = _key(upload)
    found = _remembered(key) or (stored_readings.load(upload.pk, key) if is_long(upload) else None)
    if found is None:
        found = _read_and_store(upload, key, progress)
    if isinstance(found, NotRead):
        raise found
    _remember(key, found)
    return found


def _read_and_store(upload: Upload, key: str, progress: Progress | None) -> UploadReading | NotRead:
    """A long file that cannot be read is remembered too: its page says so instead of reading it again."""
    found: UploadReading | NotRead
    try:
        found = _read(upload, progress)
    except NotRead as problem:
        found = problem
    if is_long(upload):
        stored_readings.keep(upload.pk, key, found)
    return found


def is_ready(upload: Upload) -> bool:
    """Can the page be shown at once? Short files always; long ones once a task has read them with these answers."""
    key = reading_key(upload)
    return not is_long(upload) or _remembered(key) is not None or stored_readings.is_kept(upload.pk, key)


def _remembered(key: str) -> UploadReading | None:
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
        return _kept.get(key)


def _read(upload: Upload, progress: Progress | None) -> UploadReading:
    try:
        found = read_upload(upload=upload, progress=progress)
    except FileRefused as refused:
        raise NotRead(str(refused.reason), str(refused.remedy), refused.code) from refused
    except KeyError as unknown:
        raise NotRead(*_stale(unknown)) from unknown
    scope = draft_of(upload).scope
    return replace(found, recipe=replace(found.recipe, scope=scope)) if scope else found


def _stale(unknown: KeyError) -> tuple[str, str]:
    reason = _("Une réponse parle de « %(name)s », que le fichier n’a pas.") % {"name": unknown.args[0]}
    return reason, _("Oubliez les réponses données et recommencez la lecture.")


def reading_key(upload: Upload) -> str:
    """Names the reading of this file with the answers given so far."""
    return _key(as_first_seen(upload))


def as_first_seen(upload: Upload) -> Upload:
    """The file of a new indicator is read as before that indicator existed: its recipe is the one that the person has
    checked, never that of another indicator of the same source."""
    if upload.indicator is None or not is_own_draft(upload.indicator):
        return upload
    seen = copy.copy(upload)
    seen.indicator = None
    return seen


def _key(upload: Upload) -> str:
    """Everything that the reading depends on: bytes, answers, recipe, and the territories known."""
    kept = draft_of(upload)
    told = {"answers": kept.answers, "decisions": kept.decisions, "scope": kept.scope}
    places = Territory.objects.aggregate(last=Max("pk"), spelled=Max("spellings__pk"))
    facts = (
        get_language(),
        upload.sha256,
        upload.indicator_id,
        upload.recipe_id,
        *places.values(),
        json.dumps(told, sort_keys=True),
    )
    return f"{upload.pk}|{hashlib.sha256(repr(facts).encode()).hexdigest()}"


def _remember(key: str, found: UploadReading) -> None:
    if len(found.reading.table) > MOST_ROWS:
        return
    with _lock:
        _kept[key] = found
        while len(_kept) > KEPT:
            _kept.popitem(last=False)


def forget_readings() -> None:
    """Empty the memory of this process."""
    with _lock:
        _kept.clear()
