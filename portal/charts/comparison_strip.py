"""A strip that compares one value with others: a disc, a strong tick for the reference, a tick for each peer."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.charts.paths import coordinate
from portal.charts.scale import LEAST_SPAN

WIDTH, HEIGHT, MARGIN = 260, 26, 8


@dataclass(frozen=True, slots=True)
class ComparisonStrip:
    """Paths in a 260 × 26 box that the page stretches; the words beside it give the values."""

    disc: str
    reference: str
    peers: str
    width: int = WIDTH
    height: int = HEIGHT


def comparison_strip(value: float, reference: float | None, peers: Sequence[float]) -> ComparisonStrip | None:
    """Draw the comparison; None without anything to compare with. A narrow range is widened."""
    others = [*peers, *([] if reference is None else [reference])]
    if not others:
        return None
    low, high = _bounds([value, *others])

    def across(one: float) -> str:
        return coordinate(MARGIN + (one - low) / (high - low) * (WIDTH - 2 * MARGIN))

    return ComparisonStrip(
        disc=f"M{across(value)} 13h0",
        reference="" if reference is None else f"M{across(reference)} 3v20",
        peers="".join(f"M{across(peer)} 6v14" for peer in peers),
    )


def _bounds(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    missing = max(LEAST_SPAN * abs(sum(values)) / len(values), 1e-9) - (high - low)
    return (low - missing / 2, high + missing / 2) if missing > 0 else (low, high)
