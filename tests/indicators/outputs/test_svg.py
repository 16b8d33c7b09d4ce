"""Drawings are escaped and independent of the language of the page."""

from django.utils.translation import override

from indicators.outputs.svg import discs, document, element, stretched, text
from indicators.outputs.typefaces import REGULAR


def test_what_people_typed_is_escaped():
    drawn = text("<script>\"&'</script>", 0, 0, REGULAR, 12, fill='" onload="x')
    assert "<script>" not in drawn
    assert "&lt;script&gt;" in drawn
    assert "fill='\" onload=\"x'" in drawn


def test_characters_that_xml_refuses_are_left_out():
    assert "\x08" not in text("a\x08b", 0, 0, REGULAR, 12)


def test_numbers_keep_their_point_in_french():
    with override("fr"):
        assert element("rect", width=1.5) == '<rect width="1.5"></rect>'


def test_paths_of_our_charts_are_stretched():
    assert stretched("M0 40H1000M10.5 20V400L20 30h0", 0.5, 2) == (
        "M0.00 80.00H500.00M5.25 40.00V800.00L10.00 60.00h0.00"
    )


def test_dots_become_circles():
    assert discs("M10 20h0M30 40L50 60", 2, 1, 4, "#000") == ['<circle cx="20" cy="20" r="4" fill="#000"></circle>']


def test_a_drawing_says_its_size():
    assert 'viewBox="0 0 12 8"' in document(12, 8, [])
