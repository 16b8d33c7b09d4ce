"""How easy a text is to read, from the length of its sentences and of its words.

French: R. Flesch's formula as adapted by L. Kandel and A. Moles, « Application de l'indice de Flesch à la langue
française », Cahiers Études de Radio-Télévision, no 19, 1958:
207 - 1.015 × (words / sentences) - 73.6 × (syllables / words).

English: R. Flesch, "A new readability yardstick", Journal of Applied Psychology, 32, 1948:
206.835 - 1.015 × (words / sentences) - 84.6 × (syllables / words).

Syllables are counted from hyphenation points (pyphen), an approximation: a mute final e is not told apart.
"""

import re
from functools import lru_cache

import pyphen

LONGEST_SENTENCE = 30
"""Words: beyond it a sentence is worth cutting."""
HARD, FAIRLY_HARD = 30, 50
"""Bounds of the scale: below 30 a text is for specialists, from 50 on it is within reach of most adults."""
ENOUGH_WORDS = 100
"""Below it the formula says nothing."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?…])[\s\u00a0\u202f]+(?=[«“\"A-ZÀ-Ý0-9])|\n+")


@lru_cache(maxsize=2)
def _hyphenation(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US" if language.startswith("en") else "fr_FR")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; a line that ends is a sentence."""
    return [part.strip() for part in _SENTENCE.split(text) if _WORD.search(part)]


def words_of(text: str) -> list[str]:
    """Its words, without figures."""
    return _WORD.findall(text)


def syllables_of(word: str, language: str) -> int:
    """At least one."""
    return len(_hyphenation(language).positions(word.lower())) + 1


def reading_ease(text: str, language: str) -> float | None:
    """The score of a text, from about 0 (very hard) to 100 (very easy); None for a text too short to be judged."""
    words, sentences = words_of(text), sentences_of(text)
    if len(words) < ENOUGH_WORDS or not sentences:
        return None
    per_sentence = len(words) / len(sentences)
    per_word = sum(syllables_of(word, language) for word in words) / len(words)
    if language.startswith("en"):
        return 206.835 - 1.015 * per_sentence - 84.6 * per_word
    return 207 - 1.015 * per_sentence - 73.6 * per_word


def long_sentences(text: str) -> list[tuple[str, int]]:
    """The sentences of more than thirty words, with their number of words."""
    counted = [(sentence, len(words_of(sentence))) for sentence in sentences_of(text)]
    return [(sentence, count) for sentence, count in counted if count > LONGEST_SENTENCE]
