"""The pages of text of a new site, as their readers see them."""

import json
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Locale

from home.models import HomePage, StandardPage
from home.starter.content import starter_pages
from indicators.services.judging import judge_release
from portal.generation import renew_generation
from portal.models import SiteSettings
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import make_editor, put

pytestmark = pytest.mark.django_db

RISES = {"2019": "10", "2020": "11", "2021": "12", "2022": "13", "2023": "14", "2024": "15"}


def read(client: Client, slug: str, language: str = "fr") -> BeautifulSoup:
    response = client.get(f"/{language}/{slug}/")
    assert response.status_code == 200
    assert not response.cookies
    return BeautifulSoup(response.content.decode(), "html.parser")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_is_online_from_the_first_start_without_a_place_left_to_fill(client: Client, language: str) -> None:
    for content in starter_pages():
        page = read(client, content.slug, language)
        main = page.select_one("main")
        assert main is not None
        assert "{" not in main.text, content.slug
        assert len(page.select("h1")) == 1
        levels = [int(heading.name[1]) for heading in main.select("h1, h2, h3")]
        assert all(after - before <= 1 for before, after in pairwise(levels)), content.slug


def test_both_languages_are_the_same_page(client: Client) -> None:
    for content in starter_pages():
        french, english = (
            StandardPage.objects.get(slug=content.slug, locale=Locale.objects.get(language_code=language))
            for language in ("fr", "en")
        )
        assert french.translation_key == english.translation_key
        assert [block.id for block in french.body] == [block.id for block in english.body]


def test_every_link_of_the_texts_leads_somewhere(client: Client) -> None:
    addresses = {
        str(link["href"])
        for content in starter_pages()
        for link in read(client, content.slug).select(".prose a[href^='/']")
    }
    assert addresses
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_a_long_page_leads_to_its_parts_and_says_when_it_was_revised(client: Client) -> None:
    page = read(client, "methode")
    anchors = [str(link["href"])[1:] for link in page.select(".toc a")]
    assert len(anchors) > 8
    assert all(page.find(id=anchor) for anchor in anchors)
    assert page.select_one(".rev").text.replace("\u00a0", " ").strip() == "Page révisée le 25 novembre 2026."


def test_search_engines_read_what_the_page_is(client: Client) -> None:
    kinds = {}
    for slug in ("a-propos", "contact", "methode"):
        blocks = [json.loads(one.text) for one in read(client, slug).select("script[type='application/ld+json']")]
        kinds[slug] = {one["@type"] for one in blocks}
    assert kinds["a-propos"] == {"AboutPage", "BreadcrumbList"}
    assert kinds["contact"] == {"ContactPage", "BreadcrumbList"}
    assert kinds["methode"] == {"WebPage", "BreadcrumbList"}


def test_the_contact_page_gives_the_address_of_the_settings(client: Client) -> None:
    assert "n’est pas encore renseignée" in read(client, "contact").text
    SiteSettings.objects.update_or_create(pk=1, defaults={"contact_email": "ecrire@brumeval.example"})
    renew_generation()
    assert read(client, "contact").select_one(".reach a[href='mailto:ecrire@brumeval.example']")


def test_key_figures_come_from_what_is_published(client: Client) -> None:
    assert "0 sur 17" in read(client, "presse").text
    release = make_release(make_indicator(goals=(5, 8), direction=1), RISES)
    judge_release(release)
    make_live(release)
    renew_generation()
    figures = [figure.text for figure in read(client, "presse").select(".kf dd")]
    assert figures == ["2 sur 17", "1", "1 sur 1", "0 sur 1"]
    assert [figure.text for figure in read(client, "explication").select(".kf dd")] == figures


def test_a_page_below_another_one_shows_the_way_back(client: Client) -> None:
    parent = StandardPage.objects.get(slug="methode", locale__language_code="fr")
    put(StandardPage(title="Les sources"), parent, make_editor(), live=True)
    crumbs = read(client, "methode/les-sources").select(".crumb a")
    assert [(link.text, link["href"]) for link in crumbs] == [("Méthode et sources", "/fr/methode/")]


def test_a_text_takes_few_queries(django_assert_max_num_queries, client: Client) -> None:
    make_live(make_release(make_indicator(goals=(5,), direction=1), RISES))
    with django_assert_max_num_queries(15):
        read(client, "methode")
    with django_assert_max_num_queries(21):
        read(client, "presse")


def test_an_editor_may_add_a_page_of_text_at_the_first_level() -> None:
    home = HomePage.objects.get(locale__language_code="fr")
    page = put(StandardPage(title="Nos partenaires"), home, make_editor(), live=True)
    assert page.live
    assert page.url == "/fr/nos-partenaires/"
