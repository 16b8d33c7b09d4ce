"""A figure is never shown without its unit, period, territory, source and date; frozen ones stay as they were."""

import pytest
from django.utils.translation import override

from indicators.blocks.inline import SentenceBlock
from indicators.models import Release, ReleaseImport
from sdg_pages.blocks import BodyBlock
from tests.factories.blocks import figure_value, refusals, rendered
from tests.factories.indicators import focus, make_indicator, make_live, make_release, make_source

pytestmark = pytest.mark.django_db

HARD = "\u00a0"


@pytest.fixture
def indicator():
    source = make_source("insee", producer="Insee", name_fr="Filosofi")
    one = make_indicator("pauvrete", title_fr="Taux de pauvreté", unit_fr="%", direction=-1, source=source)
    make_live(make_release(one, {str(year): str(10 + year - 2018) for year in range(2018, 2024)}))
    return one


def newer(indicator):
    make_live(make_release(indicator, {"2023": "15", "2024": "33"}))


def test_a_figure_comes_with_all_that_it_is_never_shown_without(indicator):
    html = rendered(("figure", figure_value(indicator)))
    for words in (f"15,0{HARD}%", "2023", str(focus().name), "Insee, mise à jour du", "Se dégrade", "spark"):
        assert words in html
    assert 'href="/fr/indicateurs/pauvrete/"' in html
    assert "Ce chiffre se met à jour seul." in html


def test_a_live_figure_follows_the_release_and_a_frozen_one_does_not(indicator):
    newer(indicator)
    assert f"33,0{HARD}%" in rendered(("figure", figure_value(indicator)))
    frozen = rendered(("figure", figure_value(indicator, version=1)))
    assert f"15,0{HARD}%" in frozen
    assert "33,0" not in frozen
    assert "Figé à la version du" in frozen
    assert 'href="/fr/indicateurs/pauvrete/versions/1/"' in frozen
    assert "Voir la version à jour" in frozen


def test_a_figure_frozen_to_the_release_of_today_has_nothing_newer_to_offer(indicator):
    assert "Voir la version à jour" not in rendered(("figure", figure_value(indicator, version=1)))


def test_freezing_without_a_number_keeps_the_release_of_today(indicator):
    block = BodyBlock().child_blocks["figure"]
    given = {"indicator": indicator.pk, "freshness": "frozen", "version": None}
    newer(indicator)
    assert block.clean(block.to_python(given))["version"] == 2


def test_a_live_figure_forgets_the_number(indicator):
    block = BodyBlock().child_blocks["figure"]
    given = {"indicator": indicator.pk, "freshness": "live", "version": 1}
    assert block.clean(block.to_python(given))["version"] is None


def test_a_withdrawn_release_leaves_a_sentence_that_leads_to_the_indicator(indicator):
    newer(indicator)
    ReleaseImport.objects.filter(release__number=1).update(withdrawn_at="2026-01-01T00:00Z")
    html = rendered(("figure", figure_value(indicator, version=1)))
    assert "a été retirée" in html
    assert 'href="/fr/indicateurs/pauvrete/"' in html
    assert "15,0" not in html


def test_a_release_that_was_never_public_cannot_be_frozen(indicator):
    make_release(indicator, {"2025": "77"})
    assert refusals("figure", figure_value(indicator, version=2)) == ["Cette version n’existe pas ou a été retirée."]
    assert "77" not in rendered(("figure", figure_value(indicator, version=2)))


def test_submission_refuses_an_indicator_that_is_not_published_and_a_draft_keeps_it():
    hidden = make_indicator("cache", title_fr="Caché", live=False)
    assert refusals("figure", figure_value(hidden)) == [
        "«\u00a0Caché\u00a0» n’est pas publié\u00a0: choisissez un autre indicateur."
    ]
    assert refusals("figure", figure_value(hidden), draft=True) == []


def test_a_draft_may_have_no_indicator_yet_and_a_submission_may_not():
    assert refusals("figure", figure_value(None), draft=True) == []
    assert refusals("figure", figure_value(None)) != []


def test_the_decision_of_a_person_replaces_the_computed_trend(indicator):
    Release.objects.filter(indicator=indicator).update(override_trend="stable")
    assert "Stable" in rendered(("figure", figure_value(indicator)))


def test_the_preview_shows_the_figure_published_last(indicator):
    block = BodyBlock().child_blocks["figure"]
    assert "Taux de pauvreté" in block.render(block.get_preview_value())
    assert block.is_previewable


def test_the_buttons_of_a_sentence_speak_the_language_of_the_editor():
    for language, word, other in (("fr", "période", "period"), ("en", "period", "période")):
        with override(language):
            html = SentenceBlock().field.widget.render("body", "")
        assert f'data-place="{word}"' in html
        assert f'data-place="{other}"' not in html


def test_the_preview_of_every_block_can_be_drawn_with_and_without_figures(indicator):
    blocks = BodyBlock().child_blocks
    for publication in (True, False):
        if not publication:
            indicator.publication.delete()
        for name, block in blocks.items():
            assert isinstance(block.render(block.get_preview_value()), str), name
