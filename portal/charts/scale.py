"""Axes: round bounds and steps, zero when it fits, a few years along the bottom."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MOST_STEPS = 5
LEAST_SPAN = 0.2
_ZERO_FITS = 0.25
"""Zero is shown when the data span at least this share of the way from zero to the highest value."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A range and the step of its grid lines."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + index * self.step for index in range(count + 1)]

    @property
    def base(self) -> float:
        """Where the strong line stands: zero when it is on the axis, else the bottom."""
        return 0.0 if self.low <= 0 <= self.high else self.low

    @property
    def decimals(self) -> int:
        """Digits that the labels need."""
        return max(0, -math.floor(math.log10(self.step) + 1e-9) + (1 if _is_quarter(self.step) else 0))

    def share(self, value: float) -> float:
        """Where a value stands, from 0 (low) to 1 (high)."""
        return (value - self.low) / (self.high - self.low)


def value_axis(values: Iterable[float], *, from_zero: bool = False) -> Axis:
    """The vertical axis of these values (at least one): from zero when it fits, else from a round value below them."""
    known = list(values)
    low, high = min(known), max(known)
    if from_zero or (low >= 0 and high - low >= _ZERO_FITS * high):
        low = min(low, 0.0)
    if high <= 0 and -low - -high >= _ZERO_FITS * -low:
        high = 0.0
    if low > 0 or high < 0:
        low, high = _wide_enough(low, high)
    if high == low:
        low, high = (low - abs(low) * 0.1, high + abs(high) * 0.1) if high else (0.0, 1.0)
    step = _round_step((high - low) / _MOST_STEPS)
    return Axis(math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step)


def _wide_enough(low: float, high: float) -> tuple[float, float]:
    """An axis without zero spans at least a fifth of the values that it shows, so that a stable series looks flat."""
    missing = LEAST_SPAN * abs(low + high) / 2 - (high - low)
    return (low - missing / 2, high + missing / 2) if missing > 0 else (low, high)


def _round_step(least: float) -> float:
    power = 10 ** math.floor(math.log10(least))
    return next(step * power for step in _STEPS if step * power >= least * (1 - 1e-9))


def _is_quarter(step: float) -> bool:
    return abs(step / 10 ** math.floor(math.log10(step) + 1e-9) - 2.5) < 1e-6


def spaced(candidates: Sequence[tuple[float, str]], least: float) -> list[tuple[float, str]]:
    """Labels in order of importance (share of the width, text): those too near a more important one are left out."""
    kept: list[tuple[float, str]] = []
    for share, text in candidates:
        if all(abs(share - other) >= least for other, _ in kept):
            kept.append((share, text))
    return sorted(kept)


def round_years(first: float, last: float, most: int = 4) -> list[int]:
    """A few round years strictly inside a range."""
    years = range(math.ceil(first), math.floor(last) + 1)
    steps = ([year for year in years if year % step == 0] for step in (1, 2, 5, 10, 20, 50))
    return next((chosen for chosen in steps if len(chosen) <= most), [])
