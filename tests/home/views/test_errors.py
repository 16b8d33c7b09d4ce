"""What is not found says why, and leads somewhere."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from home.search.rebuilding import rebuild_all
from home.views.errors import words_of_address
from indicators.models import ReleaseImport
from tests.factories.indicators import make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db


def missing(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 404
    return BeautifulSoup(response.content.decode(), "html.parser")


@pytest.mark.parametrize(("address", "language"), [("/fr/rien/", "fr"), ("/en/nothing/", "en"), ("/rien/", "fr")])
def test_the_page_is_in_the_language_of_its_address_with_a_search_and_ways_out(
    client: Client, address: str, language: str
) -> None:
    page = missing(client, address)
    assert page.html["lang"] == language
    assert len(page.select("h1")) == 1
    assert page.select_one(f"form[action='/{language}/recherche/'] input[type=search]")
    for way in ("", "odd/", "indicateurs/"):
        assert page.select_one(f"main a[href='/{language}/{way}']")
    assert page.select_one("meta[name=robots]")["content"] == "noindex"


def test_an_address_nearly_right_is_met_by_the_right_one(client: Client) -> None:
    make_live(make_release(make_indicator("taux-de-chomage", title_fr="Taux de chômage")))
    rebuild_all()
    page = missing(client, "/fr/indicateurs/taux-chomages/")
    assert page.select_one(".near a")["href"] == "/fr/indicateurs/taux-de-chomage/"
    assert page.select_one("main input[type=search]")["value"] == "taux chomages"


def test_an_address_like_nothing_proposes_nothing(client: Client) -> None:
    make_live(make_release(make_indicator("taux-de-chomage")))
    rebuild_all()
    assert not missing(client, "/fr/indicateurs/cosmonautes/").select(".near")


def test_a_withdrawn_indicator_says_when_it_was_withdrawn(client: Client) -> None:
    release = make_release(make_indicator("retire", title_fr="Chiffre retiré"))
    make_live(release).delete()
    ReleaseImport.objects.filter(release=release).update(withdrawn_at=timezone.now())
    page = missing(client, "/fr/indicateurs/retire/")
    assert "a été retiré du site le" in page.main.text
    assert "n’est plus en ligne" in page.h1.text


def test_an_indicator_that_was_never_public_stays_unsaid(client: Client) -> None:
    make_release(make_indicator("secret", title_fr="Titre en préparation"))
    assert "Titre en préparation" not in missing(client, "/fr/indicateurs/secret/").text


def test_a_withdrawn_version_leads_to_the_figures_online_without_telling_the_reason(client: Client) -> None:
    indicator = make_indicator("emploi")
    first = make_release(indicator)
    make_live(first)
    make_live(make_release(indicator))
    reason = {"withdrawn_at": timezone.now(), "withdrawal_reason": "Mot interne"}
    ReleaseImport.objects.filter(release=first).update(**reason)
    page = missing(client, f"/fr/indicateurs/emploi/versions/{first.number}/")
    assert "a été retirée le" in page.main.text
    assert page.select_one("main a[href='/fr/indicateurs/emploi/']")
    assert "Mot interne" not in page.text


def test_a_missing_page_costs_few_queries(client: Client, django_assert_max_num_queries) -> None:
    client.get("/fr/rien/")
    with django_assert_max_num_queries(10):
        client.get("/fr/encore-rien/")


def test_words_of_an_address_are_those_of_its_last_step() -> None:
    assert words_of_address("/fr/indicateurs/taux-d%27emploi_2024/") == "taux d emploi"
    assert words_of_address("/fr/") == ""
