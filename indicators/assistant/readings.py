"""The reading of a file, kept for a moment in this process: two pages in a row do not read the same file twice."""

import hashlib
import json
from collections import OrderedDict
from dataclasses import dataclass, replace
from threading import Lock

from django.utils.translation import gettext as _

from indicators.catalogue import territory_catalogue
from indicators.importing.inspection import apply_answers
from indicators.importing.reading import read_observations
from indicators.importing.refusals import FileRefused
from indicators.models import Upload
from indicators.services.upload_reading import Progress, UploadReading, answers_of, decisions_of, read_upload

from . import stored_readings
from .background import is_long
from .drafts import draft_of

KEPT = 3
MOST_ROWS = 300_000
"""A larger reading is not kept: it would hold too much memory."""

_kept: OrderedDict[str, UploadReading] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class NotRead(Exception):
    """The file cannot be read with these answers; `reason` and `remedy` are sentences."""

    reason: str
    remedy: str


def reading_of(upload: Upload, progress: Progress | None = None) -> UploadReading:
    """The reading with everything answered so far. Raises NotRead."""
    key = _key(upload)
    found = _remembered(key) or (stored_readings.load(upload.pk, key) if is_long(upload) else None)
    if found is None:
        found = _read(upload, progress)
        if is_long(upload):
            stored_readings.keep(upload.pk, key, found)
    _remember(key, found)
    return found


def is_ready(upload: Upload) -> bool:
    """Can the page be shown at once? Short files always; long ones once a task has read them with these answers."""
    key = _key(upload)
    return not is_long(upload) or _remembered(key) is not None or stored_readings.is_kept(upload.pk, key)


def _remembered(key: str) -> UploadReading | None:
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
        return _kept.get(key)


def _read(upload: Upload, progress: Progress | None) -> UploadReading:
    try:
        found = with_answers(upload, read_upload(upload=upload, progress=progress))
    except FileRefused as refused:
        raise NotRead(str(refused.reason), str(refused.remedy)) from refused
    except KeyError as unknown:
        raise NotRead(*_stale(unknown)) from unknown
    scope = draft_of(upload).scope
    return replace(found, recipe=replace(found.recipe, scope=scope)) if scope else found


def _stale(unknown: KeyError) -> tuple[str, str]:
    reason = _("Une réponse parle de « %(name)s », que le fichier n’a pas.") % {"name": unknown.args[0]}
    return reason, _("Oubliez les réponses données et recommencez la lecture.")


def with_answers(upload: Upload, found: UploadReading) -> UploadReading:
    """A recipe of last year that fits, changed by what the person answered all the same."""
    answers = answers_of(upload)
    if not found.recipe_fits or not answers or found.inspection is None:
        return found
    recipe = apply_answers(replace(found.inspection, recipe=found.recipe), answers)
    if recipe == found.recipe:
        return found
    reading = read_observations(found.source, recipe, territory_catalogue(), decisions=decisions_of(upload))
    return replace(found, recipe=recipe, reading=reading)


def _key(upload: Upload) -> str:
    answered = json.dumps(upload.answers, sort_keys=True)
    recipe = upload.recipe_id or 0
    return f"{upload.pk}|{upload.sha256}|{upload.indicator_id}|{recipe}|{hashlib.sha256(answered.encode()).hexdigest()}"


def _remember(key: str, found: UploadReading) -> None:
    if len(found.reading.table) > MOST_ROWS:
        return
    with _lock:
        _kept[key] = found
        while len(_kept) > KEPT:
            _kept.popitem(last=False)


def forget_readings() -> None:
    """Empty the memory, for tests and after the catalogue of territories changed."""
    with _lock:
        _kept.clear()
