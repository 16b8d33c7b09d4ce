"""Whether a text that is at hand holds the words of a query; what is stored to be found stands in the search index."""

from portal.words import Word, all_words_of, fold, stem, words_of

_SHORTEST_PREFIX = 3


def word_stems(text: str, language: str) -> frozenset[str]:
    """Every stem of a text, and its words: one that is cut short is found all the same."""
    return frozenset(form for word in all_words_of(text, language) for form in _forms(word, language))


def matches(query: str, stems: frozenset[str], language: str) -> bool:
    """Whether each word of the query is in a text whose `word_stems` are given; a word may be cut short.

    Articles and prepositions do not count, unless there is nothing else.
    """
    wanted = list(words_of(query, language)) or list(all_words_of(query, language))
    return all(_is_found(word, stems, language) for word in wanted)


def _is_found(word: Word, stems: frozenset[str], language: str) -> bool:
    if not stems.isdisjoint(_forms(word, language)):
        return True
    return len(word.folded) >= _SHORTEST_PREFIX and any(stem.startswith(word.folded) for stem in stems)


def _forms(word: Word, language: str) -> tuple[str, ...]:
    """An accent tells an ending, which is lost once it is taken off: « salariées » and « salariee » have two stems."""
    return word.stem, word.folded, fold(stem(word.written, language))
