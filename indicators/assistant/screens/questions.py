"""What is sure and may be changed, what is doubted and must be answered. Three questions at most at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise
SURE, NEARLY, TO_CONFIRM = 3, 2, 1
CONFIDENCE = {SURE: _("Sûr"), NEARLY: _("Presque sûr"), TO_CONFIRM: _("À confirmer")}
AT_ONCE = 3


@dataclass(frozen=True)
class Option:
    """An answer and what it makes of the data."""

    value: str
    label: Text
    consequence: Text = ""
    is_chosen: bool = False


@dataclass(frozen=True)
class Question:
    """A doubt: evidence for each side, options. `field` is its name in the form and its anchor on the page.

    `number` is the yellow number on the table. Nothing is chosen beforehand unless one side alone has evidence.
    """

    number: int
    field: str
    title: Text
    evidence: Text
    options: tuple[Option, ...]
    has_error: bool = False
    text: str = ""
    """What was typed, for a question without options."""

    @property
    def asks_territory(self) -> bool:
        return self.field.endswith("territory.constant")

    @property
    def is_answered(self) -> bool:
        return any(option.is_chosen for option in self.options) if self.options else bool(self.text)


@dataclass(frozen=True)
class GuessLine:
    """A reading in one sentence, why, how sure, and what else it could be."""

    field: str
    sentence: Text
    why: Text
    confidence: int
    options: tuple[Option, ...] = ()

    @property
    def confidence_words(self) -> Text:
        return CONFIDENCE[self.confidence]


def to_ask_now(questions: Sequence[Question]) -> list[Question]:
    """At most three: what was answered stays in sight while there is room, what waits comes first."""
    waiting = [question for question in questions if not question.is_answered]
    answered = [question for question in questions if question.is_answered]
    shown = (waiting[:AT_ONCE] + answered)[: max(AT_ONCE, len(waiting[:AT_ONCE]))]
    return sorted(shown, key=lambda question: question.number)
