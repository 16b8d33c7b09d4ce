"""What the inspection hands over: a recipe, and for each part of it a sentence, a reason and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from indicators.importing.recipes import FilterRule, Recipe, ValueRule

SURE = "sure"
ALMOST = "almost"
TO_CONFIRM = "to_confirm"
DOUBTS_SHOWN = 3
NO_HEADER = "none"
"""Answer to « which row holds the titles » when none does, as recipes write it."""


@dataclass(frozen=True)
class Hints:
    """What is known before the file is opened, all of it optional.

    `title`, `unit`, `scheme` and `recipe` are those of the indicator being updated; `wanted` is what the person says
    they want, in their own words; `sheet` is the sheet they chose, `header_rows` the rows of titles as people count
    them: () for a table without titles, None to look for them.
    """

    title: str = ""
    unit: str = ""
    scheme: str = ""
    recipe: Recipe | None = None
    wanted: str = ""
    sheet: str = ""
    header_rows: tuple[int, ...] | None = None

    @property
    def wording(self) -> str:
        """Every text that may name the measure."""
        return " ".join(filter(None, (self.wanted, self.title)))


@dataclass(frozen=True)
class Alternative:
    """An answer that the person may give: `consequence` is what it makes of the data, `evidence` what speaks for it."""

    value: str
    label: str
    consequence: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Guess:
    """One part of the recipe. `what` is its key, the same that answers use; `value` is the answer supposed so far, ""
    when nothing speaks for any; `question` is asked when the guess is a doubt."""

    what: str
    value: str
    sentence: str
    reason: str = ""
    confidence: str = SURE
    alternatives: tuple[Alternative, ...] = ()
    question: str = ""

    @property
    def is_doubt(self) -> bool:
        return self.confidence == TO_CONFIRM


@dataclass(frozen=True)
class Measure:
    """One of the indicators that a file may hold: what its reading changes in the recipe."""

    key: str
    label: str
    unit: str = ""
    values: int = 0
    value: ValueRule = field(default_factory=ValueRule)
    filters: tuple[FilterRule, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What was seen, before any interpretation. Row numbers are those of the file, from 1."""

    format: str
    encoding: str
    separator: str
    quirks: tuple[str, ...]
    sheets: tuple[str, ...]
    sheet: str
    header: tuple[int, ...]
    first_row: int
    last_row: int
    columns: tuple[str, ...]
    titles: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Inspection:
    """A file understood as far as it can be without asking. `unit` is "" when the file does not say it."""

    facts: Facts
    recipe: Recipe
    guesses: tuple[Guess, ...]
    measures: tuple[Measure, ...] = ()
    unit: str = ""

    @property
    def doubts(self) -> tuple[Guess, ...]:
        """The questions to ask now, the weightiest first, three at most."""
        return self.every_doubt[:DOUBTS_SHOWN]

    @property
    def every_doubt(self) -> tuple[Guess, ...]:
        return tuple(sorted((guess for guess in self.guesses if guess.is_doubt), key=lambda guess: _weight(guess.what)))

    @property
    def missing(self) -> tuple[Guess, ...]:
        """The questions without whose answer the recipe cannot be used: territory or period told by nothing."""
        untold = {f"{place}.constant" for place in self.recipe.untold}
        return tuple(guess for guess in self.every_doubt if guess.what in untold)

    @property
    def sentences(self) -> tuple[Guess, ...]:
        """What needs no answer."""
        return tuple(guess for guess in self.guesses if not guess.is_doubt)


WEIGHTS: Mapping[str, int] = {
    "measure": 0,
    "file": 1,
    "territory": 2,
    "period": 3,
    "value": 4,
    "duplicates": 5,
    "status": 6,
}


def _weight(what: str) -> int:
    return WEIGHTS.get(what.partition(".")[0], 9)
