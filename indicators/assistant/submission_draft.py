"""What is typed beside the losses, kept with the draft and read back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import QueryDict

from .drafts import Draft

FIELDS = ("message", "note_fr", "note_en", "is_correction", "when", "go_live_at")


def submission_of(draft: Draft, data: QueryDict, accepted: Sequence[str]) -> Draft:
    """The draft with what was typed; nothing is checked yet."""
    return replace(
        draft, submission={name: data.get(name, "") for name in FIELDS}, accepted=tuple(accepted), problem=""
    )


def kept_submission(draft: Draft) -> dict[str, Any]:
    """Initial values of the form."""
    return {name: text for name, text in draft.submission.items() if text}
