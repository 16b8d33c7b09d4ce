"""The map of the site shows every public page and every published indicator, and says what is missing."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from home.site_map import MOST, goal_branches, page_branches
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import make_article

pytestmark = pytest.mark.django_db


def plan(client: Client, language: str = "fr") -> BeautifulSoup:
    response = client.get(f"/{language}/plan-du-site/")
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_published_indicators_stand_below_their_goals(client: Client) -> None:
    make_live(make_release(make_indicator("emploi", goals=(5, 8))))
    make_release(make_indicator("brouillon"))
    page = plan(client)
    assert len(page.select("a[href='/fr/indicateurs/emploi/']")) == 2
    assert not page.select("a[href='/fr/indicateurs/brouillon/']")


def test_the_17_goals_are_there_and_the_uncovered_ones_say_so(client: Client) -> None:
    make_live(make_release(make_indicator(goals=(8,))))
    page = plan(client)
    assert len(page.select(".goals > li")) == 17
    assert page.select_one(".goals").text.count("Pas encore suivi") == 16


def test_pages_that_are_not_online_are_left_out(client: Client) -> None:
    make_article("Article public")
    make_article("Article en attente", live=False)
    text = plan(client).text
    assert "Article public" in text
    assert "Article en attente" not in text


def test_a_long_list_of_articles_is_cut() -> None:
    for number in range(MOST + 2):
        make_article(f"Article {number}")
    index = next(branch for branch in page_branches("fr") if branch.below)
    assert (len(index.shown), index.more) == (MOST, 2)


def test_each_language_has_its_own_map(client: Client) -> None:
    make_live(make_release(make_indicator("emploi", title_en="Employment")))
    assert "Employment" in plan(client, "en").text


def test_the_map_takes_as_many_queries_for_five_indicators_as_for_one(django_assert_num_queries) -> None:
    make_live(make_release(make_indicator()))
    with django_assert_num_queries(4):
        goal_branches("fr")
    for _number in range(4):
        make_live(make_release(make_indicator()))
    with django_assert_num_queries(4):
        goal_branches("fr")
