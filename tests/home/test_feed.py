"""The feed tells what was written and which figures were updated, in the language of its address."""

import xml.etree.ElementTree as ET

import pytest
from django.test import Client

from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import make_article

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def titles(language: str) -> list[str]:
    response = Client().get(f"/{language}/flux.xml")
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    return [entry.findtext(f"{ATOM}title") for entry in ET.fromstring(response.content).iter(f"{ATOM}entry")]


def test_articles_and_updates_of_figures_are_news_the_latest_first() -> None:
    make_live(make_release(make_indicator("emploi", title_fr="Taux d’emploi"), {"2022": "70"}))
    make_article("Un article")
    assert titles("fr") == ["Un article", "Taux d’emploi"]


def test_an_article_is_news_in_its_language_only() -> None:
    make_article("Un article")
    assert titles("en") == []


def test_addresses_are_absolute() -> None:
    make_article("Un article")
    content = Client().get("/fr/flux.xml").content.decode()
    assert 'href="http://127.0.0.1:8000/fr/articles/un-article/"' in content


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_leads_to_the_feed_and_to_the_calendar(language: str) -> None:
    html = Client().get(f"/{language}/").content.decode()
    head, foot = html.partition("<body>")[0], html.partition("<footer")[2]
    assert f'<link rel="alternate" type="application/atom+xml" href="/{language}/flux.xml"' in head
    assert f'href="/{language}/flux.xml"' in foot
    assert f'href="/{language}/calendrier/"' in foot
