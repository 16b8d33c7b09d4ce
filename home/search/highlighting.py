"""The words that were asked, marked where they stand in a text."""

from dataclasses import dataclass

from home.search.query import Query
from portal.words import Word, words_of

LENGTH, BEFORE = 220, 60
"""Letters of a passage, and how many of them stand before the first word that was asked."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text; `is_match` when it is a word that was asked."""

    text: str
    is_match: bool = False


def highlighted(text: str, query: Query) -> list[Part]:
    """The whole text, in pieces."""
    parts, end = [], 0
    for word in _matching(text, query):
        parts += [Part(text[end : word.start]), Part(text[word.start : word.end], is_match=True)]
        end = word.end
    return [part for part in (*parts, Part(text[end:])) if part.text]


def passage(texts: list[str], query: Query) -> str:
    """Some lines of the first of these texts that holds a word of the query, else the beginning of the first one."""
    for text in texts:
        found = _matching(text, query)
        if found:
            return _around(text, found[0].start)
    return _around(next(filter(None, texts), ""), 0)


def _matching(text: str, query: Query) -> list[Word]:
    return [word for word in words_of(text, query.language) if query.matches(word)]


def _around(text: str, place: int) -> str:
    """A passage that begins and ends between two words, with dots where it was cut."""
    text = " ".join(text[: place + LENGTH * 4].split()) if place == 0 else text
    start = 0 if place <= LENGTH // 2 else text.rfind(" ", 0, place - BEFORE) + 1
    end = len(text) if len(text) <= start + LENGTH else text.rfind(" ", start, start + LENGTH)
    end = end if end > start else start + LENGTH
    cut = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{cut}{'…' if end < len(text) and cut[-1:] not in '.!?…' else ''}"
