"""What the notes of a file say of its signs: « s = secret statistique », « (p) : provisoire »."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from indicators import statuses as say
from indicators.importing.marks import NORMAL
from indicators.importing.spellings import folded, tidy

LONGEST = 70
"""Letters of a note that may explain the sign before them."""
_MEANINGS = (
    (
        say.WITHHELD,
        ("secret", "confiden", "masqu", "withheld", "suppress", "non diffus", "not disclosed", "disclosive"),
    ),
    (say.NOT_SIGNIFICANT, ("non signif", "not signif", "non representatif", "too small", "effectifs insuffisants")),
    (say.NOT_APPLICABLE, ("sans objet", "not applicable", "non applicable", "non concern")),
    (say.LOW_RELIABILITY, ("peu fiable", "low reliab", "faible fiabilit", "unreliable")),
    (say.PROVISIONAL, ("provisoire", "provisional", "semi-definiti")),
    (say.ESTIMATED, ("estim",)),
    (say.REVISED, ("revis",)),
    (say.BREAK, ("rupture", "break in")),
    (say.DEFINITION_DIFFERS, ("definition diff",)),
    (say.MISSING, ("non disponible", "indisponible", "not available", "unavailable", "non renseign", "non communiqu")),
    (say.MISSING, ("manquant", "missing", "absent", "pas de donnee", "no data", "non connu", "unknown")),
    (NORMAL, ("definiti", "valeur normale", "diffusable")),
)


@dataclass(frozen=True)
class Legend:
    """The note that explains a sign, and the status it means: "" when its words are not among those we know."""

    note: str
    status: str


def legend_of(sign: str, notes: Iterable[str]) -> Legend | None:
    """What the first note that explains this sign says; None when none does."""
    pattern = _explained(sign)
    for note in notes:
        found = pattern.search(tidy(note))
        if found:
            return Legend(tidy(note), _status(found["meaning"]))
    return None


def _explained(sign: str) -> re.Pattern[str]:
    """The sign alone (quoted or in brackets or not), an equals sign, a colon or a verb, then its meaning. Only an
    equals sign is trusted behind a sign of punctuation."""
    between = r"=|:|signifie|veut dire|désigne|means|stands for|→" if sign[:1].isalnum() else r"=|signifie|means"
    return re.compile(
        rf"(?:^|[\s;,.(«\"'’\[])(?:«\s*)?{re.escape(sign)}[)\]\"'’]?(?:\s*»)?\s*(?:{between})\s*(?P<meaning>[^;\n]{{3,{LONGEST}}})"
    )


def _status(meaning: str) -> str:
    """The status whose words come first in the text."""
    plain = folded(meaning)
    found = [(plain.find(word), status) for status, words in _MEANINGS for word in words if word in plain]
    return min(found)[1] if found else ""
