"""Words as a search compares them: without accents, case or endings, in French or in English."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]", re.IGNORECASE)
_NAMES = {"fr": "french", "en": "english"}
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_EMPTY = re.compile(
    r"aux?|avec|dans|des?|du|en|et|la|les?|leurs?|ou|par|pour|sur|une?|an?|and|by|for|in|of|on|the|to|with"
)
_SHORTEST_PREFIX = 3


def folded(text: str) -> str:
    """Lower case, without accents: « Déchets » is `dechets`."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def word_stems(text: str, language: str) -> frozenset[str]:
    """Every stem of a text, and its words: one typed without accents, or cut short, is found all the same."""
    words = _WORD.findall(_ELISION.sub(" ", text.casefold()))
    return frozenset(stem for word in words for stem in _stems(word, _NAMES.get(language[:2], "french")))


def matches(query: str, stems: frozenset[str], language: str) -> bool:
    """Whether each word of the query is in a text whose `word_stems` are given; a word may be cut short.

    Articles and prepositions do not count, unless there is nothing else.
    """
    words = _WORD.findall(_ELISION.sub(" ", query.casefold()))
    wanted = [word for word in words if not _EMPTY.fullmatch(word)] or words
    return all(_is_found(word, stems, language) for word in wanted)


def _is_found(word: str, stems: frozenset[str], language: str) -> bool:
    wanted = word_stems(word, language)
    if not wanted.isdisjoint(stems):
        return True
    start = folded(word)
    return len(start) >= _SHORTEST_PREFIX and any(stem.startswith(start) for stem in stems)


@lru_cache(maxsize=20_000)
def _stems(word: str, name: str) -> tuple[str, ...]:
    stemmer = _stemmer(name)
    plain = folded(word)
    return folded(stemmer.stemWord(word)), folded(stemmer.stemWord(plain)), plain


@lru_cache(maxsize=2)
def _stemmer(name: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(name)
