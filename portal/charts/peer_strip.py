"""One dot for each territory on one axis, so that one of them is seen among its peers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.charts.paths import percent

MARGIN = 0.02
NEAR_EDGE = 0.25
FOCUS, REFERENCE, PEER = "me", "tf", ""
_ORDER = (PEER, REFERENCE, FOCUS)


@dataclass(frozen=True, slots=True)
class PeerPoint:
    """A value and the words for it; `kind` is "me" (the focus), "tf" (the reference) or "" (a peer)."""

    value: Decimal
    words: str
    kind: str = PEER


@dataclass(frozen=True, slots=True)
class PeerMark:
    """A dot or a tick, with the side to which its label runs."""

    x: str
    words: str
    kind: str
    anchor: str


@dataclass(frozen=True, slots=True)
class PeerStrip:
    """Peers first, so that the focus is drawn over them; `description` is for who does not see the drawing."""

    marks: list[PeerMark]
    description: str


def peer_strip(points: Sequence[PeerPoint], description: str) -> PeerStrip:
    """The places of the points (at least one) between the lowest and the highest, both drawn inside the box."""
    values = [float(point.value) for point in points]
    low, high = min(values), max(values)

    def mark(point: PeerPoint) -> PeerMark:
        share = (float(point.value) - low) / (high - low) if high > low else 0.5
        return PeerMark(percent(MARGIN + share * (1 - 2 * MARGIN)), point.words, point.kind, _anchor(share))

    return PeerStrip([mark(point) for point in sorted(points, key=lambda one: _ORDER.index(one.kind))], description)


def _anchor(share: float) -> str:
    if share < NEAR_EDGE:
        return "start"
    return "end" if share > 1 - NEAR_EDGE else "middle"
