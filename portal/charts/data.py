"""What a chart is made of, before any drawing."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One value. `position` is in years (2023.75 is the last quarter of 2023); a missing value is a gap in the line."""

    position: float
    label: str
    value: Decimal | None
    is_provisional: bool = False
    is_break: bool = False
    interval: tuple[Decimal, Decimal] | None = None
    """The lower and the upper bound of the confidence interval."""


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """The line of a territory. The focus series carries the colour; the others are its comparators."""

    key: str
    name: str
    short_name: str
    points: tuple[ChartPoint, ...]
    is_focus: bool = False

    @property
    def known(self) -> list[ChartPoint]:
        """The points that have a value."""
        return [point for point in self.points if point.value is not None]


@dataclass(frozen=True, slots=True)
class ChartTarget:
    """A target value for a year, with the value reached that year at the present pace, if it makes sense."""

    year: int
    value: Decimal
    projection: Decimal | None = None
