"""Comparison with other territories, for the same period only."""

from decimal import Decimal
from fractions import Fraction

from indicators.trends import Point, gap_change, judge, rank_among, share_improving
from indicators.trends.peers import Rank


def points(first: int, *values: str) -> list[Point]:
    return [Point(first + index, Decimal(value)) for index, value in enumerate(values)]


def test_first_is_the_lowest_when_lower_is_better():
    values = {"nantes": Decimal(3), "rennes": Decimal(2), "lyon": Decimal(5), "nice": None}
    assert rank_among("nantes", values, direction=-1) == Rank(2, 3, shared=False)


def test_equal_values_share_a_place():
    values = {"nantes": Decimal(3), "rennes": Decimal("3.0"), "lyon": Decimal(2)}
    assert rank_among("rennes", values, direction=1) == Rank(1, 3, shared=True)


def test_no_rank_without_a_value_or_a_peer():
    assert rank_among("nantes", {"nantes": None, "rennes": Decimal(2)}, direction=1) is None
    assert rank_among("nantes", {"nantes": Decimal(2)}, direction=1) is None


def test_the_gap_is_measured_at_both_ends_of_the_window():
    change = gap_change(points(2019, "17", "16", "14"), points(2019, "14", "14", "13"), (2019, 2021))
    assert (change.start_gap, change.end_gap, change.change) == (Decimal(3), Decimal(1), "closes")


def test_the_gap_is_not_measured_across_different_last_years():
    assert gap_change(points(2019, "17", "16", "14"), points(2018, "14", "14", "13"), (2019, 2021)) is None


def test_the_share_leaves_out_what_cannot_be_assessed():
    improving = judge(points(2019, "10", "9", "8", "7", "6"), direction=-1, measure="points")
    flat = judge(points(2019, "5", "5", "5", "5"), direction=1, measure="rate")
    unknown = judge(points(2019, "5"), direction=1, measure="rate")
    result = share_improving([improving, flat, unknown])
    assert (result.positive, result.assessable, result.share) == (1, 2, Fraction(1, 2))
    assert share_improving([unknown]).share is None
