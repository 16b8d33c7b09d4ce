"""One run of `import_figures`: what was asked, what was found, what came out."""

from collections.abc import Callable
from dataclasses import dataclass, field

from indicators.comparison import Comparison, Loss
from indicators.comparison.losses import losses_of_problems
from indicators.importing.observations import Reading
from indicators.importing.recipe_writing import recipe_shape
from indicators.importing.recipes import Recipe
from indicators.importing.refusals import FileRefused
from indicators.models import Indicator, Release
from indicators.services.file_reading import FileReading, read_file
from indicators.services.import_checks import check_import
from indicators.services.import_errors import LossesNotAccepted, NothingChanges, NothingToImport
from indicators.services.importing import TERRITORY_PROBLEMS, compare_reading, write_reading
from indicators.services.release_words import ReleaseWords
from indicators.services.review_submission import submit_release
from indicators.services.uploads import imported_before, keep_upload
from portal.models import User

DRY_RUN, DRAFT, SUBMITTED, UNCHANGED, REFUSED = "dry_run", "draft", "submitted", "unchanged", "refused"
READ = 40
"""Percent of the progress that reading takes; the rest is comparing and writing."""


@dataclass
class ImportRun:
    """`outcome` is dry_run, draft, submitted, unchanged or refused; `errors` are sentences, none when all is well."""

    name: str
    content: bytes
    accepted: tuple[str, ...] = ()
    dry_run: bool = False
    submit: bool = False
    message: str = ""
    progress: Callable[[int], None] | None = None
    indicator: Indicator | None = None
    reading: Reading | None = None
    comparison: Comparison | None = None
    release: Release | None = None
    refusal: FileRefused | None = None
    losses: list[Loss] = field(default_factory=list)
    outcome: str = REFUSED
    errors: list[str] = field(default_factory=list)

    def stop(self, *reasons: object) -> None:
        """Record why it went no further; a draft that is already written stays one."""
        self.errors += [" ".join(str(reason).split()) for reason in reasons]
        self.refusal = next((reason for reason in reasons if isinstance(reason, FileRefused)), None)
        if self.outcome not in (DRAFT, DRY_RUN):
            self.outcome = REFUSED

    def told(self, percent: float) -> None:
        """Show the progress, when somebody watches."""
        if self.progress:
            self.progress(int(percent))


def run_import(run: ImportRun, recipe: Recipe, user: User | None) -> None:
    """Read, then compare, write and submit as asked; without a user it is a dry run.

    Raises FileRefused, ImportStopped, NotAllowed, ValidationError.
    """
    found = read_file(
        content=run.content,
        name=run.name,
        recipe=recipe,
        accepted=run.accepted,
        progress=lambda share: run.told(share * READ),
    )
    run.reading = found.reading
    run.losses = [*found.dropped, *losses_of_problems(found.reading.problems)]
    if run.indicator and user:
        write(run, found, run.indicator, user)
    else:
        try_out(run, found)


def try_out(run: ImportRun, found: FileReading) -> None:
    """What the import would say; a territory unknown or known twice is no error here. Raises NothingToImport."""
    run.outcome = DRY_RUN
    problems = [problem for problem in found.reading.problems if problem.code not in TERRITORY_PROBLEMS]
    losses = losses_of_problems(problems)
    if not found.reading.table["value"].notna().any():
        raise NothingToImport
    if run.indicator:
        run.comparison = compare_reading(indicator=run.indicator, reading=found.reading, recipe=found.recipe)
        run.losses += run.comparison.losses
        losses += run.comparison.losses
    if refused := [loss for loss in losses if loss.key not in run.accepted]:
        raise LossesNotAccepted(refused)


def write(run: ImportRun, found: FileReading, indicator: Indicator, user: User) -> None:
    """The draft release, and its submission when asked; the same file with the same recipe changes nothing."""
    known = imported_before(content=run.content, indicator=indicator)
    if known and known.provenance.recipe_document == recipe_shape(found.recipe):
        run.release, run.outcome = known, UNCHANGED
        return
    try:
        run.release = write_draft(run, found, indicator, user)
    except NothingChanges as same:
        run.release, run.outcome = same.release, UNCHANGED
        return
    run.outcome = DRAFT
    if run.submit:
        submit_release(release=run.release, user=user, message=run.message)
        run.outcome = SUBMITTED


def write_draft(run: ImportRun, found: FileReading, indicator: Indicator, user: User) -> Release:
    """Check first: the file is kept only when it becomes a release."""
    run.comparison = compare_reading(indicator=indicator, reading=found.reading, recipe=found.recipe)
    run.losses += run.comparison.losses
    accepted = check_import(found.reading, run.comparison, [*run.accepted, *found.dropped])
    return write_reading(
        indicator=indicator,
        reading=found.reading,
        recipe=found.recipe,
        upload=keep_upload(content=run.content, name=run.name, user=user, indicator=indicator),
        user=user,
        words=ReleaseWords(message=run.message),
        comparison=run.comparison,
        accepted=accepted,
        progress=lambda percent: run.told(READ + percent * (100 - READ) / 100),
    )
