"""Every vector of the published method, then the rules that the vectors do not reach."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.trends import Point, judge
from indicators.trends.words import REASON_WORDS, TARGET_WORDS, TREND_WORDS

VECTORS = Path(__file__).parents[2] / "samples" / "progress_vectors.csv"
REASONS = {
    "": "",
    "a rate needs strictly positive values": "rate_needs_positive_values",
    "fewer than 3 observations over 3 years in the window": "too_few_observations",
    "no desired direction": "no_desired_direction",
}


def rows() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def points_of(text: str) -> list[Point]:
    found = re.findall(r"(\d{4}):(-?[\d.]*)(b?)", text)
    return [Point(int(year), Decimal(value) if value else None, mark == "b") for year, value, mark in found]


def number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def near(value: Decimal | None, expected: str) -> bool:
    if not expected:
        return value is None
    return value is not None and abs(value - Decimal(expected)) <= Decimal("0.000001")


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["case"])
def test_every_vector_of_the_method_comes_out(row):
    series = points_of(next(value for key, value in row.items() if key.startswith("series")))
    judgement = judge(
        series,
        direction=int(row["direction"]),
        measure=row["measure"],
        band=number(row["band"]),
        target=number(row["target"]),
        target_year=int(row["target_year"]) if row["target_year"] else None,
    )
    assert judgement.trend == row["expected_trend"]
    assert judgement.reason == REASONS[row["expected_reason"]]
    assert (judgement.start.year, judgement.end.year) == (int(row["window_start"]), int(row["window_end"]))
    assert near(judgement.progress, row["expected_v"])
    assert judgement.robust == row["expected_robust"]
    assert judgement.target_verdict == row["expected_target_verdict"]
    assert near(judgement.ratio, row["expected_R"])


def series(*values: str, first: int = 2019) -> list[Point]:
    return [Point(first + index, Decimal(value) if value else None) for index, value in enumerate(values)]


def test_growth_exactly_on_the_band_is_judged_on_it():
    end = Decimal(100) * Decimal("1.005") ** 5
    points = [Point(2019 + year, Decimal(100) * Decimal("1.005") ** year) for year in range(5)] + [Point(2024, end)]
    assert judge(points, direction=1, measure="rate").trend == "improves"


def test_three_observations_give_a_word_but_an_unknown_robustness():
    points = [Point(2019, Decimal(10)), Point(2021, Decimal(8)), Point(2024, Decimal(5))]
    judgement = judge(points, direction=-1, measure="points")
    assert (judgement.trend, judgement.robust, judgement.is_fragile) == ("improves_clearly", "unknown", True)


def test_an_empty_series_is_not_assessed():
    judgement = judge([], direction=1, measure="rate", target=Decimal(3), target_year=2030)
    assert (judgement.trend, judgement.reason) == ("not_assessed", "too_few_observations")
    assert (judgement.target_verdict, judgement.start, judgement.end) == ("not_assessed", None, None)


def test_a_break_without_a_value_still_cuts_the_series():
    points = [*series("10", "9", "8"), Point(2022, None, is_break=True), Point(2023, Decimal(30))]
    assert [point.year for point in judge(points, direction=1, measure="rate").observations] == [2023]


def test_a_target_can_be_met_without_a_trend():
    judgement = judge(series("2", "3"), direction=-1, measure="rate", target=Decimal(4), target_year=2030)
    assert (judgement.trend, judgement.target_verdict) == ("not_assessed", "met")


def test_a_target_of_zero_cannot_be_judged_by_a_rate():
    judgement = judge(series("9", "8", "7", "6"), direction=-1, measure="rate", target=Decimal(0), target_year=2030)
    assert (judgement.target_verdict, judgement.target_reason) == ("not_assessed", "rate_needs_positive_values")


def test_the_projection_follows_the_measure():
    judgement = judge(series("10", "9", "8", "7"), direction=-1, measure="points", target=Decimal(2), target_year=2024)
    assert judgement.projection == Decimal(5)


def test_an_unknown_measure_is_refused():
    with pytest.raises(ValueError, match="unknown measure"):
        judge([], direction=1, measure="slope")


def test_every_code_has_its_word():
    from indicators.trends import codes

    assert set(TREND_WORDS) == set(codes.TRENDS)
    assert set(TARGET_WORDS) == set(codes.TARGET_VERDICTS)
    assert set(REASON_WORDS) == set(codes.REASONS)
