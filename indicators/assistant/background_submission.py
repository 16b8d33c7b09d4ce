"""The submission of a long file, done by a task with what was kept on the upload."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from indicators.models import Upload
from indicators.services.import_errors import ImportStopped
from indicators.services.importing import compare_upload
from indicators.services.upload_submission import submit_upload
from portal.models import User
from portal.review import ReviewRefused

from .drafts import draft_of, keep_draft
from .readings import reading_of
from .screens.comparing import comparing_screen
from .screens.errors import reasons_of

logger = logging.getLogger(__name__)


def write_submitted(pk: int, user: int, texts: Mapping[str, Any]) -> str:
    """Write and submit; the file was claimed before. Returns « submitted » or the reason of the refusal."""
    upload = Upload.objects.select_related("indicator__source", "recipe").get(pk=pk)
    found = reading_of(upload)
    comparison = compare_upload(indicator=upload.indicator, found=found)
    draft = draft_of(upload)
    shown = comparing_screen(upload, found, comparison, draft.accepted)
    wish = datetime.fromisoformat(texts["go_live_at"]) if texts.get("go_live_at") else None
    submission = shown.submission({**texts, "go_live_at": wish}, draft)
    try:
        submit_upload(
            upload=upload, user=User.objects.get(pk=user), found=found, submission=submission, comparison=comparison
        )
    except (ImportStopped, ReviewRefused, ValidationError) as problem:
        words = " ".join(reasons_of(problem))
        logger.warning("The submission of upload %s was refused: %s", pk, words)
        keep_draft(Upload.objects.get(pk=pk), replace(draft, problem=words))
        return words
    return "submitted"
