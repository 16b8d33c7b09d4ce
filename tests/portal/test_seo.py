"""Every type of public page, as search engines read it.

`PAGES` is the list of addresses of these pages: add yours, with what it needs to exist in `public_site`.
"""

import json
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from portal.templatetags.page_head import LONGEST_DESCRIPTION, LONGEST_TITLE, SHORTEST_DESCRIPTION
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import make_article, make_resource

pytestmark = pytest.mark.django_db

PAGES = (
    "",
    "odd/",
    "odd/8/",
    "odd/14/",
    "articles/",
    "articles/le-velo/",
    "articles/un-outil/",
    "indicateurs/",
    "indicateurs/emploi/",
    "indicateurs/emploi/versions/",
    "comparer/",
    "couverture/",
    "calendrier/",
    "lien-rse-odd/",
    "recherche/",
    "plan-du-site/",
)
"""Addresses below `/fr/` and `/en/`; one that does not exist in a language is left out there."""

BASE = "https://observatoire.example.org"


@pytest.fixture
def public_site(settings) -> None:
    """One of each: an indicator with two releases, an article, a resource."""
    settings.WAGTAILADMIN_BASE_URL = BASE
    indicator = make_indicator("emploi", title_fr="Taux d’emploi", title_en="Employment rate")
    make_live(make_release(indicator))
    make_live(make_release(indicator))
    make_article("Le vélo")
    make_resource("Un outil")


def public_pages(client: Client) -> Iterator[tuple[str, BeautifulSoup]]:
    for language in ("fr", "en"):
        for path in PAGES:
            address = f"/{language}/{path}"
            response = client.get(address)
            assert response.status_code == 200 or language == "en", address
            if response.status_code == 200:
                yield address, BeautifulSoup(response.content.decode(), "html.parser")


def content(page: BeautifulSoup, name: str) -> list[str]:
    found = page.select(f"meta[property='{name}'], meta[name='{name}']")
    return [meta["content"] for meta in found]


def test_every_page_is_complete_for_search_engines(client: Client, public_site: None) -> None:
    titles: dict[str, str] = {}
    alternates: dict[str, dict[str, str]] = {}
    problems: list[str] = []
    for address, page in public_pages(client):
        problems += [f"{address}: {problem}" for problem in problems_of(address, page)]
        title = page.title.text if page.title else ""
        if title in titles:
            problems.append(f"{address}: the title of {titles[title]}, {title}")
        titles[title] = address
        links = page.select("link[rel=alternate][hreflang]")
        alternates[f"{BASE}{address}"] = {link["hreflang"]: link["href"] for link in links}
    problems += one_way(alternates)
    assert problems == []


def problems_of(address: str, page: BeautifulSoup) -> Iterator[str]:
    """What is wrong with a page by itself."""
    if len(page.select("h1")) != 1:
        yield f"{len(page.select('h1'))} h1"
    if len(page.select("head title")) != 1 or not 0 < len(page.title.text) <= LONGEST_TITLE:
        yield f"title {page.title}"
    if [link["href"] for link in page.select("link[rel=canonical]")] != [f"{BASE}{address}"]:
        yield f"canonical {page.select('link[rel=canonical]')}"
    descriptions = content(page, "description")
    if len(descriptions) != 1 or not SHORTEST_DESCRIPTION <= len(descriptions[0]) <= LONGEST_DESCRIPTION:
        yield f"description {descriptions}"
    yield from sharing_problems(page)
    for block in page.select("script[type='application/ld+json']"):
        if json.loads(block.text).get("@context") != "https://schema.org":
            yield f"JSON-LD {block.text[:80]}"


def sharing_problems(page: BeautifulSoup) -> Iterator[str]:
    """OpenGraph: each property once, with something in it."""
    for name in ("title", "description", "type", "url", "locale", "site_name"):
        found = content(page, f"og:{name}")
        if len(found) != 1 or not found[0]:
            yield f"og:{name} {found}"


def one_way(alternates: dict[str, dict[str, str]]) -> list[str]:
    """Alternates that do not exist, or do not lead back."""
    return [
        f"{address}: {language} leads to {other}, which does not lead back"
        for address, links in alternates.items()
        for language, other in links.items()
        if address not in alternates.get(other, {}).values()
    ]


def test_a_page_with_a_breadcrumb_tells_the_same_to_search_engines(client: Client, public_site: None) -> None:
    page = BeautifulSoup(client.get("/fr/indicateurs/emploi/versions/").content.decode(), "html.parser")
    blocks = [json.loads(block.text) for block in page.select("script[type='application/ld+json']")]
    found = next(block for block in blocks if block["@type"] == "BreadcrumbList")["itemListElement"]
    assert [item["name"] for item in found] == [item.text for item in page.select(".crumb li")]
    assert found[1]["item"] == f"{BASE}/fr/indicateurs/emploi/"


def test_the_front_page_tells_where_the_search_is(client: Client, public_site: None) -> None:
    page = BeautifulSoup(client.get("/en/").content.decode(), "html.parser")
    blocks = [json.loads(block.text) for block in page.select("script[type='application/ld+json']")]
    site = next(block for block in blocks if block["@type"] == "WebSite")
    target = site["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{BASE}/en/recherche/?q={{search_term_string}}"
    assert site["publisher"]["@type"] == "Organization"
