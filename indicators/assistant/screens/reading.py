"""Screen 2, « Vérifier la lecture »: values first, then what is doubted, what could not be read, what is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from indicators.assistant.creating import creatable_groups
from indicators.assistant.drafts import Draft
from indicators.assistant.previews import doubts_of, sign_of
from indicators.importing.inspection import Facts, Inspection
from indicators.importing.inspection.guesses import ALMOST, Guess
from indicators.importing.observations import Reading
from indicators.models.territory import Level
from indicators.services.upload_reading import UploadReading
from portal.formatting import format_number, labelled

from .alternatives import options_of
from .errors import ErrorLine
from .grouping import grouped
from .headline import Headline, understood
from .problems import ProblemLine, group_lines, problem_lines
from .questions import NEARLY, SURE, GuessLine, Option, Question, to_ask_now
from .raw import RawGrid
from .values import DoubtMark, ValuesTable, values_table

NUMBERS = {
    1: gettext_lazy("Un"),
    2: gettext_lazy("Deux"),
    3: gettext_lazy("Trois"),
    4: gettext_lazy("Quatre"),
    5: gettext_lazy("Cinq"),
    6: gettext_lazy("Six"),
}
NAMED = 3
DUPLICATES = frozenset({"duplicate", "identical_duplicate"})
ANSWER = "r-"
"""Prefix of the name of an answer in the form; the rest is the key of the guess."""


@dataclass(frozen=True)
class ReadingScreen:
    """Everything that screen 2 lays out. `difference` says why last year's recipe does not fit any more."""

    headline: Headline
    values: ValuesTable
    guesses: Sequence[GuessLine]
    questions: Sequence[Question]
    problems: Sequence[ProblemLine]
    raw: Sequence[RawGrid]
    recipe_name: str
    recipe_is_kept: bool
    unit: str = ""
    measures: Sequence[Option] = ()
    scope: Sequence[Option] = ()
    waiting: int = 0
    """Questions that come after those shown."""
    difference: str = ""
    is_first: bool = False
    """Nothing is online yet for this indicator."""
    is_read_with_recipe: bool = False
    is_recipe_aside: bool = False
    facts: Sequence[str] = ()
    sheet: Any = None
    territories: Sequence[str] = ()
    levels: Sequence[tuple[str, Any]] = field(default_factory=lambda: Level.choices)

    @property
    def missing(self) -> list[ErrorLine]:
        """What stands between here and the comparison, each with its place on the page."""
        questions = [ErrorLine(f"d{one.number}", one.title) for one in self.questions if not one.is_answered]
        problems = [
            ErrorLine(
                one.field,
                _("%(where)s\u00a0: que faire de « %(cell)s »\u202f?") % {"where": one.where, "cell": one.cell},
            )
            for one in self.problems
            if not one.is_decided
        ]
        unknown = (
            [ErrorLine("mesure", _("Quelle mesure\u202f?"))] if self.measures and not _chosen(self.measures) else []
        )
        return [*unknown, *questions, *problems]

    @property
    def status(self) -> str:
        """What the bar says: how many answers are missing."""
        lacks = self.sheet.unanswered() if self.sheet else []
        count = len(self.missing) + self.waiting + len(lacks)
        if not len(self.values.rows):
            return _("Aucune valeur à comparer pour l’instant.")
        if not count:
            return _("Tout est répondu. Il reste à comparer.")
        words = ngettext("Encore une réponse", "Encore %(count)s réponses", count) % {"count": count}
        told = [*self.named, *(label[:1].lower() + label[1:] for label in lacks)]
        named = told if count == len(told) <= NAMED else []
        return labelled(words, f"{', '.join(named)}.") if named else f"{words}."

    @property
    def named(self) -> list[str]:
        """What is missing, in two words each: « le point 3 », « ligne 212 »."""
        points = [_("le point %(number)s") % {"number": one.number} for one in self.questions if not one.is_answered]
        return points + [one.where[:1].lower() + one.where[1:] for one in self.problems if not one.is_decided]

    @property
    def doubts_title(self) -> str:
        return _points(len(self.questions))

    @property
    def problems_title(self) -> str:
        blocking = sum(problem.is_blocking for problem in self.problems)
        told = len(self.problems) - blocking
        parts = []
        if blocking:
            parts.append(_counted(ngettext("%(n)s problème à régler", "%(n)s problèmes à régler", blocking), blocking))
        if told:
            words = ngettext("%(n)s point pour information", "%(n)s points pour information", told)
            parts.append(_counted(words, told, capital=not parts))
        return ", ".join(parts)


