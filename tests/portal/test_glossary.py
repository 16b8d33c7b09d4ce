"""A word of the glossary is public once a second person has read it, and is explained where it is used."""

import pytest
from django.test import Client
from django.utils.translation import override

from portal.generation import current_generation
from portal.models import Term
from portal.reference.glossary import load_glossary
from portal.review import NotReviewed, OwnWork
from tests.factories.blocks import rendered
from tests.factories.pages import make_editor, make_page_reviewer

pytestmark = pytest.mark.django_db


def make_term(author=None, **fields):
    words = {"name_fr": "Taux de pauvreté", "name_en": "Poverty rate", "definition_fr": "Part des personnes…"}
    term = Term(**words | {"definition_en": "Share of people…", "slug": "taux-de-pauvrete"} | fields)
    term.save()
    term.save_revision(user=author)
    return term


def publish(term, author, reviewer):
    term.get_workflow().start(term, author)
    term.current_workflow_task_state.specific.approve(user=reviewer)
    term.refresh_from_db()
    return term


def test_a_term_goes_online_by_the_reading_of_a_second_person_and_renews_the_pages():
    author, reviewer = make_editor(), make_page_reviewer()
    term, before = make_term(author), current_generation()
    assert term not in Term.objects.published()
    assert publish(term, author, reviewer).live
    assert current_generation() > before


def test_nobody_publishes_their_own_term():
    author = make_editor()
    term = make_term(author)
    with pytest.raises(OwnWork):
        publish(term, author, author)
    with pytest.raises(NotReviewed):
        term.latest_revision.publish(user=author)


def test_a_definition_shows_in_the_language_of_the_page_and_only_once_published():
    author, reviewer = make_editor(), make_page_reviewer()
    term = make_term(author)
    block = ("definition", {"term": term.pk})
    assert "pauvreté" not in rendered(block)
    publish(term, author, reviewer)
    assert "<dfn>Taux de pauvreté</dfn>" in rendered(block)
    assert 'href="/fr/glossaire/#taux-de-pauvrete"' in rendered(block)
    with override("en"):
        assert "Share of people…" in rendered(block)


def test_an_editor_writes_terms_and_a_visitor_does_not(client: Client):
    assert client.get("/cms/glossaire/").status_code == 302
    client.force_login(make_editor())
    assert client.get("/cms/glossaire/").status_code == 200
    answer = client.post(
        "/cms/glossaire/add/", {"name_fr": "Indice", "definition_fr": "Un rapport.", "name_en": "", "definition_en": ""}
    )
    assert answer.status_code == 302
    assert not Term.objects.get(slug="indice").live


def test_taking_a_term_offline_needs_no_second_person():
    author = make_editor()
    term = publish(make_term(author), author, make_page_reviewer())
    term.unpublish(user=author)
    assert term not in Term.objects.published()


def test_a_new_site_explains_its_words_in_both_languages():
    terms = list(Term.objects.published())
    assert len(terms) >= 20
    assert all(term.name_en and term.definition_en and term.definition_fr for term in terms)
    assert {"odd", "epci", "rupture-de-serie", "secret-statistique"} <= {term.slug for term in terms}


def test_a_word_that_the_team_rewrote_is_left_alone():
    Term.objects.filter(slug="odd").update(definition_fr="La nôtre.")
    load_glossary(Term)
    assert Term.objects.get(slug="odd").definition_fr == "La nôtre."
