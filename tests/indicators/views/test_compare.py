"""Territories side by side: what is compared, what is said of it, what is not, and the same table as files."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from indicators.models import Indicator, PeerGroup, Territory
from tests.factories.indicators import add_rows, focus, make_indicator, make_live, make_release, make_source

pytestmark = pytest.mark.django_db

FRANCE = "iso3166-1-alpha-2:FR"


def country() -> Territory:
    return Territory.objects.get(scheme="ISO3166-1 alpha-2", code="FR")


def metropolis(name: str) -> Territory:
    return Territory.objects.get(name_fr=name, level="epci")


def published(code: str, values=None, *, others=None, **fields) -> Indicator:
    """An indicator with a series at the focus and at `others` (a territory: its values)."""
    defaults = {"direction": -1, "measure": "points", "kind": "rate", "title_fr": f"Titre {code}"}
    indicator = make_indicator(code, **(defaults | fields))
    release = make_release(indicator, {"2023": "12.0", "2024": "11.8"} if values is None else values)
    for place, rows in (others or {}).items():
        add_rows(release, rows, territory=place)
    make_live(release)
    return indicator


def html(client, query: str = "", language: str = "fr") -> str:
    response = client.get(f"/{language}/comparer/{query}")
    assert response.status_code == 200
    return response.content.decode()


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).replace("\u00a0", " ").replace("\u202f", " ").split())


def heading(text: str) -> str:
    return " ".join(words(re.search(r"<h1.*?</h1>", text, re.S)[0]).replace(" .", ".").replace(" ,", ",").split())


def cells(text: str) -> list[list[str]]:
    lines = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", text.split('class="tt"')[1].split("</table>")[0], re.S)
    return [[words(cell) for cell in re.findall(r"<td.*?</td>", line, re.S)] for line in lines]


def test_the_heading_counts_what_is_better_and_what_is_worse_with_one_mark(client):
    published("a", others={country(): {"2024": "13"}})
    published("b", others={country(): {"2024": "14"}})
    published("c", direction=1, others={country(): {"2024": "12"}})
    text = html(client, f"?i=a&i=b&i=c&t={FRANCE}")
    assert heading(text) == "Sur ces trois indicateurs, Nantes fait mieux que la France deux fois, moins bien une fois."
    assert text.count("<mark>") == 1
    assert "Mieux que la France" in words(text)
    assert "Moins bien que la France" in words(text)


def test_one_indicator_and_nothing_but_worse_are_said_as_they_are(client):
    published("a", others={country(): {"2024": "10"}})
    published("b", others={country(): {"2024": "9"}})
    assert heading(html(client, f"?i=a&t={FRANCE}")) == "Sur cet indicateur, Nantes fait moins bien que la France."
    text = heading(html(client, f"?i=a&i=b&t={FRANCE}"))
    assert text == "Sur ces deux indicateurs, Nantes fait moins bien que la France deux fois."


def test_without_direction_nothing_is_better_or_worse_and_the_heading_is_neutral(client):
    published("a", direction=0, others={country(): {"2024": "13"}})
    text = html(client, f"?i=a&t={FRANCE}")
    assert heading(text) == "Nantes et d’autres territoires, sur un indicateur."
    assert "Mieux" not in words(text)


def test_values_that_look_equal_are_called_equal(client):
    published("a", others={country(): {"2024": "11.84"}})
    assert "Même valeur que la France" in words(html(client, f"?i=a&t={FRANCE}"))


def test_an_amount_is_shown_without_bar_and_says_why(client):
    published("a", unit_fr="GWh", unit_en="GWh", kind="amount", others={country(): {"2024": "5000"}})
    text = html(client, f"?i=a&t={FRANCE}")
    table = text.split('class="tt"')[1].split("</table>")[0]
    assert 'class="bar"' not in table
    assert "Une quantité grandit avec le territoire : elle ne se compare pas." in words(table)
    assert "fait mieux" not in heading(text)


def test_a_figure_read_on_a_larger_territory_says_so_and_another_stays_on_the_same_level(client):
    nantes_region = Territory.objects.get(scheme="COG département", code="44")
    rennes_region = Territory.objects.get(scheme="COG département", code="35")
    indicator = make_indicator("a", direction=-1, measure="points", kind="rate")
    release = make_release(indicator, {"2024": "5.0"}, territory=nantes_region)
    add_rows(release, {"2024": "6.0"}, territory=rennes_region)
    add_rows(release, {"2024": "9.0"}, territory=Territory.objects.get(scheme="COG région", code="75"))
    make_live(release)
    text = html(client, "?i=a&t=epci-siren:243500139&t=epci-siren:243300316")
    assert cells(text) == [["5,0 % Loire-Atlantique", "6,0 % Ille-et-Vilaine", "nd"]]
    assert "Mieux que Rennes" in words(text)


def test_missing_withheld_and_provisional_are_said(client):
    indicator = make_indicator("a", direction=-1, measure="points", kind="rate")
    release = make_release(indicator, {"2023": "12"})
    add_rows(release, {"2024": "11"}, status="provisional")
    add_rows(release, {"2024": None}, territory=metropolis("Rennes Métropole"), status="withheld")
    add_rows(release, {"2024": "10"}, territory=country())
    make_live(release)
    text = html(client, f"?i=a&t={FRANCE}&t=epci-siren:243500139&t=epci-siren:243300316")
    assert cells(text) == [["11,0 %", "10,0 %", "s", "nd"]]
    assert "2024, provisoire" in words(text)
    assert "s secret statistique." in words(text)
    assert "nd non disponible." in words(text)


def test_territories_are_compared_for_one_period_that_they_share(client):
    published("a", {"2022": "12", "2024": "11"}, others={country(): {"2022": "13", "2023": "12.5"}})
    assert cells(html(client, f"?i=a&t={FRANCE}")) == [["12,0 %", "13,0 %"]]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?i=a&t=epci-siren:0", "Un des territoires de l’adresse n’existe pas : il est laissé de côté."),
        ("?i=a&i=rien", "Un des indicateurs de l’adresse n’est pas publié : il est laissé de côté."),
        ("?i=%00&t=:&courbe=%00", "Un des territoires de l’adresse n’existe pas : il est laissé de côté."),
        ("?i=a&territoire=zzzzzz", "Aucun territoire ne s’appelle « zzzzzz »."),
        ("?i=a&indicateur=zzzzzz", "Aucun indicateur ne s’appelle « zzzzzz »."),
    ],
)
def test_what_does_not_exist_is_a_sentence(client, query, sentence):
    published("a", others={country(): {"2024": "13"}})
    assert sentence in words(html(client, query))


def test_at_most_five_territories_and_eight_indicators_are_shown(client):
    for number in range(10):
        published(f"i{number}", others={country(): {"2024": "13"}})
    places = PeerGroup.objects.get(code="metropoles").territories.exclude(is_focus=True).order_by("pk")[:6]
    query = "&".join([*(f"i=i{number}" for number in range(10)), *(f"t=epci-siren:{place.code}" for place in places)])
    text = html(client, f"?{query}")
    assert [len(line) for line in cells(text)] == [5] * 8
    assert "Au plus quatre territoires et huit indicateurs" in words(text)


def test_a_name_typed_is_added_to_the_address(client):
    published("a", others={country(): {"2024": "13"}})
    published("b", title_fr="Écart de salaire", title_en="Wage gap")
    answer = client.get(f"/fr/comparer/?i=a&t={FRANCE}&territoire=rennes+metropole&indicateur=ECART+de+salaire")
    assert answer.status_code == 302
    assert answer["Location"] == f"/fr/comparer/?i=a&i=b&t={FRANCE}&t=epci-siren:243500139"


def test_a_name_that_several_share_gives_links_to_each(client):
    published("a", others={country(): {"2024": "13"}})
    text = html(client, f"?i=a&t={FRANCE}&territoire=saint")
    assert "Plusieurs territoires ressemblent à « saint ». Lequel ajouter ?" in words(text)
    link = re.search(r'class="near"><li><a href="([^"]+)"', text)[1].replace("&amp;", "&")
    assert len(cells(html(client, link.removeprefix("/fr/comparer/")))[0]) == 3


def test_the_address_keeps_the_choice_and_every_link_starts_from_it(client):
    published("a", others={country(): {"2024": "13"}})
    published("b", others={country(): {"2024": "13"}})
    text = html(client, f"?i=b&i=a&t={FRANCE}")
    assert f'comparer/?i=b&amp;i=a&amp;t={FRANCE}" data-copy=' in text
    assert f'href="/fr/comparer/donnees.csv?i=b&amp;i=a&amp;t={FRANCE}"' in text
    assert f'href="/fr/comparer/?i=a&amp;t={FRANCE}"' in text


def test_before_any_choice_the_country_two_peers_and_comparable_indicators_are_shown(client):
    peers = {metropolis("Rennes Métropole"): {"2024": "13"}, metropolis("Bordeaux Métropole"): {"2024": "12"}}
    published("commun", others={country(): {"2024": "13"}} | peers)
    published("seul")
    published("quantite", unit_fr="GWh", kind="amount", others={country(): {"2024": "5000"}})
    text = html(client)
    assert text.index("Titre commun") < text.index("Titre seul")
    assert "Titre quantite" not in text.split('class="tt"')[1].split("</table>")[0]
    assert len(cells(text)[0]) == 4


def test_nothing_published_is_said(client):
    assert "Rien à comparer encore" in words(html(client))


def test_the_curve_of_the_indicator_asked_for_is_drawn_with_its_source_and_table(client):
    source = make_source("insee", producer="Insee", name_fr="Filosofi")
    for code in ("a", "b", "c"):
        published(code, {"2019": "9", "2022": "12", "2024": "11"}, others={country(): {"2024": "13"}}, source=source)
    text = html(client, f"?i=a&i=b&i=c&t={FRANCE}&courbe=b")
    assert '<option value="b" selected>' in text
    assert "Titre b. Nantes Métropole\u00a0: de 9,0\u00a0% (2019) à 11,0\u00a0% (2024)." in text
    assert "Source : Insee, Filosofi, version 1 du" in words(text)
    assert text.count("data-figure") == 1


def test_two_indicators_are_drawn_one_above_the_other_on_the_same_years(client):
    published("a", {"2018": "9", "2020": "12", "2024": "11"})
    published("b", {"2020": "9", "2022": "12", "2023": "11"}, unit_fr="€", kind="rate")
    text = html(client, "?i=a&i=b")
    assert text.count("data-figure") == 2
    assert "Deux indicateurs sur les mêmes années, chacun avec son échelle." in text
    years = [re.findall(r'class="xl"[^>]*>(\d{4})<', part) for part in text.split("data-figure")[1:]]
    assert [found[0] for found in years] == ["2020", "2020"]


def test_the_cloud_of_two_indicators_needs_eight_territories_and_claims_no_cause(client):
    places = list(PeerGroup.objects.get(code="metropoles").territories.exclude(is_focus=True).order_by("pk")[:8])
    few = {place: {"2024": "13"} for place in places[:6]}
    published("a", others={place: {"2024": str(10 + rank)} for rank, place in enumerate(places)})
    published("b", others={place: {"2024": str(20 - rank)} for rank, place in enumerate(places)})
    published("c", others=few)
    text = html(client, "?i=a&i=b")
    assert "9 territoires en 2024. Nantes : 11,8 % et 11,8 %." in words(text)
    assert "ne disent pas que l’une cause l’autre" in words(text)
    assert text.count('class="sp') == 9
    assert str(places[0].name) in text.split("Les deux valeurs de chaque territoire")[1]
    assert "ne disent pas" not in words(html(client, "?i=a&i=c"))


def test_the_file_holds_each_cell_with_where_it_comes_from(client):
    source = make_source("insee", producer="Insee", name_fr="Filosofi")
    published("a", others={country(): {"2024": "13"}}, source=source, title_fr="=piège")
    response = client.get(f"/fr/comparer/donnees.csv?i=a&t={FRANCE}&t=epci-siren:243500139")
    lines = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [(line["territory_name"], line["value"], line["status"]) for line in lines] == [
        ("Nantes Métropole", "11.8", ""),
        ("France", "13", ""),
        ("Rennes Métropole", "", "missing"),
    ]
    assert (lines[0]["compared_with"], lines[0]["verdict"]) == ("France", "better")
    for line in lines:
        assert line["title"] == "'=piège"
        assert (line["source"], line["licence"], line["version"]) == ("Insee, Filosofi", "Licence Ouverte 2.0", "1")


def test_the_workbook_equals_the_csv(client):
    published("a", others={country(): {"2024": "13.25"}})
    published("b", unit_fr="€", others={country(): {"2024": "-4"}})
    query = f"?i=a&i=b&t={FRANCE}"
    text = client.get(f"/fr/comparer/donnees.csv{query}").content.decode("utf-8-sig")
    answer = client.get(f"/fr/comparer/donnees.xlsx{query}")
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))["Comparaison"]
    rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows == list(csv.reader(io.StringIO(text)))


def test_a_source_that_may_not_be_redistributed_gives_no_figure_to_files(client):
    published("a", others={country(): {"2024": "13"}}, source=make_source("prive", is_redistributable=False))
    lines = client.get(f"/fr/comparer/donnees.csv?i=a&t={FRANCE}").content.decode("utf-8-sig").splitlines()
    assert "11.8" not in lines[1]
    assert "11,8" in html(client, f"?i=a&t={FRANCE}")


def test_the_page_costs_the_same_queries_whatever_is_compared(client):
    for number in range(8):
        published(f"i{number}", others={country(): {"2024": "13"}})
    html(client)  # what is read once for all
    counts = []
    rennes = f"{FRANCE}&t=epci-siren:243500139"
    for chosen, place in ((3, rennes), (8, f"{rennes}&t=epci-siren:243300316")):
        query = "&".join(f"i=i{number}" for number in range(chosen))
        with CaptureQueriesContext(connection) as captured:
            html(client, f"?{query}&t={place}")
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[0] <= 15


def test_the_page_sets_no_cookie_and_has_no_inline_style(client):
    published("a", others={country(): {"2024": "13"}})
    answer = client.get(f"/fr/comparer/?i=a&t={FRANCE}")
    assert not answer.cookies
    assert " style=" not in answer.content.decode()
    assert focus().name in answer.content.decode()


@pytest.mark.parametrize("file", ["donnees.csv", "donnees.xlsx"])
def test_a_file_of_unknown_indicators_is_no_file_of_others(client, file):
    assert client.get(f"/fr/comparer/{file}?i=zzz").status_code == 404
