"""An uploaded file read with the recipe of last time when it fits, else with the proposal and the answers given."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace

from indicators.catalogue import territory_catalogue
from indicators.comparison import Loss
from indicators.comparison.losses import loss_of_key
from indicators.importing.decisions import DROP, MAP, REPLACE, Decision
from indicators.importing.grids import SourceFile
from indicators.importing.inspection import Hints, Inspection, apply_answers, header_rows, inspect_source
from indicators.importing.observations import Reading
from indicators.importing.reading import read_observations
from indicators.importing.recipe_writing import recipe_shape
from indicators.importing.recipes import Recipe, load_recipe
from indicators.importing.refusals import FileRefused
from indicators.importing.territories import Catalogue
from indicators.models import StoredRecipe, Upload

from .file_reading import open_for, open_with
from .recipe_misfit import misread_bytes, misread_cells
from .recipes import usual_recipe

Progress = Callable[[float], None]
ASIDE = "file.recipe"
"""The answer that puts the recipe of last time aside."""
ACTIONS = (DROP, REPLACE, MAP)


@dataclass(frozen=True)
class UploadReading:
    """`recipe_fits` is None when nothing was kept for this indicator or source, or when the person put it aside; when
    False, `misfit` says what differs, and the recipe is the one proposed for the file as it is. `stored_recipe` is the
    one that was tried."""

    source: SourceFile
    inspection: Inspection | None
    recipe: Recipe
    reading: Reading
    stored_recipe: StoredRecipe | None = None
    recipe_fits: bool | None = None
    misfit: str = ""
    dropped: tuple[Loss, ...] = ()


def read_upload(*, upload: Upload, progress: Progress | None = None) -> UploadReading:
    """Read the file of an upload with everything that is known. Raises FileRefused; nothing but the state, the account
    and the recipe in use of the upload is written."""
    with upload.file.open("rb") as file:
        content = file.read()
    catalogue, stored = territory_catalogue(), stored_recipe_of(upload)
    found, misfit, is_tried = None, "", bool(stored) and not asks_new_look(upload)
    if stored and is_tried:
        found, misfit = try_stored(upload, content, catalogue, stored, progress)
    found = found or read_with_proposal(upload, content, catalogue, stored, progress)
    found = replace(found, misfit=misfit, recipe_fits=not misfit if is_tried else None)
    remember(upload, found)
    return found


def try_stored(
    upload: Upload, content: bytes, catalogue: Catalogue, stored: StoredRecipe, progress: Progress | None
) -> tuple[UploadReading | None, str]:
    """The reading with a recipe that served before, or None and why it reads this file badly: judged before the answers
    of the person, which may speak of the recipe proposed instead."""
    answers = questions_answered(upload)
    try:
        recipe = load_recipe(stored.document)
        misfit = misread_bytes(content, recipe)
        found = None if misfit else read_with_stored(upload, content, catalogue, stored, progress)
    except FileRefused as refused:
        return None, str(refused.reason)
    misfit = misfit or (misread_cells(found.reading) if found else "")
    if misfit or found is None:
        return None, misfit
    return with_answers(upload, found, catalogue, answers), ""


def asks_new_look(upload: Upload) -> bool:
    """Whether the person puts the former recipe aside, or says that the table stands elsewhere."""
    return any(what.startswith("file.") and text for what, text in answers_of(upload).items())


def stored_recipe_of(upload: Upload) -> StoredRecipe | None:
    """The recipe chosen for the upload, else the last one of its indicator or of its source."""
    return upload.recipe or usual_recipe(indicator=upload.indicator, source=None)


def read_with_stored(
    upload: Upload, content: bytes, catalogue: Catalogue, stored: StoredRecipe, progress: Progress | None
) -> UploadReading:
    """Read with a recipe that served before. Raises FileRefused when it does not fit."""
    recipe = load_recipe(stored.document)
    source = open_for(content, name=upload.original_name, recipe=recipe)
    try:
        inspection = inspect_source(source, catalogue, hints=hints_for(upload, recipe))
    except FileRefused:
        inspection = None
    decisions = decisions_of(upload)
    reading = read_observations(source, recipe, catalogue, decisions=decisions, progress=progress)
    return UploadReading(source, inspection, recipe, reading, stored, dropped=dropped_losses(decisions))


def with_answers(
    upload: Upload, found: UploadReading, catalogue: Catalogue, answers: Mapping[str, str]
) -> UploadReading:
    """The recipe that fits, changed by what the person answered all the same; the cells are read again only when that
    changes it. Raises KeyError when an answer speaks of what the file does not have."""
    kept = found.inspection and found.inspection.recipe == found.recipe
    recipe = apply_answers(found.inspection, answers) if found.inspection and kept else found.recipe
    if recipe == found.recipe:
        return found
    reading = read_observations(found.source, recipe, catalogue, decisions=decisions_of(upload))
    return replace(found, recipe=recipe, reading=reading)


def read_with_proposal(
    upload: Upload, content: bytes, catalogue: Catalogue, stored: StoredRecipe | None, progress: Progress | None
) -> UploadReading:
    """Read with what the inspection proposes and what the person answered."""
    answers = answers_of(upload)
    how = {part: answers.get(f"file.{part}", "") for part in ("encoding", "separator")}
    source = open_with(content, name=upload.original_name, **how)
    inspection = inspect_source(source, catalogue, hints=hints_for(upload, None))
    recipe = apply_answers(inspection, questions_answered(upload))
    decisions = decisions_of(upload)
    reading = read_observations(source, recipe, catalogue, decisions=decisions, progress=progress)
    return UploadReading(source, inspection, recipe, reading, stored, dropped=dropped_losses(decisions))


def hints_for(upload: Upload, recipe: Recipe | None) -> Hints:
    """What is known before the file is opened."""
    indicator, answers = upload.indicator, answers_of(upload)
    return Hints(
        title=indicator.title_fr if indicator else "",
        unit=indicator.unit_fr if indicator else "",
        recipe=recipe,
        wanted=answers.get("wanted", ""),
        sheet=answers.get("file.sheet", ""),
        header_rows=header_rows(answers.get("file.header", "")),
    )


def answers_of(upload: Upload) -> dict[str, str]:
    """The answers of the person, by question."""
    return {what: str(text) for what, text in upload.answers.get("answers", {}).items()}


def questions_answered(upload: Upload) -> dict[str, str]:
    """The answers that change the recipe."""
    return {what: text for what, text in answers_of(upload).items() if what not in ("wanted", ASIDE)}


def decisions_of(upload: Upload) -> dict[str, Decision]:
    """What the person decided of the problems, by key; other intentions (correct the file…) decide nothing."""
    given: Mapping[str, Mapping[str, str]] = upload.answers.get("decisions", {})
    fields = ("action", "text", "scheme", "code")
    return {
        key: Decision(**{name: decision[name] for name in fields if name in decision})
        for key, decision in given.items()
        if decision.get("action") in ACTIONS
    }


def dropped_losses(decisions: Mapping[str, Decision]) -> tuple[Loss, ...]:
    """The losses that these decisions accept."""
    return tuple(loss_of_key(key) for key, decision in decisions.items() if decision.action == DROP)


def remember(upload: Upload, found: UploadReading) -> None:
    """Keep the recipe in use and the account on the upload, when they changed."""
    document, account = recipe_shape(found.recipe), asdict(found.reading.account)
    state = Upload.State.READ if upload.state == Upload.State.RECEIVED else upload.state
    if (upload.recipe_document, upload.account, upload.state) == (document, account, state):
        return
    upload.recipe_document, upload.account, upload.state = document, account, state
    upload.save(update_fields=["recipe_document", "account", "state", "saved_at"])
