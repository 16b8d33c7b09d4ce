"""What a sure reading could be instead, when the inspection names no other answer: another column, sheet, encoding."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.importing.inspection import Facts, Guess

from .questions import Option

ENCODINGS = ("utf-8", "cp1252", "iso-8859-1", "utf-16")
SEPARATORS = {
    ",": gettext_lazy("virgule"),
    ";": gettext_lazy("point-virgule"),
    "\t": gettext_lazy("tabulation"),
    "|": gettext_lazy("barre"),
}
DECIMALS = {",": gettext_lazy("virgule"), ".": gettext_lazy("point")}


def options_of(guess: Guess, chosen: str, facts: Facts) -> tuple[Option, ...]:
    """The answers of a guess, the supposed one included; () when it cannot be changed here."""
    if guess.alternatives:
        return tuple(Option(one.value, one.label, one.consequence, one.value == chosen) for one in guess.alternatives)
    found = {value: label for value, label in OTHERS.get(guess.what, _nothing)(facts).items() if value}
    if not found:
        return ()
    known = found if chosen in found else {chosen: chosen, **found}
    return tuple(Option(value, label, "", value == chosen) for value, label in known.items())


def _nothing(_facts: Facts) -> dict[str, str]:
    return {}


def _columns(facts: Facts) -> dict[str, str]:
    return {name: name for name in facts.columns}


def _sheets(facts: Facts) -> dict[str, str]:
    return {name: name for name in facts.sheets} if len(facts.sheets) > 1 else {}


def _encodings(facts: Facts) -> dict[str, str]:
    return {name: name for name in ENCODINGS} if facts.encoding else {}


def _rows(facts: Facts) -> dict[str, str]:
    """The rows around the header."""
    first = facts.header[0] if facts.header else 1
    return {str(row): _("ligne %(row)s") % {"row": row} for row in range(max(1, first - 3), first + 5)}


OTHERS: Mapping[str, Callable[[Facts], dict[str, str]]] = {
    "territory.column": _columns,
    "period.column": _columns,
    "value.column": _columns,
    "file.sheet": _sheets,
    "file.encoding": _encodings,
    "file.header": _rows,
    "file.separator": lambda facts: dict(SEPARATORS) if facts.separator else {},
    "value.decimal": lambda facts: dict(DECIMALS),
}
