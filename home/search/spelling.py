"""« Vouliez-vous dire… »: the words of the index that look most like one that it does not hold."""

from rapidfuzz import fuzz, process

from home.models import SearchWord
from home.search.query import Query
from portal.words import Word

LIKENESS, SHORTEST = 76, 4
"""Out of 100; « biodiversitée » and « biodiversité » share 96."""


def corrected(query: Query, unknown: list[Word]) -> str:
    """The query with its unknown words replaced, or nothing when none looks like a known one (one query)."""
    doubtful = [word for word in unknown if len(word.folded) >= SHORTEST and word.folded.isalpha()]
    if not doubtful:
        return ""
    known = _vocabulary(query.language)
    text = query.text
    for word in reversed(doubtful):
        nearest = process.extractOne(word.folded, known.keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS)
        if nearest:
            text = text[: word.start] + known[nearest[0]] + text[word.end :]
    return text if text != query.text else ""


def _vocabulary(language: str) -> dict[str, str]:
    """Every word of the index without accents, and as it is written."""
    words = SearchWord.objects.filter(entry__language=language).values_list("word", "written").distinct()
    return {word: written for word, written in words if len(word) >= SHORTEST - 1 and word.isalpha()}
