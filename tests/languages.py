"""What the English tests look at: the catalogue, and the texts of a page that are still French."""

import re
from functools import cache
from pathlib import Path

import polib
from bs4 import BeautifulSoup

LOCALE = Path(__file__).resolve().parents[1] / "locale"
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}|%%")
TAG = re.compile(r"</?\w+[^>]*>")
SPOKEN_ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "data-words", "data-lost", "data-signed-out")
FRENCH_SIGNS = re.compile("[«»]|[\u00a0\u202f ][:;?!](?= |$)")


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))


def pairs(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Each form of the source with its translation."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    return [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]


@cache
def french_patterns() -> tuple[re.Pattern[str], ...]:
    """Every source text that English says differently, its places open."""
    forms = [pair for entry in catalogue("en") for pair in pairs(entry)]
    texts = {source.strip() for source, translation in forms if source.strip() != translation.strip()}
    return tuple(re.compile(_opened(text)) for text in texts if len(text) > 2)


def _opened(text: str) -> str:
    pieces = re.split(PLACE, " ".join(text.split()))
    return "[^.]{1,60}?".join(re.escape(piece) for piece in pieces)


def texts_of(html: str) -> list[str]:
    """Every text that a person reads or hears, spaces brought to one; not what is said to be in another language."""
    soup = BeautifulSoup(html, "html.parser")
    for silent in [*soup(["script", "style", "template", "code"]), *soup.select("body [lang]")]:
        silent.decompose()
    spoken = [tag[name] for tag in soup.find_all(True) for name in SPOKEN_ATTRIBUTES if tag.get(name)]
    found = [text.replace("\n", " ").strip(" \t") for text in (*soup.find_all(string=True), *spoken)]
    return [re.sub("[ \t]+", " ", text) for text in found if text]


def still_french(html: str) -> set[str]:
    """Texts of the page that are a source text, or carry the signs of French typography."""
    texts = texts_of(html)
    return {
        text
        for text in texts
        if FRENCH_SIGNS.search(text) or any(pattern.fullmatch(text) for pattern in french_patterns())
    }
