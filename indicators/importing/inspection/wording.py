"""How far what the person wants names something that stands in the file."""

import re

from indicators.importing.spellings import folded

from .vocabulary import EMPTY_WORDS

_WORD = re.compile(r"[a-z0-9]+")
_BY = re.compile(r"\b(?:par|by)\s+((?:[\w’'-]+[ ,]*){1,12})")
_ALL = re.compile(r"\b(?:tous|toutes|all)\s+([\w’'-]+)")


def stems(text: str) -> frozenset[str]:
    """Words that carry meaning, cut to six letters so that plurals and genders meet."""
    return frozenset(word[:6].rstrip("s") for word in _WORD.findall(folded(text)) if word not in EMPTY_WORDS)


def says_exactly(wording: str, text: str) -> bool:
    """Whether the wording holds this very text, as whole words."""
    plain = folded(text)
    return len(plain) > 2 and re.search(rf"(?<![a-z0-9]){re.escape(plain)}(?![a-z0-9])", folded(wording)) is not None


def likeness(wording: str, label: str) -> float:
    """0 to 2: how many words of the label the wording holds; an exact quotation comes first."""
    if says_exactly(wording, label):
        return 2.0
    wanted, named = stems(wording), stems(label)
    if not named or not wanted:
        return 0.0
    common = len(wanted & named)
    return common / len(named) + 0.1 * common


def asks_breakdown(wording: str, name: str) -> bool | None:
    """True when the wording asks « par … » of this name, False for « tous » or when it lists others, None else."""
    plain = folded(wording).replace("’", " ").replace("'", " ")
    named = stems(name)
    if any(stems(found) & named for found in _ALL.findall(plain)):
        return False
    asked = [stems(found) for found in _BY.findall(plain)]
    if any(words & named for words in asked):
        return True
    return False if asked else None
