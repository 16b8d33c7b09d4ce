"""From surfaces to path data: projected, simplified along shared borders, written in whole numbers.

Projection: equirectangular at the mean latitude of what is drawn (x = longitude × cos(mean latitude), y = latitude), so
that shapes keep their proportions around that latitude; the error on lengths stays under 2 % for an area as tall as
France. Coordinates beyond ±180 or ±90 are taken as already projected (metres) and kept.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from django.utils.translation import gettext as _
from shapely.geometry.base import BaseGeometry

from indicators.geometry.features import GeometryRefused

GRID = 2_000
"""Whole numbers along the longer side of the drawing."""

MOST_CHARACTERS = 26_000
"""Path data of a whole drawing: about 12 kB once compressed, so that a page with a map stays within its 60 kB."""

TOLERANCE = 1.0
DOUBLINGS = 8

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """Path data of a territory and its bounds, in the grid of the drawing."""

    path: str
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class Drawing:
    """The outlines by code, and the tolerance (thousandths of the longer side) that made them short enough."""

    outlines: dict[str, Outline]
    tolerance: float

    @property
    def characters(self) -> int:
        """Characters of all its paths."""
        return sum(len(outline.path) for outline in self.outlines.values())


def draw(surfaces: Mapping[str, BaseGeometry], tolerance: float = TOLERANCE) -> Drawing:
    """Simplify by `tolerance`, then by twice as much as long as the drawing is too heavy for a page.

    Raises GeometryRefused when it cannot be made light enough.
    """
    placed = _on_grid(surfaces)
    for _doubling in range(DOUBLINGS):
        drawing = Drawing(_outlines(placed, tolerance * GRID / 1_000), tolerance)
        if drawing.characters <= MOST_CHARACTERS:
            return drawing
        tolerance *= 2
    raise GeometryRefused(
        _("Ces contours sont trop nombreux ou trop détaillés pour une page\u202f; chargez moins de territoires.")
    )


def _on_grid(surfaces: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Projected, then moved and scaled so that the longer side is `GRID`, y downwards."""
    shapes = list(surfaces.values())
    if _is_geographic(shapely.total_bounds(shapes)):
        shapes = _equirectangular(shapes)
    left, bottom, right, top = shapely.total_bounds(shapes)
    scale = GRID / (max(right - left, top - bottom) or 1.0)

    def to_grid(places: np.ndarray) -> np.ndarray:
        return np.column_stack(((places[:, 0] - left) * scale, (top - places[:, 1]) * scale))

    return dict(zip(surfaces, shapely.transform(shapes, to_grid), strict=True))


def _is_geographic(bounds: Box) -> bool:
    left, bottom, right, top = bounds
    return left >= -180 and right <= 180 and bottom >= -90 and top <= 90


def _equirectangular(shapes: list[BaseGeometry]) -> list[BaseGeometry]:
    _left, bottom, _right, top = shapely.total_bounds(shapes)
    narrowing = math.cos(math.radians((bottom + top) / 2))
    return list(shapely.transform(shapes, lambda places: places * (narrowing, 1.0)))


def _outlines(placed: Mapping[str, BaseGeometry], tolerance: float) -> dict[str, Outline]:
    shapes = list(placed.values())
    if shapely.coverage_is_valid(shapes):  # neighbours share their borders: simplified once, without gaps
        simple = shapely.coverage_simplify(shapes, tolerance)
    else:
        simple = shapely.simplify(shapes, tolerance, preserve_topology=True)
    return {code: _outline(shape, whole) for (code, whole), shape in zip(placed.items(), simple, strict=True)}


def _outline(shape: BaseGeometry, whole: BaseGeometry) -> Outline:
    """The path of a simplified shape; a small square where nothing of it is left, so that it can still be seen."""
    rings = [ring for ring in map(_whole_numbers, _rings(shape)) if len(ring) > 2]
    if not rings:
        x, y = (round(place) for place in whole.representative_point().coords[0])
        rings = [[(x - 2, y - 2), (x + 2, y - 2), (x + 2, y + 2), (x - 2, y + 2)]]
    across = [x for ring in rings for x, _y in ring]
    down = [y for ring in rings for _x, y in ring]
    return Outline("".join(map(_written, rings)), min(across), min(down), max(across), max(down))


def _rings(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    for polygon in shapely.get_parts(shape):
        if not polygon.is_empty:
            yield polygon.exterior
            yield from polygon.interiors


def _whole_numbers(ring: BaseGeometry) -> list[tuple[int, int]]:
    """The corners of a ring on the grid, without repeated ones; the last is not the first again."""
    places = [(round(x), round(y)) for x, y in ring.coords]
    return [place for place, before in zip(places[1:], places[:-1], strict=True) if place != before]


def _written(ring: list[tuple[int, int]]) -> str:
    """`M12 34l5-6 7 8z`: one absolute place, then steps."""
    steps = [(x - a, y - b) for (x, y), (a, b) in zip(ring[1:], ring[:-1], strict=True)]
    numbers = [number for step in steps for number in step]
    written = "".join(f"{'' if number < 0 or place == 0 else ' '}{number}" for place, number in enumerate(numbers))
    return f"M{ring[0][0]} {ring[0][1]}l{written}z"
