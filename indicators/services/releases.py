"""From a reading to a sealed draft release: checked first, then written where nobody sees it, then sealed."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.log_actions import log

from indicators.comparison import Comparison, Loss, compare
from indicators.importing.observations import Reading
from indicators.importing.recipe_writing import recipe_shape
from indicators.importing.recipes import Recipe
from indicators.log_actions import IMPORT
from indicators.models import Indicator, Release, ReleaseImport, Upload
from indicators.services.cleaning import discard_release
from indicators.services.import_checks import check_import
from indicators.services.judging import judge_release
from indicators.services.progress import Progress, ProgressKeeper
from indicators.services.release_words import NO_WORDS, ReleaseWords
from indicators.services.row_writing import write_rows
from portal.models import User

ATTEMPTS = 5


def write_release(
    *,
    indicator: Indicator,
    reading: Reading,
    recipe: Recipe,
    upload: Upload | None,
    user: User,
    losses: Collection[str | Loss] = (),
    words: ReleaseWords = NO_WORDS,
    progress: Progress | None = None,
    comparison: Comparison | None = None,
    accepted: Sequence[Loss] | None = None,
) -> Release:
    """A sealed draft release of what was read, with its judgement and its first revision.

    `losses` are those that the person accepted, by key or as they were shown. `comparison` spares comparing again when
    it was just made from the same reading, and `accepted`, what `check_import` returned of that comparison, checking
    again. `progress` is told 0 to 100, and so is the upload. Raises NothingToImport, UnknownTerritories,
    LossesNotAccepted, TextTooLong, and NothingChanges when these figures are known already. Whatever happens before the
    end, nothing becomes visible.
    """
    comparison = comparison or compare(
        indicator=indicator, published=published_release(indicator), reading=reading, scope=recipe.scope
    )
    if accepted is None:
        accepted = check_import(reading, comparison, losses)
    told = ProgressKeeper(upload, progress)
    release = open_release(indicator=indicator, user=user, upload=upload, words=words)
    try:
        write_rows(snapshot=comparison.differences.after, release_id=release.pk, progress=told.share)
        seal(release, user, upload, facts(reading, recipe, comparison, accepted, upload))
    except BaseException:
        discard_release(release_id=release.pk)
        raise
    told.finish()
    return Release.objects.select_related("indicator", "provenance").get(pk=release.pk)


def published_release(indicator: Indicator) -> Release | None:
    """What visitors see of the indicator now."""
    return Release.objects.filter(publication__indicator=indicator).select_related("provenance").first()


def open_release(*, indicator: Indicator, user: User, upload: Upload | None, words: ReleaseWords = NO_WORDS) -> Release:
    """An empty release with the next number of its indicator and what is said of it, invisible to everybody."""
    for _attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                last = Release.objects.filter(indicator=indicator).aggregate(last=Max("number"))["last"] or 0
                release = Release.objects.create(
                    indicator=indicator, number=last + 1, created_by=user, live=False, **asdict(words)
                )
                ReleaseImport.objects.create(release=release, upload=upload)
                return release
        except IntegrityError:
            continue
    raise RuntimeError("Other imports of this indicator keep taking the next number.")


def facts(
    reading: Reading, recipe: Recipe, comparison: Comparison, accepted: Sequence[Loss], upload: Upload | None
) -> dict[str, Any]:
    """What is kept of an import: fields of `ReleaseImport`."""
    return {
        "recipe": upload.recipe if upload else None,
        "recipe_document": recipe_shape(recipe),
        "account": asdict(reading.account)
        | {"facts": [str(fact) for fact in reading.facts], "comparison": comparison.summary()},
        "losses": [loss.as_dict() for loss in accepted],
        "observation_count": len(comparison.differences.after),
        "digest": comparison.digest,
        "has_intervals": comparison.differences.after.has_intervals,
    }


@transaction.atomic
def seal(release: Release, user: User, upload: Upload | None, facts: dict[str, Any]) -> None:
    """The last, short transaction: from here on the release exists for people."""
    ReleaseImport.objects.filter(release=release).update(
        state=ReleaseImport.State.SEALED, sealed_at=timezone.now(), **facts
    )
    judge_release(release)
    revision = release.save_revision(user=user)
    if upload:
        Upload.objects.filter(pk=upload.pk).update(
            state=Upload.State.IMPORTED, indicator=release.indicator, account=facts["account"], progress=100
        )
    log(release, IMPORT, user=user, revision=revision, data=log_data(upload, facts))


def log_data(upload: Upload | None, facts: dict[str, Any]) -> dict[str, Any]:
    """What the log keeps: from which bytes, how many rows, which losses."""
    return {
        "upload": upload.pk if upload else None,
        "file": upload.original_name if upload else "",
        "sha256": upload.sha256 if upload else "",
        "observations": facts["observation_count"],
        "digest": facts["digest"],
        "losses": [loss["key"] for loss in facts["losses"]],
    }
