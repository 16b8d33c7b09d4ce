"""Spellings of the same name made equal: accents, hyphens, apostrophes, case, articles, saint and st."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})
_WORD = re.compile(r"[a-z0-9]+")
_SHORT_WORDS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "met": "metropole", "s": "sur"}
_LINK_WORDS = frozenset({"le", "la", "les", "l", "de", "du", "des", "d", "et", "the", "of"})


def tidy(text: str) -> str:
    """One line, single ordinary spaces, no space around: how people see a cell."""
    return " ".join(text.replace("\ufeff", "").split())


def folded(text: str) -> str:
    """Lower case without accents and ligatures, single spaces."""
    plain = unicodedata.normalize("NFD", text.translate(_LIGATURES))
    return tidy("".join(letter for letter in plain if not unicodedata.combining(letter))).casefold()


def words(text: str) -> tuple[str, ...]:
    """The words that carry the name, abbreviations written out: `St-Herblain` → saint, herblain."""
    return tuple(_SHORT_WORDS.get(word, word) for word in _WORD.findall(folded(text)) if word not in _LINK_WORDS)


def name_key(text: str) -> str:
    """Equal for spellings of one name that keep the order of its words; "" when there is no word in it."""
    return " ".join(words(text))


def bag_key(text: str) -> str:
    """Equal whatever the order, each word once: `Nantes Métropole`, `MET Nantes Métropole`, `Métropole de Nantes`."""
    return " ".join(sorted(set(words(text))))
