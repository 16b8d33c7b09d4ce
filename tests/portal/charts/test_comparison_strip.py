"""The comparison strip: where the disc and the ticks stand."""

import re

from portal.charts.comparison_strip import MARGIN, WIDTH, comparison_strip


def place(path: str) -> float:
    """The abscissa of the first point of a path."""
    found = re.match(r"M([\d.]+) ", path)
    assert found
    return float(found[1])


def test_nothing_to_compare_with_draws_nothing() -> None:
    assert comparison_strip(12.0, None, []) is None


def test_lowest_and_highest_stand_at_the_ends() -> None:
    drawn = comparison_strip(10.0, 30.0, [20.0])
    assert drawn is not None
    assert (place(drawn.disc), place(drawn.reference)) == (MARGIN, WIDTH - MARGIN)
    assert place(drawn.peers) == WIDTH / 2


def test_values_that_are_near_look_near() -> None:
    drawn = comparison_strip(100.0, 101.0, [])
    assert drawn is not None
    assert place(drawn.reference) - place(drawn.disc) < WIDTH / 10


def test_same_values_stand_in_the_middle() -> None:
    drawn = comparison_strip(5.0, None, [5.0])
    assert drawn is not None
    assert place(drawn.disc) == WIDTH / 2
