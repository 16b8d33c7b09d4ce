"""The judgement of a release at its reading territory: rows in, verdict out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from indicators.models import Indicator, Release, Territory
from indicators.models.observation import Granularity
from indicators.selectors.rows import Row, of_usual_granularity, total_rows
from indicators.selectors.territories import enclosing_territories, reading_territory
from indicators.trends import Judgement, PartPoint, Point, annualise, judge
from indicators.trends.codes import RATE

_PARTS = {Granularity.SEMESTER: 2, Granularity.QUARTER: 4, Granularity.MONTH: 12}
_PERCENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class ReleaseJudgement:
    """A verdict and where it was reached; no territory when none of those that enclose the focus has a value."""

    territory: Territory | None
    judgement: Judgement


def judge_release(release: Release) -> ReleaseJudgement:
    """Judge the totals of a release at its reading territory (three queries)."""
    chain = enclosing_territories()
    rows = total_rows(release, [place.pk for place in chain])
    reading = reading_territory(chain, rows)
    return ReleaseJudgement(reading, judge_rows(release.indicator, rows[reading.pk] if reading else []))


def judge_rows(indicator: Indicator, rows: Sequence[Row]) -> Judgement:
    """Judge the rows of one territory with the settings of the indicator.

    The indicator's band is in percent a year for a rate, as a person types it, and in units a year for points.
    """
    band = cast("Decimal | None", indicator.band)
    if band is not None and indicator.measure == RATE:
        band /= _PERCENT
    return judge(
        annual_points(rows, indicator.judged_part),
        direction=indicator.direction,
        measure=indicator.measure,
        band=band,
        target=cast("Decimal | None", indicator.target_value),
        target_year=indicator.target_year,
    )


def annual_points(rows: Sequence[Row], judged_part: int) -> list[Point]:
    """One point a year from rows of any length of period; several years taken together count as their last one."""
    kept = of_usual_granularity(rows)
    granularity = kept[0].granularity if kept else Granularity.YEAR
    if granularity in _PARTS:
        parts = _PARTS[Granularity(granularity)]
        return annualise([_part(row, parts) for row in kept], parts_per_year=parts, keep=judged_part)
    points = [Point(_year(row), row.value, row.is_break) for row in kept]
    return points if len({point.year for point in points}) == len(points) else []


def _year(row: Row) -> int:
    return int(row.period[-4:]) if row.granularity == Granularity.SPAN else row.start.year


def _part(row: Row, parts: int) -> PartPoint:
    return PartPoint(row.start.year, (row.start.month - 1) * parts // 12 + 1, row.value, row.is_break)
