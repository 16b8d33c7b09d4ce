"""French typography for texts that people typed: spaces that do not break, apostrophes, thousands."""

import re

from portal.formatting.numbers import HARD_SPACE, THIN_SPACE, is_french

_SPACES = f"[ {HARD_SPACE}{THIN_SPACE}]"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<=\S){_SPACES}+([:%€»])"), HARD_SPACE + r"\1"),
    (re.compile(rf"«{_SPACES}*(?=\S)"), "«" + HARD_SPACE),
    (re.compile(rf"(?<=\S){_SPACES}+([;?!])"), THIN_SPACE + r"\1"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), THIN_SPACE),
    (re.compile(r"\b(ODD|n°|p\.) (?=\d)"), r"\1" + HARD_SPACE),
    (re.compile(r"(?<=\d) (?=(?:points?|ans|minutes|h|min|km|ha|Ko|Mo|kWh|MWh|GWh)\b)"), HARD_SPACE),
)


def typographic(text: str, language: str | None = None) -> str:
    """The same words with typographic apostrophes and, in French, the spaces of French typography."""
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    if not is_french(language):
        return text
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
