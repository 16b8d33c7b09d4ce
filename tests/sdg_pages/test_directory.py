"""The directory of networks and local support: by audience, of one goal or of all, published entries only."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from indicators.models import Goal
from sdg_pages.selectors.directory import directory
from tests.factories.pages import make_resource

pytestmark = pytest.mark.django_db


def make_network(title: str, audience: str = "", goals: tuple[int, ...] = (8,), **fields):
    fields = {"kind": "reseau", "audience": audience, "goals": list(Goal.objects.filter(number__in=goals))} | fields
    return make_resource(title, **fields)


def read(client: Client, query: str = "", language: str = "fr") -> BeautifulSoup:
    response = client.get(f"/{language}/annuaire/{query}")
    assert response.status_code == 200
    assert not response.cookies
    return BeautifulSoup(response.content.decode(), "html.parser")


def names(page: BeautifulSoup) -> list[str]:
    return [heading.text for heading in page.select(".aud h3")]


def test_bodies_stand_by_audience_in_reading_order(client: Client) -> None:
    make_network("Zèbre", "Artisans")
    make_network("Écluse", "Employeurs")
    make_network("Dock", "Employeurs")
    make_network("Pour tout le monde")
    page = read(client)
    assert [heading.text for heading in page.select(".aud h2")] == ["Pour tous", "Artisans", "Employeurs"]
    assert names(page) == ["Pour tout le monde", "Zèbre", "Dock", "Écluse"]


def test_a_goal_chooses_and_an_unknown_one_shows_everything(client: Client) -> None:
    make_network("Emploi", goals=(8,))
    make_network("Climat", goals=(13,))
    page = read(client, "?odd=13")
    assert names(page) == ["Climat"]
    assert "1 organisme" in page.text or "Un organisme" in page.text
    assert [link["href"] for link in page.select(".byg a[aria-current]")] == ["?odd=13"]
    for odd in ("4", "99", "x", "²", ""):
        assert names(read(client, f"?odd={odd}")) == ["Climat", "Emploi"]


def test_tools_and_drafts_are_not_in_the_directory(client: Client) -> None:
    make_resource("Un outil")
    make_network("En attente", live=False)
    page = read(client)
    assert names(page) == []
    assert "encore vide" in page.text


def test_an_entry_says_where_to_go_and_its_cost_only_when_known(client: Client) -> None:
    make_network("Avec coût", link="https://www.reseau.example/aide", contact="Accueil", cost="Gratuit")
    entry = read(client).select_one(".aud li")
    assert entry.select_one("a[href='https://www.reseau.example/aide']").text == "reseau.example"
    assert "Gratuit" in entry.text
    make_network("Sans coût", goals=(3,))
    assert "Coût" not in read(client, "?odd=3").select_one(".aud").text


def test_the_directory_takes_three_queries_whatever_its_length(django_assert_num_queries) -> None:
    make_network("Un")
    with django_assert_num_queries(3):
        assert directory("fr").count == 1
    for title in ("Deux", "Trois", "Quatre"):
        make_network(title)
    with django_assert_num_queries(3):
        assert directory("fr", 8).count == 4
    assert directory("en").count == 0
