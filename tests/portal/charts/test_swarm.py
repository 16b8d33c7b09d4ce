"""Discs of a swarm never cover one another, stay in their zone and in their box; marks are exact."""

import itertools
import math

import pytest

from portal.charts.marks import ROW, STEP, marks
from portal.charts.swarm import Drawing, rows_of_discs, swarm

SCORES = [-1, -0.6, -0.6, -0.2, -0.1, 0, 0, 0.1, *[0.3] * 9, 0.9, 1, 1]


def places(drawing: Drawing) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in drawing.places]


@pytest.mark.parametrize(("width", "radius"), [(1120, 17), (288, 13)])
def test_no_disc_covers_another_and_all_stay_in_the_box(width: int, radius: int) -> None:
    drawing = swarm(SCORES, width=width, radius=radius)
    for one, other in itertools.combinations(places(drawing), 2):
        assert math.dist(one, other) >= 2 * radius
    for x, y in places(drawing):
        assert radius <= x <= width - radius
        assert radius <= y <= drawing.height - radius


@pytest.mark.parametrize(("width", "radius"), [(1120, 17), (288, 13)])
def test_a_disc_stays_on_its_side_of_the_limits(width: int, radius: int) -> None:
    drawing = swarm(SCORES, width=width, radius=radius)
    low, high = map(float, drawing.limits)
    for score, (x, _y) in zip(SCORES, places(drawing), strict=True):
        assert (x < low) == (score <= -0.15)
        assert (x > high) == (score >= 0.15)


def test_both_sides_have_the_same_width() -> None:
    low, high = map(float, swarm([0], width=1000, radius=10).limits)
    assert low == 1000 - high


def test_discs_of_the_same_side_stand_in_the_order_of_their_scores() -> None:
    found = places(swarm([0.2, 0.5, 0.9], width=1120, radius=17))
    assert [x for x, _y in found] == sorted(x for x, _y in found)


def test_nothing_to_place_is_an_empty_box() -> None:
    assert swarm([], width=100, radius=5).places == []
    assert rows_of_discs(0, width=100, radius=5).height == 0


def test_rows_of_discs_go_on_below() -> None:
    drawing = rows_of_discs(3, width=50, radius=10)
    assert [y for _x, y in places(drawing)] == [11, 11, 35]


def test_there_are_as_many_marks_as_indicators_eight_in_a_row() -> None:
    drawn = marks({"up": 7, "flat": 0, "down": 2})
    assert [(sign, path.count("M")) for sign, path in drawn.paths] == [("up", 7), ("down", 2)]
    assert (drawn.width, drawn.height) == (8 * STEP, 2 * ROW)
