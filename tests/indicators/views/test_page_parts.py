"""Breakdowns, place among peers, map, commentary, notice and related indicators on the page, without JavaScript."""

import re
from datetime import date

import pytest

from indicators.models import Indicator, Observation, PeerGroup, Release, Territory, TerritoryGeometry
from portal import slots
from portal.generation import renew_generation
from tests.factories.indicators import add_rows, focus, make_indicator, make_live, make_release, make_territory

pytestmark = pytest.mark.django_db

YEARS = {"2021": "12.0", "2022": "12.5", "2023": "12.9"}


def published(values=None, **fields):
    indicator = make_indicator(**({"code": "ecart", "direction": -1, "measure": "points"} | fields))
    release = make_release(indicator, values or YEARS)
    make_live(release)
    return indicator, release


def page(client, indicator, query: str = "") -> str:
    response = client.get(f"/fr/indicateurs/{indicator.slug}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").replace("\u202f", " ").split())


def rows_of(html: str) -> list[str]:
    """The labels of the first table with bars."""
    return re.findall(r'<th scope="row">([^<]+)</th>', html.split('class="cbar')[1].split("</table>")[0])


def peers(count: int) -> list[Territory]:
    places = list(Territory.objects.filter(scheme="EPCI SIREN").exclude(pk=focus().pk).order_by("code")[:count])
    assert len(places) == count
    return places


def by_sex_and_age(release: Release) -> None:
    for year in YEARS:
        for sex, start in (("Femmes", 10), ("Hommes", 20)):
            add_rows(release, {year: str(start)}, breakdown={"sexe": sex})
            for place, age in enumerate(("moins de 30 ans", "30 à 49 ans", "50 ans et plus")):
                add_rows(release, {year: str(start + place)}, breakdown={"sexe": sex, "âge": age})


def test_each_combination_of_dimensions_is_a_view(client):
    indicator, release = published()
    by_sex_and_age(release)
    html = page(client, indicator)
    assert re.findall(r'name="vue" value="([^"]+)"', html) == ["temps", "sexe", "sexe,âge"]
    assert "Par sexe et âge" in html


def test_a_crossing_is_shown_in_groups_of_its_smaller_dimension_with_ages_in_order(client):
    indicator, release = published()
    by_sex_and_age(release)
    html = page(client, indicator, "?vue=sexe,âge")
    assert re.findall(r'scope="rowgroup" colspan="2">([^<]+)<', html) == ["Hommes", "Femmes"]
    assert rows_of(html) == ["Ensemble", *["Moins de 30 ans", "30 à 49 ans", "50 ans et plus"] * 2]


def test_categories_and_period_are_chosen_in_the_address(client):
    indicator, release = published()
    by_sex_and_age(release)
    html = page(client, indicator, "?vue=sexe,âge&c=Femmes&periode=2022")
    assert re.findall(r'scope="rowgroup" colspan="2">([^<]+)<', html) == ["Femmes"]
    assert '<option value="2022" selected>' in html
    assert "Nantes Métropole , 2022 (%)" in words(html)


def test_an_unknown_category_or_period_shows_the_latest_of_all(client):
    indicator, release = published()
    by_sex_and_age(release)
    html = page(client, indicator, "?vue=sexe&c=Inconnu&periode=1900")
    assert rows_of(html) == ["Ensemble", "Hommes", "Femmes"]
    assert '<option value="2023" selected>' in html


def test_the_reference_is_a_tick_on_the_bars_of_the_same_categories(client):
    indicator, release = published()
    country = Territory.objects.get(scheme="ISO3166-1 alpha-2", code="FR")
    add_rows(release, YEARS, territory=country)
    for label in ("Femmes", "Hommes"):
        add_rows(release, {"2023": "9"}, breakdown={"sexe": label})
        add_rows(release, {"2023": "11"}, breakdown={"sexe": label}, territory=country)
    html = page(client, indicator, "?vue=sexe")
    assert "et France (trait)" in html
    assert html.count('class="tk"') == 2


