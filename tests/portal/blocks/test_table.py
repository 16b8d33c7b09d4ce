"""A table by hand has a caption and a heading for every column and row, and is translated with its page."""

import pytest

from sdg_pages.blocks import BodyBlock
from tests.factories.blocks import refusals, rendered

VALUE = {
    "caption": "Trois mesures",
    "columns": [{"type": "text", "heading": "Mesure"}, {"type": "number", "heading": "Coût (€)"}],
    "rows": [{"values": ["Décaler l’embauche", "0"]}, {"values": ["Éclairer", "12500.5"]}],
}


def test_headings_have_their_scope_and_numbers_their_spaces():
    html = rendered(("table", VALUE))
    assert "<caption>Trois mesures</caption>" in html
    assert '<th scope="col" class="tx">Mesure</th>' in html
    assert '<th scope="row">Éclairer</th>' in html
    assert "<td>12\u202f500,5</td>" in html


@pytest.mark.parametrize(
    "wrong",
    [
        {"caption": ""},
        {"columns": VALUE["columns"][:1], "rows": [{"values": ["Seul"]}]},
        {"rows": []},
        {"columns": [{"type": "text", "heading": ""}, VALUE["columns"][1]]},
        {"rows": [{"values": ["", "1"]}]},
    ],
)
def test_what_a_screen_reader_could_not_read_is_refused_on_submission_only(wrong):
    assert refusals("table", VALUE | wrong) != []
    assert refusals("table", VALUE | wrong, draft=True) == []
    assert refusals("table", VALUE) == []


def test_its_texts_are_translated_and_its_numbers_kept():
    block = BodyBlock().child_blocks["table"]
    value = block.to_python(VALUE)
    segments = block.get_translatable_segments(value)
    assert [segment.path for segment in segments] == ["caption", "columns.0", "columns.1", "rows.0.0", "rows.1.0"]
    for segment in segments:
        segment.string = type(segment.string).from_plaintext(f"EN {segment.render_text()}")
    translated = block.get_prep_value(block.restore_translated_segments(value, segments))
    assert translated["caption"] == "EN Trois mesures"
    assert translated["columns"][1]["heading"] == "EN Coût (€)"
    assert translated["rows"][1]["values"][0] == "EN Éclairer"
