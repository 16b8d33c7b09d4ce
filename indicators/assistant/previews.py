"""What the screen shows while questions about signs wait: the values are read all the same, marked « à dire »."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from indicators.catalogue import territory_catalogue
from indicators.importing.inspection import Guess, apply_answers
from indicators.importing.marks import NORMAL
from indicators.importing.observations import Reading
from indicators.importing.reading import read_observations
from indicators.importing.refusals import FileRefused
from indicators.models import Upload
from indicators.services.upload_reading import UploadReading, decisions_of
from indicators.statuses import MISSING

FLAG, MARK = "status.flag.", "status.mark."


def doubts_of(found: UploadReading) -> list[Guess]:
    """The questions to ask: none when last year's recipe fits; the measure has a place of its own; a cell with figures
    is a number to correct, never a mark."""
    if found.inspection is None or found.recipe_fits:
        return []
    has_measures = len(found.inspection.measures) > 1
    return [
        guess
        for guess in found.inspection.every_doubt
        if not (guess.what == "measure" and has_measures) and not _is_number_in_disguise(guess.what)
    ]


def preview_of(upload: Upload, found: UploadReading, answers: Mapping[str, str]) -> Reading:
    """The reading with the signs that nobody has explained yet read as saying nothing. Never imported."""
    waiting = unexplained(doubts_of(found), answers)
    if not waiting or found.inspection is None:
        return found.reading
    supposed = {what: NORMAL if what.startswith(FLAG) else MISSING for what in waiting}
    recipe = apply_answers(replace(found.inspection, recipe=found.recipe), supposed)
    try:
        return read_observations(found.source, recipe, territory_catalogue(), decisions=decisions_of(upload))
    except FileRefused:
        return found.reading


def unexplained(guesses: Sequence[Guess], answers: Mapping[str, str]) -> list[str]:
    """The signs and marks without a meaning so far."""
    status = [guess for guess in guesses if guess.what.startswith((FLAG, MARK))]
    return [guess.what for guess in status if not (answers.get(guess.what) or guess.value)]


def sign_of(what: str) -> str:
    """The sign that a question is about, "" for another question."""
    for prefix in (FLAG, MARK):
        if what.startswith(prefix):
            return what.removeprefix(prefix)
    return ""


def _is_number_in_disguise(what: str) -> bool:
    return what.startswith(MARK) and any(letter.isdigit() for letter in sign_of(what))