def test_each_category_has_its_small_chart_with_its_ends_in_words(client):
    indicator, release = published()
    by_sex_and_age(release)
    html = page(client, indicator, "?vue=sexe")
    assert html.count('class="small"') == 2
    assert "Hommes 20,0 % (2021) → 20,0 % (2023)" in words(html)
    assert "Même échelle partout : de 0 à" in words(html)


def test_the_table_has_the_categories_of_the_view(client):
    indicator, release = published()
    by_sex_and_age(release)
    table = page(client, indicator, "?vue=sexe").split('class="data"')[1]
    assert '<th scope="row">Hommes</th><td>20,0</td>' in table


def test_the_place_among_peers_is_said_with_its_order_ties_and_absences(client):
    indicator, release = published(
        peer_group=PeerGroup.objects.get(code="metropoles"),
    )
    first, second, third = peers(3)
    add_rows(release, {"2023": "10"}, territory=first)
    add_rows(release, {"2023": "12.9"}, territory=second)
    add_rows(release, {"2023": None}, territory=third, status="withheld")
    text = words(page(client, indicator))
    assert "Parmi les 22 métropoles 2e ex æquo sur 3 du plus faible au plus fort" in text
    assert f"Secret statistique : {third.name}." in text
    assert re.search(r"Sans valeur pour cette période : .*, 13 autres\.", text)


def test_the_ranking_is_a_table_where_equal_values_share_a_place(client):
    indicator, release = published(peer_group=PeerGroup.objects.get(code="metropoles"))
    first, second = peers(2)
    add_rows(release, {"2023": "10"}, territory=first)
    add_rows(release, {"2023": "12.9"}, territory=second)
    labels = rows_of(page(client, indicator, "?vue=rang"))
    assert labels[:3] == [f"1. {first.name}", "2. Nantes Métropole", f"2. {second.name}"]


def test_amounts_are_neither_ranked_nor_drawn_on_a_map(client):
    indicator, release = published(kind="amount", unit_fr="MWh", peer_group=PeerGroup.objects.get(code="metropoles"))
    for peer in peers(3):
        add_rows(release, {"2023": "10"}, territory=peer)
        TerritoryGeometry.objects.create(territory=peer, path="M0 0l9 0 0 9z", left=0, top=0, right=9, bottom=9)
    html = page(client, indicator, "?vue=rang")
    assert "Parmi" not in html
    assert "La vue demandée n’existe pas" in html
    assert 'value="carte"' not in html


def test_intervals_that_meet_are_no_clear_difference(client):
    indicator, release = published(peer_group=PeerGroup.objects.get(code="metropoles"))
    country = Territory.objects.get(scheme="ISO3166-1 alpha-2", code="FR")
    for place in (*peers(2), country):
        add_rows(release, {"2023": "12.5"}, territory=place)
    Observation.objects.filter(release=release, period="2023").update(lower="12", upper="13")
    html = page(client, indicator)
    assert "Pas de différence nette 12,5 % en 2023" in words(html)
    assert "Pas de différence nette avec 2 d’entre eux" in words(html)
    assert "<small>12,0 à 13,0</small>" in html
    assert 'class="wh"' in page(client, indicator, "?vue=rang")


def test_a_confidence_interval_is_a_band_with_its_sentence(client):
    indicator, release = published()
    Observation.objects.filter(release=release).update(lower="11", upper="14")
    html = page(client, indicator)
    assert 'class="bd"' in html
    assert "Bande claire : intervalle de confiance." in words(html)


def drawn(release: Release, count: int = 3) -> list[Territory]:
    places = [make_territory(f"4490{number}", parent=focus()) for number in range(count)]
    for number, place in enumerate(places):
        TerritoryGeometry.objects.create(
            territory=place, path=f"M{number} 0l9 0 0 9z", left=number, top=0, right=number + 9, bottom=9
        )
        add_rows(release, {"2022": str(10 + number), "2023": str(20 + number)}, territory=place)
    return places


def test_no_map_is_offered_without_outlines(client):
    indicator, _release = published()
    assert 'value="carte"' not in page(client, indicator)
    assert "La vue demandée n’existe pas" in page(client, indicator, "?vue=carte")


