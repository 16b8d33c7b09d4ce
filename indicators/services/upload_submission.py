"""The last click of the assistant: the draft release is written and handed to its reviewer, once whatever happens."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime

from django.utils import timezone

from indicators.comparison import Comparison, Loss
from indicators.models import Release, ReleaseImport, Upload
from indicators.services.import_errors import NothingChanges
from indicators.services.importing import remembering, write_reading
from indicators.services.release_words import NO_WORDS, ReleaseWords
from indicators.services.releases import write_release
from indicators.services.review_submission import submit_release
from indicators.services.upload_reading import UploadReading, decisions_of
from portal.models import User

OPEN_STATES = (Upload.State.RECEIVED, Upload.State.READ)


@dataclass(frozen=True)
class Submission:
    """What goes with the figures. `losses` are those accepted; `go_live_at` is a wish that the reviewer confirms."""

    words: ReleaseWords = NO_WORDS
    go_live_at: datetime | None = None
    recipe_name: str = ""
    keeps_recipe: bool = True
    losses: Sequence[Loss] = field(default=())


def claim_upload(*, upload: Upload) -> bool:
    """Take the file for submission; False when another click, or another person, was faster."""
    claimed = Upload.objects.filter(pk=upload.pk, state__in=OPEN_STATES).update(
        state=Upload.State.IMPORTED, progress=1, saved_at=timezone.now()
    )
    return bool(claimed)


def release_claim(*, upload: Upload) -> None:
    """Give the file back after a submission that failed, or was killed; not once its figures are in review."""
    complete = ReleaseImport.objects.filter(upload=upload, state=ReleaseImport.State.SEALED)
    if not complete.filter(release__workflow_states__isnull=False).exists():
        Upload.objects.filter(pk=upload.pk).update(state=Upload.State.READ, progress=100)


def submit_upload(
    *, upload: Upload, user: User, found: UploadReading, submission: Submission, comparison: Comparison | None = None
) -> Release:
    """Write the release of this reading and submit it. Call `claim_upload` first.

    Raises what `write_release` and `submit_release` raise; the file is then open again.
    """
    try:
        release = write_once(upload=upload, user=user, found=found, submission=submission, comparison=comparison)
        return submit_release(release=release, user=user, go_live_at=submission.go_live_at)
    except BaseException:
        release_claim(upload=upload)
        raise


def write_once(
    *, upload: Upload, user: User, found: UploadReading, submission: Submission, comparison: Comparison | None
) -> Release:
    """The draft release of this reading; when the figures are the same, the one that a former attempt left, with what
    is said of it now."""
    if upload.indicator is None:
        raise ValueError("An upload without an indicator cannot be written.")
    recipe = remembering(found.recipe, decisions_of(upload))
    recipe = replace(recipe, name=submission.recipe_name or recipe.name)
    write = write_reading if submission.keeps_recipe else write_release
    try:
        return write(
            indicator=upload.indicator,
            reading=found.reading,
            recipe=recipe,
            upload=upload,
            user=user,
            losses=submission.losses,
            words=submission.words,
            comparison=comparison,
        )
    except NothingChanges as same:
        left = same.release
        if left.provenance.upload_id != upload.pk or left.first_published_at or left.workflow_in_progress:
            raise
        Release.objects.filter(pk=left.pk).update(**asdict(submission.words))
        return left
