"""The front page: complete in both languages, the missing shown as missing, cached until something is published."""

import re

import pytest
from django.test import Client
from django.test.utils import override_script_prefix

from home.models import HomePage
from home.selectors import front_page
from portal.generation import current_generation
from tests.factories.indicators import make_indicator, make_live, make_release

pytestmark = pytest.mark.django_db


def test_front_page_answers_in_both_languages(client: Client) -> None:
    for language in ("fr", "en"):
        response = client.get(f"/{language}/")
        assert response.status_code == 200
        assert f'<html lang="{language}">' in response.content.decode()
        assert HomePage.objects.get(slug=language).headline.split(",")[0] in response.content.decode()


def test_root_leads_to_the_language_of_the_browser(client: Client) -> None:
    assert client.get("/", headers={"Accept-Language": "en"}).headers["Location"] == "/en/"
    assert client.get("/", headers={"Accept-Language": "de"}).headers["Location"] == "/fr/"


def test_goals_without_indicator_are_shown_as_not_followed(client: Client) -> None:
    assert client.get("/fr/").content.decode().count("Pas encore suivi") == 17


def test_front_page_sets_no_cookie_and_does_not_vary_by_cookie(client: Client) -> None:
    response = client.get("/fr/")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_publishing_a_page_renews_the_generation() -> None:
    page = HomePage.objects.get(slug="fr")
    page.headline = "Une autre phrase"
    before = current_generation()
    page.save_revision().publish()
    assert current_generation() == before + 1


def test_edited_headline_shows_at_once(client: Client) -> None:
    client.get("/fr/")
    page = HomePage.objects.get(slug="fr")
    page.headline = "Une autre phrase"
    page.save_revision().publish()
    assert "Une autre phrase" in client.get("/fr/").content.decode()


def test_front_page_asks_as_many_queries_for_five_indicators_as_for_one(django_assert_num_queries) -> None:
    for count in (1, 5):
        while front_page().indicator_count < count:
            make_live(make_release(make_indicator()))
        with django_assert_num_queries(6):
            assert front_page().indicator_count == count


def test_every_link_of_the_front_page_stays_below_the_sub_path_of_the_site(client: Client) -> None:
    make_live(make_release(make_indicator("emploi"), {"2024": "12"}))
    with override_script_prefix("/observatoire/"):
        page = client.get("/fr/").content.decode()
    links = re.findall(r'(?:href|src|action)="(/[^"]*)"', page)
    assert links
    assert [link for link in links if not link.startswith(("/observatoire/", "/static/"))] == []
