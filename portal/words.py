"""From a text to the words that are searched: the same steps for what is indexed and for what is asked.

Case, accents and ligatures are folded first, so that a word typed without accents meets the one written with them;
the stem (Snowball, https://snowballstem.org) is that of the folded word.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from portal.stop_words import STOP_WORDS

LONGEST = 60
_ALGORITHMS = {"fr": "french", "en": "english"}
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})
_WORD = re.compile(
    r"\b(?:odd|sdgs?|objectif|goal)\s*(?:n[o°]\s*)?(?P<goal>\d{1,2})\b(?!\.\w)"
    r"|\b(?P<target>\d{1,2}\.(?:\d{1,2}|[a-z]))(?![\w.]*\w)"
    r"|\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)"
    r"|(?P<word>[^\W_]+)(?:'s\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands in its text: as written, folded, and its stem in the language of the text."""

    written: str
    folded: str
    stem: str
    start: int
    end: int


def words_of(text: str, language: str) -> Iterator[Word]:
    """The words that lead somewhere, in order; « ODD 5 » is one word, and so is the code of a target, « 8.5 »."""
    return (word for word in all_words_of(text, language) if word.folded not in STOP_WORDS[language])


def all_words_of(text: str, language: str) -> Iterator[Word]:
    """The same with articles, prepositions and other words that are everywhere."""
    for found in _WORD.finditer(text.replace("’", "'")):
        code = f"odd{int(found['goal'])}" if found["goal"] else (found["target"] or "").lower()
        if code:
            yield Word(found[0][:LONGEST], code, code, found.start(), found.end())
        elif found["word"]:
            folded = fold(found["word"])[:LONGEST]
            written = found["word"].lower()[:LONGEST]
            yield Word(written, folded, stem(folded, language), found.start(), found.end("word"))


def fold(text: str) -> str:
    """Lower case, without accents, ligatures spread: « Œuvre » is « oeuvre », « CO₂ » is « co2 »."""
    letters = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


@lru_cache(maxsize=20_000)
def stem(folded: str, language: str) -> str:
    """What the forms of a word have in common: « salaires » and « salaire ». A stemmer is not shared by threads."""
    if any(letter.isdigit() for letter in folded):
        return folded
    return snowballstemmer.stemmer(_ALGORITHMS[language]).stemWord(folded)[:LONGEST]
