"""Figures in a sentence: filled when the page is made, refused at once when nothing can fill them."""

import pytest

from indicators.blocks.sentence import Place, has_stray_brace, parse
from indicators.models import Indicator
from tests.factories.blocks import refusals, rendered
from tests.factories.indicators import focus, make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator():
    one = make_indicator("accidents-trajet", unit_fr="accidents pour 1 000 salariés", direction=-1)
    make_live(make_release(one, {str(year): str(year - 2018) for year in range(2019, 2025)}))
    return one


def test_the_places_of_a_text_are_filled_with_the_figures_of_today(indicator):
    html = rendered(
        (
            "sentence",
            "{territoire:accidents-trajet}\u00a0: {chiffre:accidents-trajet} en {période:accidents-trajet}, "
            "une valeur qui {tendance:accidents-trajet}.",
        )
    )
    assert f"{focus().name}\u00a0: <a" in html
    assert "6,0\u00a0accidents pour 1" in html
    assert "en 2024, une valeur qui se dégrade" in html
    assert 'href="/fr/indicateurs/accidents-trajet/"' in html
    assert "mise à jour du" in html


def test_a_place_may_be_frozen_to_a_version(indicator):
    make_live(make_release(indicator, {"2025": "99"}))
    html = rendered(("sentence", "{chiffre:accidents-trajet@1} puis {chiffre:accidents-trajet}"))
    assert "6,0" in html
    assert "99,0" in html
    assert 'href="/fr/indicateurs/accidents-trajet/versions/1/"' in html


def test_an_unknown_code_is_refused_even_in_a_draft_and_names_its_neighbours(indicator):
    (sentence,) = refusals("sentence", "{chiffre:accident-trajet}", draft=True)
    assert "«\u00a0accident-trajet\u00a0»" in sentence
    assert "accidents-trajet" in sentence.split("proches")[1]


def test_an_unpublished_indicator_is_refused_by_name(indicator):
    make_indicator("cache", live=False)
    assert "«\u00a0cache\u00a0»" in refusals("sentence", "{chiffre:cache}")[0]


def test_a_version_that_does_not_exist_is_refused(indicator):
    assert "version 9" in refusals("sentence", "{chiffre:accidents-trajet@9}")[0]


def test_doubled_braces_are_braces_and_others_are_refused_on_submission_only(indicator):
    assert refusals("sentence", "Un ensemble {{a}} vide.") == []
    assert "{a}" in rendered(("sentence", "Un ensemble {{a}} vide."))
    assert refusals("sentence", "Un {chiffre") != []
    assert refusals("sentence", "Un {chiffre", draft=True) == []


def test_what_an_editor_types_is_escaped(indicator):
    html = rendered(("sentence", "<script>alert(1)</script> {chiffre:accidents-trajet}"))
    assert "<script>" not in html


def test_an_empty_line_parts_two_paragraphs(indicator):
    assert rendered(("sentence", "Un.\r\n\r\nDeux.")).count("<p>") == 2


def test_a_figure_withdrawn_since_is_said_so_in_the_sentence(indicator):
    Indicator.objects.update(live=False)
    html = rendered(("sentence", "On compte {chiffre:accidents-trajet} accidents."))
    assert "(chiffre retiré)" in html
    assert "6,0" not in html


def test_places_are_read_in_both_languages_and_without_accent():
    assert parse("{figure:a} {periode:b} {period:c}") == [
        Place("figure", "a"),
        " ",
        Place("period", "b"),
        " ",
        Place("period", "c"),
    ]
    assert not has_stray_brace("{{x}} {chiffre:a@2}")
    assert has_stray_brace("{autre:a}")
