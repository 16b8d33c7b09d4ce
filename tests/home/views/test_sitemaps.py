"""What search engines are told to read, and what they are not."""

from xml.etree import ElementTree

import pytest
from django.test import Client
from django.test.utils import override_script_prefix
from wagtail.models import Page

from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import make_article

BASE = "https://observatoire.example.org"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _address_of_the_site(settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = BASE


def xml(client: Client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/xml")
    return ElementTree.fromstring(response.content)


def locations(client: Client, address: str) -> list[str]:
    return [loc.text or "" for loc in xml(client, address).findall("*/s:loc", NAMES)]


def languages(url: ElementTree.Element) -> set[str | None]:
    return {link.get("hreflang") for link in url.findall("x:link", NAMES)}


def test_the_index_leads_to_every_section_by_absolute_addresses(client: Client) -> None:
    sections = locations(client, "/sitemap.xml")
    assert f"{BASE}/sitemap-pages.xml" in sections
    for section in sections:
        xml(client, section.removeprefix(BASE))


def test_an_indicator_stands_in_both_languages_with_its_date(client: Client) -> None:
    make_live(make_release(make_indicator("emploi")))
    make_release(make_indicator("brouillon"))
    urls = xml(client, "/sitemap-indicateurs.xml").findall("s:url", NAMES)
    found = [url.findtext("s:loc", namespaces=NAMES) for url in urls]
    assert found == [f"{BASE}/fr/indicateurs/emploi/", f"{BASE}/en/indicateurs/emploi/"]
    assert all(url.findtext("s:lastmod", namespaces=NAMES) for url in urls)
    assert languages(urls[0]) == {"fr", "en"}


def test_a_page_without_translation_names_its_own_language_only(client: Client) -> None:
    article = make_article("Seulement en français")
    urls = xml(client, "/sitemap-pages.xml").findall("s:url", NAMES)
    url = next(url for url in urls if article.slug in url.findtext("s:loc", "", namespaces=NAMES))
    assert languages(url) == {"fr"}
    assert url.findtext("s:lastmod", namespaces=NAMES)


def test_a_page_that_is_not_online_is_not_named(client: Client) -> None:
    article = make_article("En attente", live=False)
    assert not [address for address in locations(client, "/sitemap-pages.xml") if article.slug in address]


def test_views_are_named_when_one_answers(client: Client) -> None:
    assert {f"{BASE}/fr/plan-du-site/", f"{BASE}/en/indicateurs/"} <= set(locations(client, "/sitemap-rubriques.xml"))


def test_everything_that_is_named_answers(client: Client) -> None:
    make_live(make_release(make_indicator("emploi")))
    for section in ("pages", "indicateurs", "rubriques"):
        for address in locations(client, f"/sitemap-{section}.xml"):
            assert client.get(address.removeprefix(BASE)).status_code == 200


def test_addresses_hold_the_sub_path(client: Client) -> None:
    with override_script_prefix("/observatoire/"):
        found = locations(client, "/sitemap-rubriques.xml")
        robots = client.get("/robots.txt").content.decode()
    assert f"{BASE}/observatoire/fr/indicateurs/" in found
    assert "Disallow: /observatoire/cms/" in robots
    assert f"Sitemap: {BASE}/observatoire/sitemap.xml" in robots


def test_an_unknown_section_is_not_found(client: Client) -> None:
    assert client.get("/sitemap-inconnue.xml").status_code == 404


def test_robots_leave_the_administration_and_former_versions_alone(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    text = response.content.decode()
    for path in ("/cms/", "/documents/", "/*/indicateurs/*/versions/"):
        assert f"Disallow: {path}\n" in text
    assert text.startswith("User-agent: *\n")


def test_a_section_of_pages_takes_a_fixed_number_of_queries(client: Client, django_assert_max_num_queries) -> None:
    client.get("/sitemap-pages.xml")
    for number in range(3):
        make_article(f"Article {number}")
    assert Page.objects.live().count() > 3
    with django_assert_max_num_queries(6):
        client.get("/sitemap-pages.xml")
