"""The page of the search: complete without scripts, the same for everybody, said aloud."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client

from home.search.indexing import index_entries
from home.search.rebuilding import rebuild_all
from portal.findable import Findable
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import without_starter_texts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site() -> None:
    without_starter_texts()
    make_live(make_release(make_indicator("chomage", title_fr="Taux de chômage", title_en="Unemployment rate")))
    index_entries(language="fr", findables=[Findable("article", "1", "Chômage des jeunes", "/fr/articles/a/")])
    rebuild_all()
    index_entries(language="fr", findables=[Findable("article", "1", "Chômage des jeunes", "/fr/articles/a/")])


def page(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_results_are_announced_and_lead_to_their_pages(client: Client) -> None:
    found = page(client, "/fr/recherche/?q=chomage")
    assert "2 résultats" in found.select_one("[role=status]").text
    assert {link["href"] for link in found.select(".found h2 a")} == {"/fr/indicateurs/chomage/", "/fr/articles/a/"}


def test_a_figure_stands_with_unit_period_territory_source_and_date(client: Client) -> None:
    row = page(client, "/fr/recherche/?q=taux").select_one(".found li").text
    for part in ("12,9\u00a0%", "2022", "Nantes Métropole", "Producteur"):
        assert part in row
    assert re.search(r"\d+ \w+ 20\d\d", row.replace("\u00a0", " "))


def test_words_that_were_asked_are_marked_without_letting_markup_in(client: Client) -> None:
    html = client.get("/fr/recherche/", {"q": "chomage <script>alert(1)</script>"}).content.decode()
    assert "<b>chômage</b>" in html
    assert "<script>alert" not in html


def test_a_misspelt_word_leads_to_the_right_one(client: Client) -> None:
    link = page(client, "/fr/recherche/?q=chomaje").select_one(".didyou a")
    assert link["href"] == "/fr/recherche/?q=ch%C3%B4mage"


def test_without_a_result_goals_and_indicators_are_offered(client: Client) -> None:
    found = page(client, "/fr/recherche/?q=cosmonaute")
    assert "Aucun résultat" in found.select_one("[role=status]").text
    assert found.select_one(".ways a[href='/fr/indicateurs/']")
    assert found.select_one(".ways a[href='/fr/odd/5/']")


def test_the_field_keeps_what_was_typed_and_has_a_label(client: Client) -> None:
    found = page(client, "/fr/recherche/?q=chomage")
    field = found.select_one("main input[type=search]")
    assert (field["value"], field["maxlength"]) == ("chomage", "200")
    assert found.select_one(f"label[for={field['id']}]")


def test_results_are_kept_out_of_search_engines_and_the_empty_page_is_not(client: Client) -> None:
    assert page(client, "/fr/recherche/?q=chomage").select_one("meta[name=robots]")
    assert not page(client, "/fr/recherche/").select_one("meta[name=robots]")


def test_the_english_page_finds_english_titles(client: Client) -> None:
    assert "Unemployment" in page(client, "/en/recherche/?q=unemployment").select_one(".found").text


def test_other_parameters_do_not_make_another_page(client: Client, django_assert_max_num_queries) -> None:
    client.get("/fr/recherche/?q=chomage")
    with django_assert_max_num_queries(1):
        client.get("/fr/recherche/?q=chomage&utm_source=lettre")


def test_the_page_sets_no_cookie(client: Client) -> None:
    response = client.get("/fr/recherche/?q=chomage")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_search_costs_a_fixed_number_of_queries(client: Client, django_assert_max_num_queries) -> None:
    client.get("/fr/recherche/")
    with django_assert_max_num_queries(10):
        client.get("/fr/recherche/?q=taux")
    cache.clear()
    with django_assert_max_num_queries(20):
        client.get("/fr/recherche/?q=cosmonaute")
