"""Text blocks: nothing in them can break the layout or skip a level."""

import pytest
from django.utils.translation import override

from portal.blocks.text import RICH_TEXT_FEATURES
from sdg_pages.blocks import BodyBlock
from tests.factories.blocks import refusals, rendered

pytestmark = pytest.mark.django_db


def test_a_heading_is_a_part_or_a_part_of_it_and_has_an_anchor():
    html = rendered(
        ("heading", {"text": "Ce que disent les chiffres", "level": "h2"}),
        ("heading", {"text": "Où\u00a0?", "level": "h3"}),
    )
    assert '<h2 id="ce-que-disent-les-chiffres">' in html
    assert "<h3" in html
    assert refusals("heading", {"text": "Titre", "level": "h1"}) != []


def test_an_empty_heading_is_a_draft_only():
    assert refusals("heading", {"text": "", "level": "h2"}, draft=True) == []
    assert refusals("heading", {"text": "", "level": "h2"}) != []


def test_a_paragraph_offers_no_heading_no_image_and_no_embed():
    assert not {"h1", "h2", "h3", "h4", "image", "embed", "hr"} & set(RICH_TEXT_FEATURES)


def test_a_text_of_the_editor_is_escaped_and_typeset():
    html = rendered(("key_message", {"text": "L'eau : <b>10 %</b> ?"}))
    assert "L’eau\u00a0: &lt;b&gt;10\u00a0%&lt;/b&gt;\u202f?" in html


def test_a_call_out_says_what_it_is_when_it_has_no_title_in_the_language_of_the_page():
    block = ("call_out", {"kind": "attention", "title": "", "text": "<p>Prudence.</p>"})
    assert 'role="note"' in rendered(block)
    assert "Attention" in rendered(block)
    titled = ("call_out", {"kind": "information", "title": "Champ", "text": "<p>x</p>"})
    assert "À savoir" not in rendered(titled)


def test_a_quotation_gets_the_marks_of_the_language_of_the_page():
    block = ("quote", {"text": "Nous avons essayé.", "who": "Une responsable", "role": ""})
    assert "«\u00a0Nous avons essayé.\u00a0»" in rendered(block)
    with override("en"):
        assert "“Nous avons essayé.”" in rendered(block)
    assert refusals("quote", {"text": "Sans auteur", "who": "", "role": ""}) != []


def test_no_block_takes_free_html_or_an_embed():
    names = {type(block).__name__ for block in BodyBlock().child_blocks.values()}
    assert not {"RawHTMLBlock", "EmbedBlock", "StaticBlock"} & names


@pytest.mark.parametrize("name", BodyBlock.base_blocks)
def test_every_block_has_a_label_an_icon_a_template_a_group_and_a_help_text(name):
    block = BodyBlock().child_blocks[name]
    assert all([block.label, block.meta.icon, block.meta.template, block.meta.group, block.meta.description])
