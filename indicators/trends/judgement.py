"""How an evolution is judged: endpoint growth over the last five years, against a stable band.

Method 1, the family used by Eurostat, the United Nations Progress Chart and Statistics Canada, with two additions: a
band in which a line is *stable*, and a check that the verdict does not hang on one year.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from indicators.trends import codes
from indicators.trends.growth import change_per_year, value_after
from indicators.trends.series import Point, window
from indicators.trends.target import judge_target

BANDS = {codes.RATE: Decimal("0.005"), codes.POINTS: Decimal("0.2")}
"""Default stable band, per year: 0.5 % for a rate, 0.2 unit for points."""

LEAST_OBSERVATIONS = 3
LEAST_SPAN = 3
SPAN_OF_CHECK = 2


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with everything that it rests on. `change` (g) and `progress` (v = direction × g) are per year."""

    direction: int
    measure: str
    band: Decimal
    observations: tuple[Point, ...]
    trend: str
    reason: str = ""
    change: Decimal | None = None
    progress: Decimal | None = None
    robust: str = ""
    target: Decimal | None = None
    target_year: int | None = None
    target_verdict: str = ""
    target_reason: str = ""
    ratio: Decimal | None = None
    method: str = field(default=codes.METHOD_VERSION)

    @property
    def start(self) -> Point | None:
        """First observation of the window."""
        return self.observations[0] if self.observations else None

    @property
    def end(self) -> Point | None:
        """Last observation of the window."""
        return self.observations[-1] if self.observations else None

    @property
    def is_assessed(self) -> bool:
        return self.trend != codes.NOT_ASSESSED

    @property
    def is_fragile(self) -> bool:
        """The word depends on the first or the last year, or there are too few years to know."""
        return self.is_assessed and self.robust != codes.ROBUST

    @property
    def evolves_positively(self) -> bool:
        return self.trend in codes.POSITIVE

    @property
    def projection(self) -> Decimal | None:
        """The value in the target year at the present pace; None without a change, a target year ahead, or both."""
        if self.change is None or self.end is None or self.end.value is None or self.target_year is None:
            return None
        years = self.target_year - self.end.year
        return value_after(self.end.value, self.change, years, self.measure) if years > 0 else None


def judge(
    series: Sequence[Point],
    *,
    direction: int,
    measure: str,
    band: Decimal | None = None,
    target: Decimal | None = None,
    target_year: int | None = None,
) -> Judgement:
    """Judge an annual series of totals.

    `direction`: +1 higher is better, −1 lower is better, 0 none. `measure`: `rate` or `points`. `band`: width of the
    stable band per year, as a fraction for a rate (0.005 is 0.5 %) and in units for points. Raises ValueError for an
    unknown measure or direction.
    """
    if measure not in codes.MEASURES or direction not in (-1, 0, 1):
        raise ValueError(f"unknown measure or direction: {measure!r}, {direction!r}")
    points = tuple(window(series))
    band = BANDS[measure] if band is None else band
    change, reason = _trend_inputs(points, direction, measure)
    trend = codes.NOT_ASSESSED if change is None else trend_word(direction * change, band)
    robust = "" if change is None else _robustness(points, direction, measure, band)
    verdict, target_reason, ratio = judge_target(points, change, reason, direction, measure, target, target_year)
    return Judgement(
        direction=direction,
        measure=measure,
        band=band,
        observations=points,
        trend=trend,
        reason=reason,
        change=change,
        progress=None if change is None else direction * change,
        robust=robust,
        target=target,
        target_year=target_year,
        target_verdict=verdict,
        target_reason=target_reason,
        ratio=ratio,
    )


def trend_word(progress: Decimal, band: Decimal) -> str:
    """The code of the trend for a progress per year (positive is better) and a stable band."""
    if progress >= 4 * band:
        return codes.IMPROVES_CLEARLY
    if progress >= band:
        return codes.IMPROVES
    if progress > -band:
        return codes.STABLE
    return codes.WORSENS if progress > -4 * band else codes.WORSENS_CLEARLY


def _trend_inputs(points: Sequence[Point], direction: int, measure: str) -> tuple[Decimal | None, str]:
    if direction == codes.NO_DIRECTION:
        return None, codes.NO_DESIRED_DIRECTION
    if len(points) < LEAST_OBSERVATIONS or points[-1].year - points[0].year < LEAST_SPAN:
        return None, codes.TOO_FEW_OBSERVATIONS
    change = _change(points, measure)
    return change, "" if change is not None else codes.RATE_NEEDS_POSITIVE_VALUES


def _change(points: Sequence[Point], measure: str) -> Decimal | None:
    start, end = points[0], points[-1]
    if start.value is None or end.value is None:
        return None
    return change_per_year(start.value, end.value, end.year - start.year, measure)


def _robustness(points: Sequence[Point], direction: int, measure: str, band: Decimal) -> str:
    """Whether better, flat or worse stays the same without the first and without the last observation."""
    if len(points) <= LEAST_OBSERVATIONS:
        return codes.UNKNOWN
    senses = {_sense(part, direction, measure, band) for part in (points, points[1:], points[:-1])}
    if None in senses:
        return codes.UNKNOWN
    return codes.ROBUST if len(senses) == 1 else codes.FRAGILE


def _sense(points: Sequence[Point], direction: int, measure: str, band: Decimal) -> int | None:
    if points[-1].year - points[0].year < SPAN_OF_CHECK:
        return None
    change = _change(points, measure)
    if change is None:
        return None
    trend = trend_word(direction * change, band)
    return (trend in codes.POSITIVE) - (trend in codes.NEGATIVE)
