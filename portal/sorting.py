"""The order of words for readers: accents and case count last, so that « Écart » stands with E."""

import unicodedata


def reading_order(text: str) -> tuple[str, str]:
    """A sort key: the letters without accents and case first, then the text itself."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold(), text
