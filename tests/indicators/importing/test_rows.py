"""The lengths that the import checks are those that the database keeps."""

import pytest

from indicators.importing import numbers, rows, snapshots
from indicators.models import Breakdown, Observation
from portal import decimals

KEPT = {
    "value": Observation._meta.get_field("value"),
    "period": Observation._meta.get_field("period"),
    "status": Observation._meta.get_field("status"),
    "breakdown": Breakdown._meta.get_field("key"),
}


@pytest.mark.parametrize("column", KEPT)
def test_each_limit_of_the_import_is_the_length_of_its_column(column: str) -> None:
    assert rows.LIMITS[column] == KEPT[column].max_length


def test_every_limit_is_that_of_a_column() -> None:
    assert set(rows.LIMITS) == set(KEPT)


def test_a_number_is_read_as_long_as_a_value_may_be() -> None:
    assert numbers.MAX_CHARACTERS == decimals.MAX_LENGTH == rows.LIMITS["value"]


def test_a_note_is_cut_at_the_length_of_its_column() -> None:
    assert Observation._meta.get_field("note").max_length == snapshots.MAX_NOTE
