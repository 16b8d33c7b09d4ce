"""The faces that images are drawn with: how wide a text is, and where a paragraph breaks."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTFont

ELLIPSIS = "…"
UNKNOWN_WIDTH = 0.6
"""Width in em of a letter that the face does not have."""


@dataclass(frozen=True)
class Typeface:
    """One weight of a family, as its file names it."""

    file: str
    family: str
    weight: int

    @property
    def path(self) -> Path:
        return settings.DRAWING_FONTS / self.file

    @cached_property
    def _widths(self) -> dict[int, float]:
        """Width in em of each letter."""
        font = TTFont(self.path)
        units, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: metrics[name][0] / units for code, name in font.getBestCmap().items()}

    def has(self, text: str) -> bool:
        """Whether every letter of the text can be drawn."""
        return all(ord(letter) in self._widths for letter in text)

    def width(self, text: str, size: float) -> float:
        """How wide a text is, in the unit of `size`; kerning is left out."""
        return size * sum(self._widths.get(ord(letter), UNKNOWN_WIDTH) for letter in text)


DISPLAY = Typeface("display.ttf", "Bricolage ODD", 600)
REGULAR = Typeface("text-regular.ttf", "Inter", 400)
MEDIUM = Typeface("text-medium.ttf", "Inter", 500)
BOLD = Typeface("text-bold.ttf", "Inter", 600)
EVERY = (DISPLAY, REGULAR, MEDIUM, BOLD)


def headline_face(text: str) -> Typeface:
    """The display face, or the bold text face when a letter is missing from it: a line never mixes the two."""
    return DISPLAY if DISPLAY.has(text) else BOLD


def wrapped(text: str, face: Typeface, size: float, width: float, most: int = 0) -> list[str]:
    """The lines of a paragraph; with `most`, the last one kept ends with an ellipsis when words are left over.

    Only spaces that may break do; a word wider than the line stands alone on it, cut.
    """
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.append(shortened(word, face, size, width))
    if most and len(lines) > most:
        left = " ".join(lines[most - 1 :])
        return [*lines[: most - 1], shortened(left, face, size, width)]
    return lines


def shortened(text: str, face: Typeface, size: float, width: float) -> str:
    """The text, cut before an ellipsis when it is too wide."""
    if face.width(text, size) <= width:
        return text
    kept = text
    while kept and face.width(kept + ELLIPSIS, size) > width:
        kept = kept[:-1]
    return kept.rstrip(" ,;:\u00a0\u202f") + ELLIPSIS