def reading_screen(
    *,
    found: UploadReading,
    preview: Reading,
    draft: Draft,
    raw: Sequence[RawGrid],
    choice: str = "",
    page: int = 1,
    **more: Any,
) -> ReadingScreen:
    """The screen of one reading, with the answers and decisions taken so far; `preview` gives the values shown."""
    guesses = doubts_of(found)
    questions = [_question(number, guess, draft.answers) for number, guess in enumerate(guesses, start=1)]
    shown = to_ask_now(questions)
    pairs = [(one, guess) for one, guess in zip(questions, guesses, strict=True) if one in shown]
    marks = [_mark(one, guess, preview) for one, guess in pairs]
    return ReadingScreen(
        headline=understood(preview),
        values=values_table(preview, marks=marks, choice=choice, page=page),
        guesses=_guesses(found, draft.answers),
        questions=shown,
        waiting=sum(not one.is_answered for one in questions if one not in shown),
        problems=_problems(found, preview, draft),
        measures=_measures(found.inspection, draft.answers) if found.inspection else [],
        raw=raw,
        facts=preview.facts,
        **more,
    )


def _problems(found: UploadReading, preview: Reading, draft: Draft) -> list[ProblemLine]:
    """Problems one by one and by kind; those that an open question settles are not told twice."""
    asked = {guess.what for guess in doubts_of(found) if not (draft.answers.get(guess.what) or guess.value)}
    told = [one for one in preview.problems if not (one.code in DUPLICATES and "duplicates" in asked)]
    alone, groups = grouped(told)
    lines = problem_lines(alone, draft.decided_problems(), draft.decisions)
    return lines + group_lines(
        groups, draft.decided_groups(), creatable_groups(found.reading, groups), first=len(lines) + 1
    )


def _guesses(found: UploadReading, answers: Mapping[str, Any]) -> list[GuessLine]:
    if found.inspection is None:
        return []
    facts = found.inspection.facts
    return [_guess(guess, answers, facts) for guess in found.inspection.sentences]


def _question(number: int, guess: Guess, answers: Mapping[str, Any]) -> Question:
    chosen = str(answers.get(guess.what, guess.value))
    options = tuple(
        Option(one.value, one.label, one.consequence, bool(chosen) and one.value == chosen)
        for one in guess.alternatives
    )
    text = "" if options else chosen
    return Question(number, ANSWER + guess.what, guess.question or guess.sentence, _evidence(guess), options, text=text)


def _evidence(guess: Guess) -> str:
    sides = [
        _("Pour « %(answer)s »\u00a0: %(evidence)s") % {"answer": one.label, "evidence": one.evidence}
        for one in guess.alternatives
        if one.evidence
    ]
    return " ".join(sides) or guess.reason


def _guess(guess: Guess, answers: Mapping[str, Any], facts: Facts) -> GuessLine:
    chosen = str(answers.get(guess.what, guess.value))
    confidence = NEARLY if guess.confidence == ALMOST else SURE
    options = options_of(guess, chosen, facts)
    return GuessLine(ANSWER + guess.what, guess.sentence, guess.reason, confidence, options)


def _measures(inspection: Inspection, answers: Mapping[str, Any]) -> list[Option]:
    """Asked first when the file holds several indicators."""
    if len(inspection.measures) < 2:
        return []
    supposed = next((guess.value for guess in inspection.guesses if guess.what == "measure"), "")
    chosen = str(answers.get("measure", supposed))
    return [Option(one.key, one.label, _measure_words(one), one.key == chosen) for one in inspection.measures]


def _measure_words(measure: Any) -> str:
    count = measure.values
    words = ngettext("%(count)s valeur", "%(count)s valeurs", count) % {"count": format_number(count)}
    values = words if count else ""
    return ", ".join(part for part in (measure.unit, values) if part)


def _mark(question: Question, guess: Guess, reading: Reading) -> DoubtMark:
    sign, kind = sign_of(guess.what), guess.what.partition(".")[0]
    if sign:
        return DoubtMark(question.number, "value", cells_with(reading, sign), is_open=not question.is_answered)
    return DoubtMark(question.number, kind if kind in ("territory", "period") else "value")


def cells_with(reading: Reading, sign: str) -> frozenset[int]:
    """Positions of the rows whose cell is this mark, or carries it after a number."""
    if not len(reading.table):
        return frozenset()
    cells = reading.table["cell"].astype(str).str.strip()
    glued = cells.str.endswith(sign) & cells.str.contains(r"\d") & (cells.str.len() > len(sign))
    return frozenset(((cells == sign) | glued).to_numpy().nonzero()[0].tolist())


def _points(count: int) -> str:
    if not count:
        return _("Aucun point à confirmer")
    return _counted(ngettext("%(n)s point à confirmer", "%(n)s points à confirmer", count), count)


def _counted(words: str, count: int, *, capital: bool = True) -> str:
    number = str(NUMBERS.get(count, count))
    return words % {"n": number if capital else number.lower()}


def _chosen(options: Sequence[Option]) -> bool:
    return any(option.is_chosen for option in options)
