"""From an uploaded file to a draft release in one call: what the assistant and the command line both do."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from indicators.comparison import Comparison, Loss, compare
from indicators.importing.decisions import MAP, Decision
from indicators.importing.observations import Reading
from indicators.importing.recipes import Recipe
from indicators.models import Indicator, Release, Upload
from portal.models import User

from .import_checks import check_import
from .progress import Progress
from .recipes import keep_recipe
from .release_words import NO_WORDS, ReleaseWords
from .releases import published_release, write_release
from .upload_reading import UploadReading, decisions_of, read_upload

TERRITORY_PROBLEMS = ("unknown_territory", "ambiguous_territory")


def compare_upload(*, indicator: Indicator, found: UploadReading) -> Comparison:
    """What the file would change in what is online."""
    return compare_reading(indicator=indicator, reading=found.reading, recipe=found.recipe)


def compare_reading(*, indicator: Indicator, reading: Reading, recipe: Recipe) -> Comparison:
    """What these observations would change in what is online."""
    return compare(indicator=indicator, published=published_release(indicator), reading=reading, scope=recipe.scope)


def import_upload(
    *,
    upload: Upload,
    indicator: Indicator,
    user: User,
    losses: Collection[str | Loss] = (),
    words: ReleaseWords = NO_WORDS,
    progress: Progress | None = None,
    found: UploadReading | None = None,
) -> Release:
    """Read the upload (unless `found` was just read), keep its recipe for next year, and write the draft release.

    Raises FileRefused and everything that `write_release` raises.
    """
    found = found or read_upload(upload=upload)
    return write_reading(
        indicator=indicator,
        reading=found.reading,
        recipe=remembering(found.recipe, decisions_of(upload)),
        upload=upload,
        user=user,
        losses=[*losses, *found.dropped],
        words=words,
        progress=progress,
    )


def write_reading(
    *,
    indicator: Indicator,
    reading: Reading,
    recipe: Recipe,
    upload: Upload,
    user: User,
    losses: Collection[str | Loss] = (),
    words: ReleaseWords = NO_WORDS,
    progress: Progress | None = None,
    comparison: Comparison | None = None,
    accepted: Sequence[Loss] | None = None,
) -> Release:
    """`write_release`, with the recipe kept under its name (the code of the indicator when it has none)."""
    comparison = comparison or compare_reading(indicator=indicator, reading=reading, recipe=recipe)
    if accepted is None:
        accepted = check_import(reading, comparison, losses)
    stored = upload.recipe
    upload.recipe = keep_recipe(
        source=indicator.source,
        indicator=indicator,
        name=recipe.name or indicator.code,
        recipe=recipe,
        user=user,
    )
    if upload.recipe != stored:
        upload.save(update_fields=["recipe"])
    return write_release(
        indicator=indicator,
        reading=reading,
        recipe=recipe,
        upload=upload,
        user=user,
        words=words,
        progress=progress,
        comparison=comparison,
        accepted=accepted,
    )


def remembering(recipe: Recipe, decisions: Mapping[str, Decision]) -> Recipe:
    """The recipe with the territories that the person named, so that next year's file asks nothing."""
    named = {
        key.split("|", 3)[3]: f"{decision.scheme}|{decision.code}"
        for key, decision in decisions.items()
        if decision.action == MAP and key.startswith(TERRITORY_PROBLEMS)
    }
    labels = {**recipe.territory.labels, **named}
    return replace(recipe, territory=replace(recipe.territory, labels=labels)) if named else recipe
