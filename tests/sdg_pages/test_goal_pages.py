"""The index of the goals and the page of each: complete in both languages, the missing shown as missing."""

import json

import pytest
from django.core.cache import cache
from django.test import Client
from django.test.utils import override_script_prefix
from pytest_django.asserts import assertContains, assertNotContains

from indicators.models import CoverageGap, Indicator, Territory
from portal.generation import renew_generation
from sdg_pages.models import SdgPage
from sdg_pages.selectors.goal_states import goal_states
from tests.factories.blocks import chart_value, figure_value
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release, make_source
from tests.factories.pages import goal_page, make_article, make_editor, publish_page

pytestmark = pytest.mark.django_db

RISES = {"2019": "10", "2020": "11", "2021": "12", "2022": "13", "2023": "14", "2024": "15"}


def publish(code: str = "", **fields: object) -> Indicator:
    """A public indicator of goal 5 that improves, with a value for France."""
    indicator = make_indicator(code, **({"goals": (5,), "direction": 1} | fields))
    release = make_release(indicator, RISES)
    make_live(release)
    add_rows(release, {"2024": "13"}, territory=Territory.objects.get(code="FR", scheme="ISO3166-1 alpha-2"))
    return indicator


def edit(page: SdgPage, **fields: object) -> SdgPage:
    """The page with these fields, written by one person and read by another."""
    author = make_editor()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision(user=author)
    return publish_page(page, author=author)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("number", [1, 5, 17])
def test_every_goal_has_its_page_in_both_languages(client: Client, language: str, number: int) -> None:
    response = client.get(f"/{language}/odd/{number}/")
    assert response.status_code == 200
    assert response.content.decode().count("<h1>") == 1


def test_goal_that_does_not_exist_is_not_found(client: Client) -> None:
    assert client.get("/fr/odd/18/").status_code == 404


def test_page_taken_offline_is_not_found(client: Client) -> None:
    goal_page(5).unpublish()
    assert client.get("/fr/odd/5/").status_code == 404


def test_language_without_the_page_is_not_told_to_search_engines(client: Client) -> None:
    goal_page(5, "en").unpublish()
    content = client.get("/fr/odd/5/").content.decode()
    assert 'hreflang="en" href="http://testserver/en/odd/5/"' not in content
    assert "/en/odd/5/" not in content
    assert 'href="/en/odd/"' in content


def test_draft_of_a_goal_is_previewed_with_its_figures() -> None:
    publish(title_fr="Femmes parmi les cadres")
    page = goal_page(5)
    page.key_message = "Un message qui attend sa relecture."
    content = page.make_preview_request(preview_mode=page.default_preview_mode).render().content.decode()
    assert "Un message qui attend sa relecture." in content
    assert "Femmes parmi les cadres" in content


def test_address_of_the_page_is_that_of_the_contract() -> None:
    assert goal_page(5).get_url() == "/fr/odd/5/"


def test_card_shows_value_trend_comparison_source_and_leads_to_the_indicator(client: Client) -> None:
    publish("femmes-cadres", title_fr="Femmes parmi les cadres")
    response = client.get("/fr/odd/5/")
    for words in (
        "Un indicateur suivi",
        "15,0\u00a0%",
        "S’améliore",
        "Plus fort qu’en France (13,0\u00a0%)",
        "Producteur",
    ):
        assertContains(response, words)
    assertContains(response, 'href="/fr/indicateurs/femmes-cadres/"')


def test_key_message_of_the_team_takes_the_place_of_the_generated_sentence(client: Client) -> None:
    publish()
    edit(goal_page(5), key_message="L’écart se réduit.")
    response = client.get("/fr/odd/5/")
    assertContains(response, "L’écart se réduit.")
    assertNotContains(response, "Ce qui s’améliore")


def test_analysis_is_signed_and_dated_and_its_corrections_stay(client: Client) -> None:
    text = [{"type": "paragraph", "value": "<p>Les femmes dirigent moins.</p>"}]
    edit(goal_page(5), body=text, signed_by="Équipe de la plateforme RSE")
    response = client.get("/fr/odd/5/")
    assertContains(response, "Les femmes dirigent moins.")
    assertContains(response, "Équipe de la plateforme RSE, ")


def test_goal_without_indicator_says_why_and_how_to_help(client: Client) -> None:
    CoverageGap.objects.create(goal_id=14, state="not_relevant", reason_fr="Le territoire n’a pas de mer.")
    renew_generation()
    response = client.get("/fr/odd/14/")
    for words in ("Pas encore suivi", "Le territoire n’a pas de mer.", "Proposer une source", "/fr/contact/", "14.1"):
        assertContains(response, words)


