"""The front page: complete in both languages, the missing shown as missing, cached until something is published."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.test.utils import override_script_prefix
from django.utils import timezone

from home.models import HomePage
from home.selectors import front_page
from home.wording.front import headline
from home.wording.signals import said
from home.wording.updates import expected_update
from indicators.breakdown_keys import breakdown_key
from indicators.models import Breakdown, Indicator, Observation, PlannedRelease
from portal.formatting import format_date
from portal.generation import current_generation
from portal.models import SiteSettings
from tests.factories.indicators import focus, make_indicator, make_live, make_release, make_source
from tests.factories.pages import make_editor, publish_page

pytestmark = pytest.mark.django_db


def test_front_page_answers_in_both_languages(client: Client) -> None:
    for language in ("fr", "en"):
        response = client.get(f"/{language}/")
        assert response.status_code == 200
        assert f'<html lang="{language}">' in response.content.decode()
        assert HomePage.objects.get(slug=language).issues_title in response.content.decode()


def test_root_leads_to_the_language_of_the_browser(client: Client) -> None:
    assert client.get("/", headers={"Accept-Language": "en"}).headers["Location"] == "/en/"
    assert client.get("/", headers={"Accept-Language": "de"}).headers["Location"] == "/fr/"


def test_goals_without_indicator_are_shown_as_not_followed(client: Client) -> None:
    assert client.get("/fr/").content.decode().count("Pas encore suivi") == 17


def test_front_page_sets_no_cookie_and_does_not_vary_by_cookie(client: Client) -> None:
    response = client.get("/fr/")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def edit(**fields: str) -> HomePage:
    """The French front page as the team changes it: written by one person, read by another."""
    page, author = HomePage.objects.get(slug="fr"), make_editor()
    for field, text in fields.items():
        setattr(page, field, text)
    page.save_revision(user=author)
    return publish_page(page, author=author)


def test_publishing_a_page_renews_the_generation() -> None:
    before = current_generation()
    edit(headline="Une autre phrase", forward_words="", backward_words="")
    assert current_generation() > before


def test_edited_texts_show_at_once_with_the_territory_named(client: Client) -> None:
    client.get("/fr/")
    edit(issues_title="Ce qui compte à {territoire}")
    assert "Ce qui compte à Nantes Métropole" in client.get("/fr/").content.decode()


def test_words_to_colour_must_stand_in_the_headline() -> None:
    page = HomePage.objects.get(slug="fr")
    page.forward_words = "gagner"
    with pytest.raises(ValidationError, match="pas dans la phrase"):
        page.full_clean()


def test_words_of_the_headline_are_coloured_and_nothing_else(client: Client) -> None:
    page = client.get("/fr/").content.decode()
    assert '<span class="fwd">avancer</span>, ou <span class="bwd">reculer</span>, Nantes Métropole</h1>' in page
    assert [words.text for words in headline("<b>plus</b>", "", "")] == ["<b>plus</b>"]


def test_front_page_reads_its_figures_in_eight_queries_whatever_their_number(django_assert_num_queries) -> None:
    for count in (1, 5):
        while front_page().indicator_count < count:
            make_live(make_release(make_indicator()))
        with django_assert_num_queries(8):
            assert front_page().indicator_count == count


def test_front_page_asks_fifteen_queries_at_most_when_it_is_not_cached(
    client: Client, django_assert_max_num_queries
) -> None:
    for values in ((100, 110, 121, 133, 146), (100, 90, 81, 73, 66)):
        publish(*values)
    client.get("/fr/indicateurs/")  # the menus and the identity are read once for all pages
    client.get("/fr/odd/")
    with django_assert_max_num_queries(15):
        assert client.get("/fr/").status_code == 200


def publish(*values: float, **fields: object) -> Indicator:
    """An indicator whose yearly values begin in 2019."""
    indicator = make_indicator(**({"direction": 1, "measure": "rate"} | fields))
    make_live(make_release(indicator, {str(2019 + rank): str(value) for rank, value in enumerate(values)}))
    return indicator


def test_both_ways_are_shown_with_value_unit_period_territory_and_start(client: Client) -> None:
    publish(10, 11, 12, 13, 14, title_fr="Ce qui monte")
    publish(14, 13, 12, 11, 10, title_fr="Ce qui baisse")
    page = text_of(client.get("/fr/").content.decode())
    assert "Ce qui monte 14,0 % en 2023, contre 10,0 % en 2019. Nantes Métropole." in page
    assert "Ce qui baisse 10,0 % en 2023, contre 14,0 % en 2019. Nantes Métropole." in page
    assert page.count("1 sur 2 indicateurs évalués") == 2
    assert page.count(f"Source : Producteur, {format_date(timezone.localdate())}.".replace("\u00a0", " ")) == 2


def test_a_provisional_figure_says_so() -> None:
    indicator = publish(10, 11, 12, 13, 14)
    Observation.objects.filter(release__indicator=indicator, period="2023").update(status="provisional")
    assert said(front_page().signals.improving)[0].when == "en 2023 (provisoire)"


def test_a_way_with_few_signals_says_why(client: Client) -> None:
    publish(10, 11, 12, 13, 14)
    publish(14, 14, 14, 14, 10, title_fr="Vacille")
    page = text_of(client.get("/fr/").content.decode())
    assert "Aucun indicateur ne se dégrade de façon sûre. Une tendance va dans ce sens mais reste fragile" in page
    assert "Rien d’autre ne s’améliore de façon sûre." in page


def test_a_fragile_trend_stands_apart_and_is_marked(client: Client) -> None:
    publish(14, 14, 14, 14, 10, title_fr="Vacille")
    page = text_of(client.get("/fr/").content.decode())
    assert "À confirmer" in page
    assert "Se dégrade nettement (fragile)" in page


def test_every_indicator_is_a_dot_with_its_goal_and_a_link(client: Client) -> None:
    publish(10, 11, 12, 13, 14, goals=(5,), title_fr="Parité", slug="parite")
    publish(1, 2, goals=(7,), title_fr="Soleil", slug="soleil")
    page = client.get("/fr/").content.decode()
    dot = '<a href="/fr/indicateurs/parite/" class="o5"><title>ODD\u00a05, Parité\u00a0: S’améliore nettement</title>'
    assert page.count(dot) == 2  # for a large screen and for a phone
    assert page.count("<title>ODD\u00a07, Soleil\u00a0: Non évalué</title>") == 2


def test_months_are_told_as_the_years_that_are_judged() -> None:
    indicator = make_indicator("mois", direction=1, unit_fr="%")
    release = make_release(indicator, {})
    months = [(year, month) for year in range(2019, 2024) for month in range(1, 13)]
    Observation.objects.bulk_create(
        Observation(
            release=release,
            territory=focus(),
            period=f"{year}-{month:02}",
            period_start=date(year, month, 1),
            granularity="month",
            breakdown=Breakdown.objects.get_or_create(key=breakdown_key({}))[0],
            value=Decimal(year - 2009),
        )
        for year, month in months
    )
    make_live(release)
    told = said(front_page().signals.improving)[0]
    assert (told.value, told.when) == ("14,0\u00a0%", "en moyenne mensuelle en 2023")
    assert told.start == "contre 10,0\u00a0% en moyenne mensuelle en 2019"


def test_issues_lead_to_their_indicators_and_say_when_there_are_none(client: Client) -> None:
    indicator = publish(10, 11, 12)
    indicator.priority_issues.set([2])
    type(indicator).priority_issues.through.objects.get_or_create(indicator_id=indicator.pk, priorityissue_id=2)
    page = client.get("/fr/").content.decode()
    assert 'href="/fr/indicateurs/?enjeu=2"' in page
    assert page.count("Aucun indicateur pour l’instant") == 9


def test_latest_updates_say_what_changed_and_next_ones_when(client: Client) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    publish(10, 11, source=make_source("demain", producer="Insee", next_expected=tomorrow), title_fr="Demain")
    publish(10, 11, source=make_source("hier", next_expected=tomorrow - timedelta(days=9)), title_fr="Hier")
    page = text_of(client.get("/fr/").content.decode())
    assert "Nouvel indicateur, chiffres jusqu’en 2020." in page
    assert page.count("À venir") == 1


def test_a_planned_date_replaces_the_one_of_the_source() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    source = make_source("plan", next_expected=tomorrow)
    publish(10, 11, source=source)
    planned = date(tomorrow.year + 1, 5, 1)
    PlannedRelease.objects.create(source=source, expected=planned, precision="month", created_by=make_editor())
    assert [expected_update(one).date for one in front_page().expected] == [f"À venir, mai {planned.year}"]


def test_the_menu_of_the_english_site_leads_to_its_views(client: Client) -> None:
    header = client.get("/en/").content.decode().partition("</header>")[0]
    assert 'href="/en/comparer/"' in header
    assert 'href="/en/recherche/"' in header


def test_without_any_figure_the_front_page_says_so_and_draws_nothing(client: Client) -> None:
    page = client.get("/fr/").content.decode()
    assert "Aucun indicateur n’est encore publié" in page
    assert "<circle" not in page


def test_the_door_of_companies_is_no_dead_link(client: Client) -> None:
    page = client.get("/fr/").content.decode()
    address = re.search(r'<a class="door" href="([^"]*)"><b>Évaluer mon entreprise', page)
    assert address
    assert address[1] == "#entreprises" or client.get(address[1]).status_code == 200
    assert 'id="entreprises"' in page


def test_every_link_of_the_header_and_of_the_foot_answers(client: Client) -> None:
    page = client.get("/fr/").content.decode()
    parts = page[page.index("<header") : page.index("</header>")] + page[page.index("<footer") :]
    links = re.findall(r'href="(/[^"]*)"', parts)
    assert "/fr/odd/" in links
    assert "/fr/articles/" not in links
    assert [link for link in links if client.get(link).status_code != 200] == []


def text_of(html: str) -> str:
    """What a reader sees, on one line, with ordinary spaces."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).replace("\u00a0", " ").replace("\u202f", " ").split())


