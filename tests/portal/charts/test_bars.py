"""Bars start at zero, on one scale, and what is withheld has no bar."""

from decimal import Decimal

from django.template.loader import render_to_string

from portal.charts import BarInput, bars


def test_lengths_are_shares_of_the_longest():
    drawn, zero = bars([BarInput("a", Decimal(50), "50"), BarInput("b", Decimal(25), "25")])
    assert [bar.length for bar in drawn] == ["100.00%", "50.00%"]
    assert zero == "0.00%"


def test_negative_values_stand_left_of_zero():
    drawn, zero = bars([BarInput("a", Decimal(-5), "−5"), BarInput("b", Decimal(15), "15")])
    assert zero == "25.00%"
    assert (drawn[0].start, drawn[0].length) == ("0.00%", "25.00%")


def test_a_withheld_value_says_why_instead_of_a_bar():
    drawn, _zero = bars([BarInput("a", None, "secret statistique"), BarInput("b", Decimal(1), "1")])
    html = render_to_string(
        "portal/charts/bars.html", {"bars": drawn, "caption": "c", "heading": "h", "value_heading": "v"}
    )
    assert html.count("<rect") == 1
    assert "secret statistique" in html
    assert "style=" not in html