def test_companies_and_practices_are_said_to_be_missing_without_any_figure(client: Client) -> None:
    response = client.get("/fr/odd/5/")
    assertContains(response, "Pas encore de réponse d’entreprise.", count=2)
    assertContains(response, "Aucune pratique d’entreprise")


def test_page_leads_to_issues_catalogue_articles_neighbours_and_official_text(client: Client) -> None:
    publish()
    make_article("Aller vers l’égalité", goals=[goal_page(5).goal])
    response = client.get("/fr/odd/5/")
    catalogue = "/fr/indicateurs/"
    for address in (f"{catalogue}?enjeu=6", f"{catalogue}?odd=5", "/fr/odd/4/", "/fr/odd/6/", "un.org/goals/goal5"):
        assertContains(response, address)
    assertContains(response, "Aller vers l’égalité")


def test_description_is_generated_when_the_team_wrote_none(client: Client) -> None:
    publish(title_fr="Femmes parmi les cadres")
    content = client.get("/fr/odd/5/").content.decode()
    assert '<meta name="description" content="ODD\u00a05, Égalité entre les sexes. Ce qui s’améliore' in content


def test_breadcrumb_is_told_to_search_engines(client: Client) -> None:
    content = client.get("/fr/odd/5/").content.decode()
    block = content.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert [item["name"] for item in json.loads(block)["itemListElement"]][-2:] == ["Objectifs", "ODD 5"]


def test_translation_makes_at_most_fifteen_queries(client: Client, django_assert_max_num_queries) -> None:
    publish()
    cache.clear()
    with django_assert_max_num_queries(15):
        assert client.get("/en/odd/5/").status_code == 200


@pytest.mark.parametrize("count", [1, 10])
def test_page_with_figures_in_its_text_makes_at_most_fifteen_queries(
    client: Client, django_assert_max_num_queries, count: int
) -> None:
    indicators = [publish(source=make_source(f"s{rank}")) for rank in range(count)]
    text = [
        {"type": "figure", "value": figure_value(indicators[0])},
        {"type": "chart", "value": chart_value(indicators[-1])},
    ]
    edit(goal_page(5), body=text)
    cache.clear()
    with django_assert_max_num_queries(15):
        assert client.get("/fr/odd/5/").status_code == 200


def test_page_is_kept_until_the_next_publication(client: Client, django_assert_max_num_queries) -> None:
    publish()
    client.get("/fr/odd/5/")
    with django_assert_max_num_queries(1):
        client.get("/fr/odd/5/")
    publish(title_fr="Un autre indicateur")
    renew_generation()
    assertContains(client.get("/fr/odd/5/"), "Un autre indicateur")


def test_page_sets_no_cookie_and_does_not_vary_by_cookie(client: Client) -> None:
    response = client.get("/fr/odd/5/")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_links_follow_the_sub_path() -> None:
    with override_script_prefix("/observatoire/"):
        content = Client(SCRIPT_NAME="/observatoire").get("/fr/odd/5/").content.decode()
    assert 'href="/observatoire/fr/odd/4/"' in content


def test_index_shows_the_17_goals_with_their_marks_and_those_that_are_not_followed(client: Client) -> None:
    publish()
    response = client.get("/fr/odd/")
    content = response.content.decode()
    assert content.count("Pas encore suivi") == 16
    assert 'aria-label="1 s’améliore"' in content
    assert all(f'href="/fr/odd/{number}/"' in content for number in range(1, 18))
    assertContains(response, "/fr/lien-rse-odd/")


def test_index_makes_as_many_queries_for_five_indicators_as_for_one(django_assert_num_queries) -> None:
    publish()
    with django_assert_num_queries(6):
        goal_states()
    for _rank in range(4):
        publish()
    with django_assert_num_queries(6):
        goal_states()


def test_the_indicators_of_a_goal_are_compared_in_one_click_eight_at_most(client: Client) -> None:
    slugs = [publish(f"i{number}").slug for number in range(9)]
    html = client.get("/fr/odd/5/").content.decode()
    address = "/fr/comparer/?" + "&amp;".join(f"i={slug}" for slug in slugs[:8])
    assertContains(client.get("/fr/odd/5/"), f'<a class="go" href="{address}">Comparer ces indicateurs</a>', html=True)
    assert slugs[8] not in html.partition("/fr/comparer/?")[2].partition('"')[0]
