"""The sentence of an indicator as a drawing: as large as its place allows, highlighter under the key figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.outputs import palette
from indicators.outputs.svg import element, text
from indicators.outputs.typefaces import Typeface, headline_face, wrapped
from indicators.wording.sentence import Part, plain
from portal.formatting.numbers import HARD_SPACE

LEADING = 1.07
TRACKING = -0.012
SHORT_WORD = 6


@dataclass(frozen=True)
class Headline:
    """The lines of the sentence at their size, and where the key figure starts and ends in the whole text."""

    lines: list[str]
    size: float
    face: Typeface
    key: tuple[int, int]

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING


def fitted(parts: Sequence[Part], *, width: float, height: float, sizes: Sequence[float]) -> Headline:
    """The sentence at the first of these sizes that it fits at, at the last one shortened."""
    whole = _kept_together(plain(parts))
    face, key = headline_face(whole), _key(parts)
    for size in sizes:
        lines = balanced(whole, face, size, width)
        if len(lines) * size * LEADING <= height:
            return Headline(lines, size, face, key)
    most = max(1, int(height / (sizes[-1] * LEADING)))
    return Headline(wrapped(whole, face, sizes[-1], width, most), sizes[-1], face, key)


def _kept_together(whole: str) -> str:
    """A short last word never stands alone: « en 2024. »."""
    start, _space, last = whole.rpartition(" ")
    return f"{start}{HARD_SPACE}{last}" if start and len(last) <= SHORT_WORD else whole


def balanced(whole: str, face: Typeface, size: float, width: float) -> list[str]:
    """As few lines as the width allows, of about the same length."""
    lines = wrapped(whole, face, size, width)
    for share in (0.7, 0.76, 0.82, 0.88, 0.94):
        narrower = wrapped(whole, face, size, width * share)
        if len(narrower) == len(lines) and "…" not in "".join(narrower):
            return narrower
    return lines


def _key(parts: Sequence[Part]) -> tuple[int, int]:
    before = 0
    for part in parts:
        if part.is_key:
            return before, before + len(part.text)
        before += len(part.text)
    return 0, 0


def drawn(headline: Headline, x: float, y: float) -> list[str]:
    """The sentence, the top of its first line at `y`."""
    pieces, start = [], 0
    for index, line in enumerate(headline.lines):
        base = y + headline.size * (0.82 + index * LEADING)
        pieces.append(_highlighter(headline, line, start, x, base))
        spacing = headline.size * TRACKING
        pieces.append(text(line, x, base, headline.face, headline.size, fill=palette.INK, letter_spacing=spacing))
        start += len(line) + 1
    return pieces


def _highlighter(headline: Headline, line: str, start: int, x: float, base: float) -> str:
    """Under the part of the line that belongs to the key figure."""
    first = max(0, headline.key[0] - start)
    last = min(len(line), headline.key[1] - start)
    if first >= last:
        return ""
    left, right = (_advance(headline, line[:end]) for end in (first, last))
    top, height = base - headline.size * 0.22, headline.size * 0.42
    return element("rect", x=x + left, y=top, width=right - left, height=height, fill=palette.HIGHLIGHT)


def _advance(headline: Headline, words: str) -> float:
    return headline.face.width(words, headline.size) + len(words) * headline.size * TRACKING
