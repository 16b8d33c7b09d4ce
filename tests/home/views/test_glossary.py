"""The glossary: one page, in the order of the language, each word with an address of its own."""

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation

from home.wording.glossary import letters
from portal.models import Term

pytestmark = pytest.mark.django_db


def read(client: Client, language: str = "fr") -> BeautifulSoup:
    response = client.get(f"/{language}/glossaire/")
    assert response.status_code == 200
    assert not response.cookies
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_words_stand_under_their_letter_accents_or_not() -> None:
    terms = [Term(slug=name, name_fr=name, definition_fr="…") for name in ("Taux", "Écart", "cible", "Enjeu", "EPCI")]
    with translation.override("fr"):
        found = letters(terms)
    assert [(group.letter, [entry.name for entry in group.entries]) for group in found] == [
        ("C", ["cible"]),
        ("E", ["Écart", "Enjeu", "EPCI"]),
        ("T", ["Taux"]),
    ]


def test_each_word_has_an_address_and_its_translation(client: Client) -> None:
    word = read(client).find(id="rupture-de-serie")
    assert word is not None
    assert word.dfn is not None
    assert word.dfn.text == "Rupture de série"
    assert word.find("span", lang="en").text == "Break in series"
    english = read(client, "en").find(id="rupture-de-serie")
    assert english.dfn.text == "Break in series"
    assert english.find("span", lang="fr").text == "Rupture de série"


def test_letters_lead_to_their_words(client: Client) -> None:
    page = read(client)
    links = [str(link["href"])[1:] for link in page.select(".abc a")]
    assert links == sorted(links)
    assert all(page.find(id=anchor) for anchor in links)


def test_a_draft_is_not_explained(client: Client) -> None:
    Term.objects.filter(slug="epci").update(live=False)
    assert read(client).find(id="epci") is None


def test_search_engines_read_the_set_of_words(client: Client) -> None:
    data = [json.loads(block.text) for block in read(client).select("script[type='application/ld+json']")]
    words = next(block for block in data if block["@type"] == "DefinedTermSet")["hasDefinedTerm"]
    assert len(words) == Term.objects.published().count()


def test_the_glossary_takes_one_query_for_all_its_words(client: Client, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(9):
        read(client)


def test_a_word_is_found_by_searching(client: Client) -> None:
    from home.search.rebuilding import rebuild_all

    rebuild_all()
    response = client.get("/fr/recherche/?q=rupture+de+série")
    assert "/fr/glossaire/#rupture-de-serie" in response.content.decode()
