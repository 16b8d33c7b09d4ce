"""Marks of trends in a row, one for each indicator: exact whatever their number, one element in the page."""

from collections.abc import Mapping
from dataclasses import dataclass

STEP, ROW, PER_LINE = 15, 16, 8
_SHAPES = {
    "up": "m7 1.2l6 11.3h-12z",
    "flat": "m1 5h12v4h-12z",
    "down": "m7 12.8l6-11.3h-12z",
    "nodata": "m3 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
}
"""The shapes that stand before the words of the trends, in a square of 14."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The size of the drawing, and a path for each sign that there is."""

    width: int
    height: int
    paths: list[tuple[str, str]]


def marks(counts: Mapping[str, int]) -> Marks:
    """Draw as many marks as each count says: `{"up": 3, "flat": 1, "down": 2, "nodata": 1}`, in that order."""
    total = sum(counts.values())
    paths: list[tuple[str, str]] = []
    rank = 0
    for sign, count in counts.items():
        drawn = "".join(_mark(sign, position) for position in range(rank, rank + count))
        rank += count
        if drawn:
            paths.append((sign, drawn))
    return Marks(min(total, PER_LINE) * STEP, -(-total // PER_LINE) * ROW, paths)


def _mark(sign: str, position: int) -> str:
    return f"M{position % PER_LINE * STEP} {position // PER_LINE * ROW}{_SHAPES[sign]}"
