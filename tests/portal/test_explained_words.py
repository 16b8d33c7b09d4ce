"""A word of the glossary is explained where it is first used: a link, in a text that stays escaped."""

import pytest
from django.utils import translation

from portal.glossary import MOST, explained
from portal.models import Term

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _french():
    with translation.override("fr"):
        yield


def test_the_first_use_of_a_word_leads_to_the_glossary_and_the_next_ones_do_not():
    html = explained("Une médiane, puis une autre médiane.")
    assert html == 'Une <a class="gl" href="/fr/glossaire/#mediane">médiane</a>, puis une autre médiane.'


def test_plurals_capitals_and_hard_spaces_are_the_same_word():
    assert "#rupture-de-serie" in explained("Deux ruptures de série.")
    assert "#secret-statistique" in explained("Secret\u00a0statistique.")


def test_the_longest_word_wins():
    assert "#tendance-fragile" in explained("Une tendance fragile.")


def test_a_part_of_a_word_is_not_a_word():
    assert "<a" not in explained("Une immédiane.")
    assert "<a" not in explained("Une réponse versée.")


def test_everyday_words_are_left_alone_and_links_stay_few():
    assert "<a" not in explained("Le taux de la commune a pris un point.")
    text = "ODD, RSE, EPCI, médiane, secret statistique, rupture de série."
    assert explained(text).count("<a") == MOST


def test_the_text_is_escaped():
    assert explained("<b>ODD</b> & co") == (
        '&lt;b&gt;<a class="gl" href="/fr/glossaire/#odd">ODD</a>&lt;/b&gt; &amp; co'
    )


def test_drafts_explain_nothing_and_no_glossary_changes_nothing():
    Term.objects.update(live=False)
    assert explained("ODD & RSE") == "ODD &amp; RSE"


def test_words_are_read_once(django_assert_num_queries):
    explained("ODD", generation=7)
    with django_assert_num_queries(0):
        explained("RSE", generation=7)


def test_english_words_in_english():
    with translation.override("en"):
        assert 'href="/en/glossaire/#rupture-de-serie">breaks in series</a>' in explained("Two breaks in series.")
