"""Rows of any length of period become the annual series that is judged."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.models import Indicator
from indicators.selectors.judging import annual_points, judge_release, judge_rows
from indicators.selectors.rows import Row, of_usual_granularity
from indicators.selectors.territories import enclosing_territories
from indicators.trends import Point
from tests.factories.indicators import add_rows, focus, make_indicator, make_release, make_territory


def row(period: str, value: str, granularity: str = "year", month: int = 1, *statuses: str) -> Row:
    return Row(1, period, date(int(period[:4]), month, 1), granularity, Decimal(value), statuses)


def quarters(year: int, *values: str) -> list[Row]:
    return [row(f"{year}-Q{part}", value, "quarter", 3 * part - 2) for part, value in enumerate(values, 1)]


def test_quarters_are_judged_by_the_mean_of_complete_years():
    rows = [*quarters(2022, "1", "2", "3", "4"), *quarters(2023, "5", "6")]
    assert annual_points(rows, 0) == [Point(2022, Decimal("2.5")), Point(2023, None)]


def test_the_same_quarter_of_each_year_is_kept_when_the_indicator_says_so():
    assert annual_points([*quarters(2022, "1", "2", "3", "4"), *quarters(2023, "5")], 1) == [
        Point(2022, Decimal(1)),
        Point(2023, Decimal(5)),
    ]


def test_years_taken_together_count_as_their_last_one():
    assert annual_points([row("2018-2020", "3", "span")], 0) == [Point(2020, Decimal(3))]


def test_a_break_is_carried_to_the_point():
    assert annual_points([row("2020", "3", "year", 1, "break")], 0) == [Point(2020, Decimal(3), True)]


def test_several_days_of_one_year_are_not_judged():
    rows = [row("2022-03-01", "1", "day", 3), row("2022-06-01", "2", "day", 6)]
    assert annual_points(rows, 0) == []


def test_years_and_quarters_are_never_on_one_line():
    rows = [*quarters(2022, "1", "2", "3", "4"), row("2022", "10")]
    assert {one.granularity for one in of_usual_granularity(rows)} == {"quarter"}
    assert of_usual_granularity([]) == []


def test_the_band_of_a_rate_is_in_percent_as_a_person_types_it():
    rows = [row(str(2019 + year), str(Decimal(100) + year)) for year in range(6)]
    narrow = judge_rows(Indicator(direction=1, measure="rate"), rows)
    wide = judge_rows(Indicator(direction=1, measure="rate", band=Decimal(5)), rows)
    assert (narrow.trend, wide.trend) == ("improves", "stable")
    assert wide.band == Decimal("0.05")


@pytest.mark.django_db
def test_the_focus_is_read_before_what_encloses_it(django_assert_num_queries):
    with django_assert_num_queries(2):
        chain = enclosing_territories()
    names = [place.name_fr for place in chain]
    assert names[0] == focus().name_fr
    assert names.index("Loire-Atlantique") < names.index("Pays de la Loire") < names.index("France")
    assert "Belgique" not in names


@pytest.mark.django_db
def test_figures_of_municipalities_alone_are_read_on_the_most_populated_one_of_the_focus():
    nantes = make_territory("44109")
    release = make_release(make_indicator(), {"2014": "19.4"}, territory=nantes)
    add_rows(release, {"2014": "17.0"}, territory=make_territory("44143"))
    assert judge_release(release).territory == nantes
