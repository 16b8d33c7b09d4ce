"""What a visitor typed, understood."""

from dataclasses import dataclass

from portal.words import Word, words_of

LONGEST_QUERY, MOST_WORDS, SHORTEST_PREFIX = 200, 12, 3


@dataclass(frozen=True)
class Query:
    """The text as typed, brought to one line, and the words in it that lead somewhere, each once."""

    text: str
    language: str
    words: list[Word]

    @property
    def stems(self) -> list[str]:
        return [word.stem for word in self.words]

    @property
    def beginning(self) -> str:
        """The last word when it may be the beginning of a longer one, else nothing."""
        last = self.words[-1].folded if self.words else ""
        return last if len(last) >= SHORTEST_PREFIX and last.isalpha() else ""

    def matches(self, word: Word) -> bool:
        """Is this word of a text one of those that were asked?"""
        return word.stem in self.stems or bool(self.beginning and word.folded.startswith(self.beginning))


def read_query(text: str, language: str) -> Query:
    """The first 200 characters and twelve words count; control characters are no words."""
    line = " ".join(text.replace("\x00", " ").split())[:LONGEST_QUERY].strip()
    words = {word.folded: word for word in words_of(line, language)}
    return Query(line, language, list(words.values())[:MOST_WORDS])
