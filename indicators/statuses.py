"""What a statistical office says about a value, in one vocabulary for every source.

The first group qualifies a value that is there; the second says why there is none. An observation carries a set of
them; one of the second group never stands with a value.
"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

PROVISIONAL = "provisional"
ESTIMATED = "estimated"
REVISED = "revised"
BREAK = "break"
DEFINITION_DIFFERS = "definition_differs"
LOW_RELIABILITY = "low_reliability"
TARGET = "target"

WITHHELD = "withheld"
NOT_SIGNIFICANT = "not_significant"
NOT_APPLICABLE = "not_applicable"
MISSING = "missing"

QUALIFYING = (PROVISIONAL, ESTIMATED, REVISED, BREAK, DEFINITION_DIFFERS, LOW_RELIABILITY, TARGET)
WITHOUT_VALUE = (WITHHELD, NOT_SIGNIFICANT, NOT_APPLICABLE, MISSING)
STATUSES = QUALIFYING + WITHOUT_VALUE

LABELS = {
    PROVISIONAL: _("provisoire"),
    ESTIMATED: _("estimé"),
    REVISED: _("révisé"),
    BREAK: _("rupture de série"),
    DEFINITION_DIFFERS: _("définition différente"),
    LOW_RELIABILITY: _("peu fiable"),
    TARGET: pgettext_lazy("status", "objectif"),
    WITHHELD: _("secret statistique"),
    NOT_SIGNIFICANT: _("non significatif"),
    NOT_APPLICABLE: _("sans objet"),
    MISSING: _("non disponible"),
}
"""Words shown to people."""

MARKS = {
    PROVISIONAL: "p",
    ESTIMATED: "e",
    REVISED: "r",
    BREAK: "b",
    DEFINITION_DIFFERS: "d",
    LOW_RELIABILITY: "u",
    TARGET: "o",
    WITHHELD: "s",
    NOT_SIGNIFICANT: "ns",
    NOT_APPLICABLE: "so",
    MISSING: "nd",
}
"""Short marks beside or instead of a value in a table."""


def codes_in(text: str) -> tuple[str, ...]:
    """The statuses of an observation as the database keeps them, joined by commas."""
    return tuple(text.split(",")) if text else ()


def words_of(codes: Iterable[str]) -> str:
    """« provisoire, rupture de série »."""
    return ", ".join(str(LABELS.get(code, code)) for code in codes)