def test_every_link_of_the_front_page_stays_below_the_sub_path_of_the_site(client: Client) -> None:
    make_live(make_release(make_indicator("emploi"), {"2024": "12"}))
    with override_script_prefix("/observatoire/"):
        page = client.get("/fr/").content.decode()
    links = re.findall(r'(?:href|src|action)="(/[^"]*)"', page)
    assert links
    assert [link for link in links if not link.startswith(("/observatoire/", "/static/"))] == []


@pytest.mark.parametrize(("language", "name"), [("fr", "Observatoire de Brumeval"), ("en", "Brumeval Observatory")])
def test_the_shared_title_says_what_the_site_is(client: Client, language: str, name: str) -> None:
    SiteSettings.objects.create(site_name_fr="Observatoire de Brumeval", site_name_en="Brumeval Observatory")
    page = client.get(f"/{language}/").content.decode()
    title = re.search(r'<meta property="og:title" content="(.*?)">', page)[1]
    assert title.startswith(name)
    assert len(title) > len(name)
    assert f"<title>{title}" in page
    assert '"@type": "WebSite"' in page


def test_the_team_may_give_the_front_page_a_title_of_its_own(client: Client) -> None:
    edit(seo_title="Brumeval en chiffres")
    assert '<meta property="og:title" content="Brumeval en chiffres">' in client.get("/fr/").content.decode()