def test_the_map_has_titled_areas_a_legend_and_a_table_that_says_the_same(client):
    indicator, release = published()
    drawn(release)
    html = page(client, indicator, "?vue=carte")
    assert "<title>Territoire 44900 : 20,0\u00a0%</title>" in html.replace("\u00a0: ", " : ").replace("\u202f", " ")
    assert 'href="#tableau-carte"' in html
    assert rows_of(html) == ["Territoire 44902", "Territoire 44901", "Territoire 44900"]
    assert "3 teintes" in words(html)


def test_the_map_shows_the_period_chosen_and_hatches_what_has_no_value(client):
    indicator, release = published()
    place = drawn(release, 4)[3]
    Observation.objects.filter(release=release, territory=place, period="2022").update(value=None, status="withheld")
    html = page(client, indicator, "?vue=carte&periode=2022")
    assert 'class="kx"' in html
    assert "secret statistique" in html
    assert "10,0" in html
    assert "Commune, 2022 (%)" in html


def test_the_commentary_is_signed_and_dated(client):
    indicator, _release = published(
        commentary_fr="En 2023, 12,9 %.\n\nEn 2021, 12,0 %.",
        commentary_author="Équipe",
        commentary_date=date(2026, 11, 3),
    )
    text = words(page(client, indicator))
    assert "Ce que disent les chiffres En 2023, 12,9 %. En 2021, 12,0 %. Équipe, 3 novembre 2026." in text


def test_a_notice_says_its_kind(client):
    indicator, _release = published(notice_fr="Les chiffres de 2022 sont corrigés.", notice_kind="correction")
    html = page(client, indicator)
    assert '<p class="note warn"><b>Correction.</b> Les chiffres de 2022 sont corrigés.</p>' in html


def test_related_indicators_are_the_chosen_ones_then_those_of_the_same_goal(client):
    chosen = make_indicator("choisi", goals=(1,))
    make_live(make_release(chosen))
    same = make_indicator("voisin", goals=(8,))
    make_live(make_release(same))
    make_indicator("brouillon", goals=(8,), live=False)
    indicator, _release = published()
    indicator.related = [chosen]
    indicator.save()
    renew_generation()
    block = page(client, indicator).split("Indicateurs proches")[1].split("</ul>")[0]
    assert re.findall(r'href="/fr/indicateurs/([^/]+)/"', block) == ["choisi", "voisin"]


def test_goals_lead_to_their_pages_and_the_stories_of_higher_applications_are_shown(client, monkeypatch):
    slot = slots.Slot()
    slot.fill(lambda indicator: [slots.Story("Un article", "/fr/articles/un/", "3 novembre 2026")])
    monkeypatch.setattr(slots, "INDICATOR_STORIES", slot)
    indicator, _release = published()
    html = page(client, indicator)
    assert 'class="odd o8" href="/fr/odd/8/"' in html
    assert '<a href="/fr/articles/un/">Un article</a><small>3 novembre 2026</small>' in html


def test_the_target_is_the_last_line_of_the_table(client):
    indicator, _release = published(target_value="8", target_year=2030)
    html = page(client, indicator)
    assert re.search(r'<tr class="tgt"><th scope="row">Objectif 2030</th><td colspan="3">8\u00a0%', html)


def test_a_commentary_without_author_or_date_is_refused():
    indicator = Indicator(commentary_fr="En 2023, 12,9 %.")
    with pytest.raises(Exception, match="signé"):
        indicator.clean()
    indicator.commentary_author = "Équipe"
    with pytest.raises(Exception, match="daté"):
        indicator.clean()


def test_a_hole_in_the_line_says_whether_the_value_is_withheld(client):
    indicator, release = published()
    add_rows(release, {"2020": None}, status="withheld")
    assert "Trou dans la courbe : secret statistique." in words(page(client, indicator))
    add_rows(release, {"2019": None})
    renew_generation()
    assert "donnée absente ou couverte par le secret statistique" in words(page(client, indicator))
