"""No label covers another, whatever the values."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from portal.charts.labels import Label, spread, wrap

places = st.lists(st.tuples(st.integers(0, 100), st.integers(2, 12)), min_size=1, max_size=7)


@given(places)
def test_spread_labels_never_overlap_and_stay_inside(chosen):
    some = [Label(("x",), 0.8, middle / 100, height / 100) for middle, height in chosen]
    placed = sorted(spread(some), key=lambda label: label.y)
    assert len(placed) == len(some)
    for above, below in pairwise(placed):
        assert above.y + above.height / 2 <= below.y - below.height / 2 + 1e-9
    assert placed[0].y - placed[0].height / 2 >= -1e-9
    assert placed[-1].y + placed[-1].height / 2 <= 1 + 1e-9


def test_labels_that_do_not_collide_are_not_moved():
    some = [Label(("a",), 0.8, 0.2, 0.05), Label(("b",), 0.8, 0.6, 0.05)]
    assert [label.y for label in spread(some)] == [0.2, 0.6]


def test_a_name_is_wrapped_at_spaces_and_hyphens_with_its_value_last():
    assert wrap("Nantes", "14,6 %", 30) == ("Nantes 14,6 %",)
    assert wrap("Pays de la Loire", "11,0 %", 13) == ("Pays de la", "Loire", "11,0 %")
    assert wrap("Alpes-Maritimes", "7,2 %", 13) == ("Alpes-", "Maritimes", "7,2 %")
