"""What the screen shows while questions about signs wait: the values are read all the same, marked « à dire »."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from indicators.catalogue import territory_catalogue
from indicators.importing.inspection import Guess, apply_answers
from indicators.importing.marks import NORMAL
from indicators.importing.observations import Reading, TerritoryRef
from indicators.importing.reading import read_observations
from indicators.importing.refusals import FileRefused
from indicators.models import Upload
from indicators.services.upload_reading import UploadReading, decisions_of
from indicators.statuses import MISSING

FLAG, MARK = "status.flag.", "status.mark."
TERRITORY, PERIOD = "territory.constant", "period.constant"
CONSTANTS = (TERRITORY, PERIOD)


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
    """The reading as far as it can be shown: signs that nobody has explained say nothing, a territory or a period that
    the file does not tell is « à dire ». Never imported."""
    waiting = unexplained(doubts_of(found), answers)
    if not waiting or found.inspection is None:
        return found.reading
    recipe = apply_answers(replace(found.inspection, recipe=found.recipe), supposed(waiting))
    try:
        shown = read_observations(found.source, recipe, territory_catalogue(), decisions=decisions_of(upload))
    except FileRefused:
        return found.reading
    return to_be_told(shown, waiting)


def supposed(waiting: Sequence[str]) -> dict[str, str]:
    """An answer for each question that waits, good enough to show values."""
    places = territory_catalogue().rows
    answers = {what: NORMAL if what.startswith(FLAG) else MISSING for what in waiting if what not in CONSTANTS}
    if TERRITORY in waiting and places:
        answers[TERRITORY] = places[0].reference
    if PERIOD in waiting:
        answers[PERIOD] = "2000"
    return answers


def to_be_told(reading: Reading, waiting: Sequence[str]) -> Reading:
    """The same reading with « à dire » in the place of what was only supposed."""
    words = _("à dire")
    if TERRITORY in waiting:
        reading = replace(reading, territories=[TerritoryRef("", "", words, words) for _one in reading.territories])
    if PERIOD in waiting:
        reading = replace(reading, periods=[replace(period, label=words) for period in reading.periods])
    return reading


def unexplained(guesses: Sequence[Guess], answers: Mapping[str, str]) -> list[str]:
    """The signs without a meaning so far, and the territory or period that nobody has told."""
    asked = [guess for guess in guesses if guess.what.startswith((FLAG, MARK)) or guess.what in CONSTANTS]
    return [guess.what for guess in asked if not (answers.get(guess.what) or guess.value)]


def sign_of(what: str) -> str:
    """The sign that a question is about, "" for another question."""
    for prefix in (FLAG, MARK):
        if what.startswith(prefix):
            return what.removeprefix(prefix)
    return ""


def _is_number_in_disguise(what: str) -> bool:
    return what.startswith(MARK) and any(letter.isdigit() for letter in sign_of(what))
