"""Where the reading territory stands among its peers, for one period: rank, ties, and who cannot be ranked and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators import statuses
from indicators.models import Indicator, Territory
from indicators.selectors.rows import Row
from indicators.trends import Rank, rank_among

LEAST_RANKED = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A territory with its value of the period, or without."""

    territory: Territory
    row: Row | None
    is_focus: bool = False

    @property
    def value(self) -> Decimal | None:
        return self.row.value if self.row else None


@dataclass(frozen=True)
class Standing:
    """`ranked` have a value, the first place first; the others are withheld by their producer, or missing."""

    period: str
    ranked: list[Place]
    withheld: list[Place]
    missing: list[Place]
    rank: Rank
    alike: int
    """Peers whose confidence interval meets that of the reading territory: no clear difference."""

    @property
    def focus(self) -> Place:
        """The reading territory."""
        return next(place for place in self.ranked if place.is_focus)


def standing_among(
    indicator: Indicator, reading: Territory, own: Row, peers: Sequence[Territory], rows: Mapping[int, Row]
) -> Standing | None:
    """Rank the reading territory for the period of `own` (no query); None when fewer than three have a value."""
    others = [Place(peer, rows.get(peer.pk)) for peer in peers]
    ranked = [Place(reading, own, is_focus=True), *(place for place in others if place.value is not None)]
    values = {str(place.territory.pk): place.value for place in ranked}
    rank = rank_among(str(reading.pk), values, direction=indicator.direction)
    if rank is None or len(ranked) < LEAST_RANKED:
        return None
    unknown = [place for place in others if place.value is None]
    withheld = [place for place in unknown if place.row and statuses.WITHHELD in place.row.statuses]
    sign = 1 if indicator.direction < 0 else -1
    return Standing(
        period=own.period,
        ranked=sorted(ranked, key=lambda place: (sign * (place.value or 0), not place.is_focus, place.territory.name)),
        withheld=withheld,
        missing=[place for place in unknown if place not in withheld],
        rank=rank,
        alike=sum(own.overlaps(place.row) for place in others if place.row and place.value is not None),
    )
