"""The kind of a value is on the sheet; a unit only suggests it."""

import pytest

from indicators.units import AMOUNT, INDEX, RATE, kind_of_unit


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("%", RATE),
        ("€", RATE),
        ("accidents pour 1 000 salariés", RATE),
        ("kg/habitant", RATE),
        ("fois", INDEX),
        ("indice", INDEX),
        ("base 100 en 2015", INDEX),
        ("MWh", AMOUNT),
        ("emplois", AMOUNT),
        ("points", AMOUNT),
    ],
)
def test_a_unit_suggests_a_kind(unit, kind):
    assert kind_of_unit(unit) == kind
