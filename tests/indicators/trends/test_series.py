"""Sub-annual series become annual without inventing a value."""

from decimal import Decimal

from indicators.trends import PartPoint, Point, annualise


def quarters(year: int, *values: str | None, broken: int = 0) -> list[PartPoint]:
    return [
        PartPoint(year, part, None if value is None else Decimal(value), part == broken)
        for part, value in enumerate(values, 1)
    ]


def test_a_complete_year_becomes_its_mean():
    assert annualise(quarters(2020, "1", "2", "3", "4"), parts_per_year=4) == [Point(2020, Decimal("2.5"))]


def test_an_incomplete_year_has_no_value():
    parts = quarters(2020, "1", "2", "3", "4") + quarters(2021, "1", None, "3", "4") + quarters(2022, "7")
    assert [point.value for point in annualise(parts, parts_per_year=4)] == [Decimal("2.5"), None, None]


def test_a_break_inside_a_year_leaves_that_year_out_and_starts_the_series_after_it():
    parts = quarters(2020, "1", "2", "3", "4", broken=3) + quarters(2021, "5", "5", "5", "5")
    assert annualise(parts, parts_per_year=4) == [Point(2020, None, True), Point(2021, Decimal(5))]


def test_a_break_on_the_first_quarter_keeps_the_year():
    assert annualise(quarters(2020, "1", "2", "3", "4", broken=1), parts_per_year=4)[0].value == Decimal("2.5")


def test_the_same_quarter_of_each_year_can_be_kept():
    parts = quarters(2020, "1", "2", "3", "4") + quarters(2021, "5", "6")
    assert annualise(parts, parts_per_year=4, keep=2) == [Point(2020, Decimal(2)), Point(2021, Decimal(6))]


def test_a_break_after_the_kept_quarter_starts_the_next_year():
    parts = quarters(2020, "1", "2", "3", "4", broken=3) + quarters(2021, "5", "6", "7", "8")
    assert [point.is_break for point in annualise(parts, parts_per_year=4, keep=2)] == [False, True]
