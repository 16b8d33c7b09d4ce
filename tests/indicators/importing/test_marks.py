"""Marks instead of a value and flags beside it: one vocabulary for every source."""

import pytest

from indicators import statuses
from indicators.importing.marks import DEFAULT_FLAGS, DEFAULT_MARKS, NORMAL, flag_statuses, mark_status


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        (":", "missing"),
        ("..", "missing"),
        ("…", "missing"),
        ("-", "missing"),
        ("nd", "missing"),
        ("n.d.", "missing"),
        ("N/A", "missing"),
        ("NULL", "missing"),
        ("ns", "not_significant"),
        ("s", "withheld"),
        ("c", "withheld"),
        ("x", "withheld"),
        ("ndiff", "withheld"),
        ("so", "not_applicable"),
        ("0", None),
        ("#N/A", None),
        ("#DIV/0!", None),
    ],
)
def test_mark_has_its_usual_meaning(mark: str, status: str | None) -> None:
    assert mark_status(mark, {}) == status


def test_recipe_decides_over_the_usual_meaning() -> None:
    assert mark_status("-", {"-": statuses.NOT_APPLICABLE}) == statuses.NOT_APPLICABLE
    assert flag_statuses("s", {"s": statuses.WITHHELD}) == (statuses.WITHHELD,)


def test_combined_letters_are_read_one_by_one() -> None:
    assert flag_statuses("dp", {}) == (statuses.DEFINITION_DIFFERS, statuses.PROVISIONAL)
    assert flag_statuses("bp", {}) == (statuses.BREAK, statuses.PROVISIONAL)


def test_normal_flag_says_nothing_and_unknown_flag_is_told() -> None:
    assert flag_statuses("A", {}) == ()
    assert flag_statuses("", {}) == ()
    assert flag_statuses("q", {}) is None
    assert flag_statuses("pq", {}) is None


def test_usual_meanings_use_the_vocabulary_of_the_product() -> None:
    assert set(DEFAULT_MARKS.values()) <= set(statuses.WITHOUT_VALUE)
    assert set(DEFAULT_FLAGS.values()) <= {*statuses.STATUSES, NORMAL}
