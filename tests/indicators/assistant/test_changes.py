"""Values of a comparison in words."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from indicators.assistant.screens.changes import value_when


@pytest.mark.parametrize(
    ("period", "french", "english"),
    [
        ("2023", "48,0 en 2023", "48.0 in 2023"),
        ("2023-Q4", "48,0 au 4e trimestre 2023", "48.0 in Q4 2023"),
        ("2023-S1", "48,0 au 1er semestre 2023", "48.0 in the 1st half of 2023"),
    ],
)
def test_a_value_is_told_with_its_period_as_a_sentence_does(period: str, french: str, english: str) -> None:
    assert value_when(Decimal(48), period, 1) == french
    with override("en"):
        assert value_when(Decimal(48), period, 1) == english
