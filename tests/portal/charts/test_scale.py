"""Axes are honest: zero when it fits, and a stable series looks flat."""

import pytest

from portal.charts.scale import round_years, spaced, value_axis


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([11.8, 17.3], [0, 5, 10, 15, 20]),
        ([2.0, 8.3], [0, 2, 4, 6, 8, 10]),
        ([-3.0, 4.0], [-4, -2, 0, 2, 4]),
        ([-8.0, -2.0], [-8, -6, -4, -2, 0]),
        ([0.0, 0.0], [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
    ],
)
def test_ticks_are_round_and_zero_is_shown_when_it_fits(values, ticks):
    assert value_axis(values).ticks == pytest.approx(ticks)


def test_an_axis_without_zero_spans_a_fifth_of_the_values():
    axis = value_axis([68.0, 69.0])
    assert axis.low > 0
    assert axis.high - axis.low >= 0.2 * 68


def test_labels_say_as_many_digits_as_the_step_needs():
    assert value_axis([0.1, 1.1]).decimals == 2
    assert value_axis([1, 9]).decimals == 0
    assert value_axis([0, 12.4]).decimals == 1


def test_the_most_important_labels_are_kept_apart():
    assert spaced([(0.0, "2013"), (0.9, "2024"), (0.95, "2025"), (0.5, "2018")], 0.1) == [
        (0.0, "2013"),
        (0.5, "2018"),
        (0.9, "2024"),
    ]


def test_a_few_round_years_stand_between_the_ends():
    assert round_years(2013, 2024) == [2015, 2020]
    assert round_years(1982, 2023.75) == [1990, 2000, 2010, 2020]
    assert round_years(2020, 2023) == [2020, 2021, 2022, 2023]
