"""A swarm: a disc for each thing, placed by a score from −1 to 1, none over another, in three zones."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from portal.charts.paths import Place, coordinate

STABLE = 0.15
"""Scores nearer to zero than this belong to the middle zone."""
_SIDE, _MIDDLE = 0.4, 0.2
_STEP = 1.5
_EDGE = 4


@dataclass(frozen=True, slots=True)
class Drawing:
    """A box of discs of one radius: the place of each, in the order in which the things were given."""

    width: int
    height: int
    radius: int
    places: list[tuple[str, str]]
    limits: tuple[str, ...] = ()
    """Where the middle zone begins and ends."""


def swarm(scores: Sequence[float], *, width: int, radius: int) -> Drawing:
    """Place a disc for each score. Both sides have the same width, so that neither looks larger than it is."""
    limits = width * _SIDE, width * (_SIDE + _MIDDLE)
    placed: dict[int, Place] = {}
    for index in sorted(range(len(scores)), key=lambda one: abs(scores[one])):
        x = _across(scores[index], limits, radius)
        placed[index] = x, _free_height(x, list(placed.values()), 2 * radius + 2)
    heights = [y for _x, y in placed.values()] or [0.0]
    margin = radius + _EDGE
    places = [(x, y - min(heights) + margin) for x, y in (placed[index] for index in range(len(scores)))]
    height = math.ceil(max(heights) - min(heights) + 2 * margin)
    return Drawing(width, height, radius, _texts(places), tuple(coordinate(limit) for limit in limits))


def rows_of_discs(count: int, *, width: int, radius: int) -> Drawing:
    """Discs side by side, in as many rows as they need."""
    step = 2 * radius + 4
    per_row = max(width // step, 1)
    places = [(radius + index % per_row * step + 1, radius + index // per_row * step + 1) for index in range(count)]
    return Drawing(width, -(-count // per_row) * step, radius, _texts(places))


def _texts(places: Sequence[Place]) -> list[tuple[str, str]]:
    return [(coordinate(x), coordinate(y)) for x, y in places]


def _across(score: float, limits: tuple[float, float], radius: int) -> float:
    """From the middle of the box outwards; a disc stays in its zone."""
    low, high = limits
    room = low - 2 * (radius + _EDGE)
    if score <= -STABLE:
        return low - radius - _EDGE - (-score - STABLE) / (1 - STABLE) * room
    if score >= STABLE:
        return high + radius + _EDGE + (score - STABLE) / (1 - STABLE) * room
    return (low + high) / 2 + score / STABLE * ((high - low) / 2 - radius - _EDGE)


def _free_height(x: float, placed: Sequence[Place], apart: float) -> float:
    """The height nearest to the middle line where a disc touches no other."""
    for attempt in range(4 * len(placed) * math.ceil(apart) + 2):
        y = ((attempt + 1) // 2) * (1 if attempt % 2 else -1) * _STEP
        if all(math.hypot(x - other_x, y - other_y) >= apart for other_x, other_y in placed):
            return y
    return 0.0
