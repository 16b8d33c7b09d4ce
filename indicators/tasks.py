"""Background work of the figures, on the queue `imports`."""

from typing import Any

from django.utils import timezone, translation
from django_tasks import task

from indicators.models import Upload


@task(queue_name="imports")
def read_file(pk: int, language: str) -> str:
    """Read a long file once, so that its page finds it understood. Returns what became of it."""
    from indicators.assistant.readings import NotRead, reading_of

    upload = Upload.objects.select_related("indicator__source", "recipe").get(pk=pk)
    with translation.override(language):
        try:
            reading_of(upload, progress=lambda share: tell(pk, share))
        except NotRead:
            return "refused"
        finally:
            Upload.objects.filter(pk=pk).update(progress=100, saved_at=timezone.now())
    return "read"


def tell(pk: int, share: float) -> None:
    """How far the reading is, in percent, from 1 to 99."""
    Upload.objects.filter(pk=pk).update(progress=max(1, min(99, round(share * 100))))


@task(queue_name="imports")
def write_file(pk: int, user: int, texts: dict[str, Any], language: str) -> str:
    """Write the release of a long file that was submitted, and submit it. Returns what became of it.

    A refusal is kept on the upload, for the person who comes back to it.
    """
    from indicators.assistant.background_submission import write_submitted

    with translation.override(language):
        return write_submitted(pk, user, texts)
