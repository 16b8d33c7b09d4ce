"""Search engines and readers are led only to languages in which a page exists."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory
from django.test.utils import override_script_prefix
from django.urls import resolve
from wagtail.models import Locale

from portal.languages import LanguageAddress, language_addresses, translations_of
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import article_index, make_article, make_editor, publish_page

pytestmark = pytest.mark.django_db


def addresses(path: str) -> dict[str, LanguageAddress]:
    request = RequestFactory().get(path)
    request.resolver_match = resolve(path)
    return {address.code: address for address in language_addresses(request)}


def translated(article, title: str):
    """The article in English, online."""
    copy = article.copy_for_translation(Locale.objects.get(language_code="en"))
    copy.title = title
    copy.save_revision(user=make_editor())
    return publish_page(copy)


def test_what_a_view_answers_exists_in_every_language(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        found = addresses("/fr/recherche/")
    assert found["en"].address == "/en/recherche/"
    assert all(address.is_translation for address in found.values())


def test_a_page_leads_to_its_translation() -> None:
    article = make_article("Le vélo")
    copy = translated(article, "Cycling")
    found = addresses(article.url)
    assert found["en"].address == copy.url
    assert found["en"].is_translation


def test_without_a_translation_the_switch_leads_to_that_of_the_nearest_ancestor() -> None:
    found = addresses(make_article("Le vélo").url)
    assert found["en"].address == article_index("en").url
    assert not found["en"].is_translation
    assert [address.code for address in translations_of(list(found.values()))] == ["fr"]


def test_a_translation_that_is_not_online_does_not_count() -> None:
    article = make_article("Le vélo")
    article.copy_for_translation(Locale.objects.get(language_code="en"))
    assert not addresses(article.url)["en"].is_translation


def test_where_nothing_is_found_the_switch_leads_to_the_front_page() -> None:
    assert addresses("/fr/rien/du-tout/")["en"].address == "/en/"


def test_the_sub_path_is_kept() -> None:
    with override_script_prefix("/observatoire/"):
        assert addresses("/fr/recherche/")["en"].address == "/observatoire/en/recherche/"


def test_languages_name_themselves() -> None:
    assert [address.name for address in addresses("/fr/recherche/").values()] == ["Français", "English"]


def language_link(client: Client, address: str):
    page = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    return page, page.select_one("header a[hreflang]")


def test_the_link_to_the_other_language_says_where_it_leads_when_the_page_is_not_translated(client: Client) -> None:
    article = make_article("Le vélo")
    page, link = language_link(client, article.url)
    assert (link["lang"], link["href"]) == ("en", article_index("en").url)
    assert link.text == link["title"]
    assert link.text.startswith("English (")
    assert article_index("en").title in link.text
    assert link.text not in page.main.text
    assert [link["hreflang"] for link in page.select("link[rel=alternate][hreflang]")] == []
    assert page.select_one("link[rel=canonical]")["href"].endswith(article.url)


def test_a_page_with_its_translation_says_nothing(client: Client) -> None:
    make_live(make_release(make_indicator("emploi")))
    for address in ("/fr/", "/fr/indicateurs/emploi/", "/fr/odd/5/"):
        _page, link = language_link(client, address)
        assert link.text == "English"
        assert not link.has_attr("title")


def test_languages_are_looked_up_once_for_a_request(django_assert_num_queries) -> None:
    path = make_article("Le vélo").url
    request = RequestFactory().get(path)
    request.resolver_match = resolve(path)
    first = language_addresses(request)
    with django_assert_num_queries(0):
        assert language_addresses(request) is first
