"""The second sign beside a trend: where the indicator stands against a target with a date."""

from collections.abc import Sequence
from decimal import Decimal

from indicators.trends import codes
from indicators.trends.growth import change_per_year
from indicators.trends.series import Point

Verdict = tuple[str, str, Decimal | None]
"""Code of the verdict, reason when not assessed, ratio of the change seen to the change needed."""

RATIOS = (
    (Decimal("0.95"), codes.ON_TRACK),
    (Decimal("0.60"), codes.TOO_SLOW),
    (Decimal("0.10"), codes.FAR_TOO_SLOW),
)
AWAY = Decimal("-0.10")


def judge_target(
    points: Sequence[Point],
    change: Decimal | None,
    reason: str,
    direction: int,
    measure: str,
    target: Decimal | None,
    target_year: int | None,
) -> Verdict:
    """Judge the window `points` and its `change` per year against `target` in `target_year`.

    An empty verdict means that there is no target. Met and missed need no trend, only a direction and a last value.
    """
    if target is None or target_year is None:
        return "", "", None
    last = points[-1].value if points else None
    if direction == codes.NO_DIRECTION or last is None:
        return codes.NOT_ASSESSED, reason, None
    if meets(last, target, direction):
        return codes.MET, "", None
    if target_year <= points[-1].year:
        return codes.MISSED, "", None
    if change is None:
        return codes.NOT_ASSESSED, reason, None
    return _judge_pace(points[0], change, direction, measure, target, target_year)


def meets(value: Decimal, target: Decimal, direction: int) -> bool:
    """Whether a value reaches the target or goes beyond it, in the desired direction."""
    return value >= target if direction > 0 else value <= target


def _judge_pace(
    start: Point, change: Decimal, direction: int, measure: str, target: Decimal, target_year: int
) -> Verdict:
    if start.value is None or meets(start.value, target, direction):
        return codes.MOVES_AWAY, "", None
    needed = change_per_year(start.value, target, target_year - start.year, measure)
    if needed is None:
        return codes.NOT_ASSESSED, codes.RATE_NEEDS_POSITIVE_VALUES, None
    ratio = change / needed
    for least, code in RATIOS:
        if ratio >= least:
            return code, "", ratio
    return (codes.MOVES_AWAY if ratio <= AWAY else codes.STAGNATES), "", ratio
