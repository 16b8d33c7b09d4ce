"""No cell of a download runs in a spreadsheet."""

import pytest

from portal.csv_safety import safe_cell


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@cmd", "\tx", "\rx", " =1", "-1+2", "\n=1", "+1;2"])
def test_a_formula_is_made_text(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-1.5", "+33", "12", "", "Nantes", "a=b", "−3"])
def test_numbers_and_words_are_left_as_they_are(text):
    assert safe_cell(text) == text
