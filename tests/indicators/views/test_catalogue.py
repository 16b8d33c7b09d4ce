"""The catalogue: each filter, what they leave, their order, and the same list as a file."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from indicators.models import Publication, Territory
from tests.factories.indicators import make_department, make_indicator, make_live, make_release, make_source

pytestmark = pytest.mark.django_db

FALLING = {"2019": "16.0", "2020": "15.1", "2021": "14.0", "2022": "13.2", "2023": "12.5", "2024": "11.8"}
FLAT = {str(year): "50.0" for year in range(2019, 2025)}


def published(code: str, values=None, *, territory=None, days_ago: int = 0, **fields):
    indicator = make_indicator(code, **({"direction": -1, "measure": "points"} | fields))
    publication = make_live(make_release(indicator, FALLING if values is None else values, territory=territory))
    moment = timezone.now() - timedelta(days=days_ago)
    Publication.objects.filter(pk=publication.pk).update(published_at=moment)
    return indicator


@pytest.fixture
def catalogue():
    """Four indicators, each unlike the others."""
    late = make_source("retard", next_expected=timezone.localdate() - timedelta(days=23))
    country = Territory.objects.get(scheme="ISO3166-1 alpha-2", code="FR")
    wage = published("ecart", title_fr="Écart de salaire", title_en="Wage gap", goals=(5, 8), days_ago=3)
    accidents = published("accidents", direction=1, title_fr="Accidents", goals=(8, 3), source=late, days_ago=2)
    homes = published("logements", FLAT, title_fr="Zones de logements", goals=(11,), days_ago=1)
    waste = published("dechets", {"2024": "5"}, territory=country, title_fr="Déchets triés", goals=(12,))
    wage.priority_issues = [6]
    wage.save()
    type(waste).objects.filter(pk=waste.pk).update(department=make_department("proprete", name_fr="Propreté"))
    return wage, accidents, homes, waste


def titles(client, query: str = "", language: str = "fr") -> list[str]:
    response = client.get(f"/{language}/indicateurs/{query}")
    assert response.status_code == 200
    results = response.content.decode().split('id="resultats"')[1].split('class="row lh lh2"')[0]
    return re.findall(r"<h3><a href=[^>]+>(.*?)</a>", results)


def words(client, query: str = "", language: str = "fr") -> str:
    html = client.get(f"/{language}/indicateurs/{query}").content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Déchets triés", "Zones de logements", "Accidents", "Écart de salaire"]),
        ("?odd=5", ["Écart de salaire"]),
        ("?odd=5&odd=11", ["Zones de logements", "Écart de salaire"]),
        ("?odd=8&tendance=degrade", ["Accidents"]),
        ("?tendance=ameliore", ["Écart de salaire"]),
        ("?tendance=stable", ["Zones de logements"]),
        ("?tendance=inconnue", ["Déchets triés"]),
        ("?tendance=stable&tendance=inconnue", ["Déchets triés", "Zones de logements"]),
        ("?enjeu=6", ["Écart de salaire"]),
        ("?niveau=country", ["Déchets triés"]),
        ("?direction=proprete", ["Déchets triés"]),
        ("?fraicheur=en-retard", ["Accidents"]),
        ("?fraicheur=a-jour", ["Déchets triés", "Zones de logements", "Écart de salaire"]),
        ("?q=ecarts+salaires", ["Écart de salaire"]),
        ("?q=D%C3%89CHET", ["Déchets triés"]),
        ("?q=logem", ["Zones de logements"]),
        ("?q=&odd=&tri=", ["Déchets triés", "Zones de logements", "Accidents", "Écart de salaire"]),
        ("?tri=alphabetique", ["Accidents", "Déchets triés", "Écart de salaire", "Zones de logements"]),
        ("?tri=odd", ["Accidents", "Écart de salaire", "Zones de logements", "Déchets triés"]),
    ],
)
def test_each_filter_keeps_what_it_names(client, catalogue, query, expected):
    assert titles(client, query) == expected


def test_words_are_stemmed_in_the_language_of_the_page(client, catalogue):
    assert titles(client, "?q=wages", "en") == ["Wage gap"]
    assert titles(client, "?q=wages") == []


def test_the_title_counts_the_whole_catalogue_whatever_the_filters(client, catalogue):
    assert "4 indicateurs. 1 s’améliore, 1 se dégrade" in words(client, "?odd=11")


def test_each_applied_filter_is_a_chip_that_removes_it(client, catalogue):
    html = client.get("/fr/indicateurs/?odd=8&tendance=degrade&q=accident").content.decode()
    assert 'href="/fr/indicateurs/?q=accident&amp;tendance=degrade">ODD\u00a08' in html
    assert 'href="/fr/indicateurs/?q=accident&amp;odd=8">Se dégrade' in html
    assert "Filtrer (3)" in words(client, "?odd=8&tendance=degrade&q=accident")


def test_what_one_filter_less_would_add_is_shown_nearest_first(client, catalogue):
    text = words(client, "?odd=8&tendance=degrade")
    assert "1 indicateur ODD 8" in text
    assert "1 autre sans le filtre « Se dégrade » Retirer ce filtre" in text
    assert text.index("1 autre sans") < text.index("Écart de salaire")


def test_no_result_says_which_filter_to_remove(client, catalogue):
    text = words(client, "?odd=11&tendance=degrade")
    assert "Aucun indicateur ne répond à tous ces filtres. Retirez-en un." in text
    assert "1 indicateur sans le filtre « Se dégrade »" in text


def test_no_result_even_with_one_filter_less_offers_to_remove_them_all(client, catalogue):
    text = words(client, "?odd=14&enjeu=3&tendance=stable")
    assert "même en en retirant un. Retirer tous les filtres" in text
    assert "ODD 14" in text


def test_a_filter_that_does_not_exist_is_said_and_left_aside(client, catalogue):
    query = "?odd=99&tendance=xx&niveau=%00&direction=nulle&enjeu=77&tri=zz&page=zz&q=%00"
    assert "Un filtre de l’adresse n’existe pas : il est laissé de côté." in words(client, query)
    assert len(titles(client, query)) == 4


def test_late_figures_say_for_how_long_and_every_row_its_territory_and_date(client, catalogue):
    text = words(client, "?odd=3")
    assert "Lu sur : Nantes Métropole." in text
    assert "en retard de 23 jours" in text


def test_the_list_is_cut_into_pages_of_ten(client):
    for number in range(13):
        published(f"i{number:02}", FLAT, title_fr=f"Indicateur {number:02}")
    assert len(titles(client, "?tri=alphabetique")) == 10
    assert titles(client, "?tri=alphabetique&page=2") == ["Indicateur 10", "Indicateur 11", "Indicateur 12"]
    assert titles(client, "?tri=alphabetique&page=99") == titles(client, "?tri=alphabetique&page=2")
    html = client.get("/fr/indicateurs/?tri=alphabetique").content.decode()
    assert 'href="/fr/indicateurs/?tri=alphabetique&amp;page=2"' in html


def test_the_file_holds_exactly_what_is_listed_on_all_pages(client, catalogue):
    response = client.get("/fr/indicateurs/liste.csv?odd=8&odd=12")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    lines = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [line["title"] for line in lines] == titles(client, "?odd=8&odd=12")
    accident = next(line for line in lines if line["indicator"] == "accidents")
    assert (accident["value"], accident["period"], accident["trend"]) == ("11.8", "2024", "worsens_clearly")
    assert accident["territory_name"] == "Nantes Métropole"


def test_a_formula_in_a_title_is_harmless_in_the_file(client):
    published("piege", title_fr="=1+1")
    assert "'=1+1" in client.get("/fr/indicateurs/liste.csv").content.decode()


def test_an_empty_catalogue_says_so(client):
    assert "Aucun indicateur n’est encore publié" in words(client)


@pytest.mark.parametrize("query", ["", "?odd=8&tendance=degrade&q=salaire&enjeu=6"])
def test_the_list_costs_the_same_queries_whatever_its_length(client, query):
    counts = []
    for total in (1, 6):
        for number in range(total):
            published(f"i{total}-{number}")
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/{'fr' if total == 1 else 'en'}/indicateurs/{query}")
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[0] <= 14
