"""Territories on one axis: a dot for each, the focus and the reference named."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.charts.paths import percent

MARGIN = 0.02
NEAR_EDGE = 0.25


@dataclass(frozen=True, slots=True)
class StripPoint:
    """A value and its words; `kind` is a class of the style sheet: `me` the focus, `tf` the reference, else empty."""

    value: Decimal
    words: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class StripMark:
    """A point in its place; its label grows from `anchor`, so that it stays inside."""

    x: str
    words: str
    kind: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Marks in the order in which they are drawn, and what they show for who does not see them."""

    marks: list[StripMark]
    description: str


def strip(points: Sequence[StripPoint], description: str) -> Strip:
    """Place the points (at least one) between the lowest and the highest; those that bear a kind are drawn last."""
    values = [float(point.value) for point in points]
    low, high = min(values), max(values)
    ordered = sorted(points, key=lambda point: ("", "tf", "me").index(point.kind))
    return Strip([_mark(point, low, high) for point in ordered], description)


def _mark(point: StripPoint, low: float, high: float) -> StripMark:
    share = (float(point.value) - low) / (high - low) if high > low else 0.5
    anchor = "start" if share < NEAR_EDGE else "end" if share > 1 - NEAR_EDGE else "middle"
    return StripMark(percent(MARGIN + share * (1 - 2 * MARGIN)), point.words, point.kind, anchor)
