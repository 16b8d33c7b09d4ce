"""A chart has a title, words for who does not see it, and a source line that prints itself."""

import re

import pytest

from indicators.models import Territory
from tests.factories.blocks import chart_value, refusals, rendered
from tests.factories.indicators import add_rows, focus, make_indicator, make_live, make_release, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def france():
    return Territory.objects.get(level="country", code="FR")


@pytest.fixture
def indicator(france):
    source = make_source("insee", producer="Insee", name_fr="Filosofi")
    one = make_indicator("pauvrete", title_fr="Taux de pauvreté", kind="rate", source=source)
    one.chart_description_fr = "Une hausse continue."
    one.save_revision(clean=False)
    type(one).objects.filter(pk=one.pk).update(chart_description_fr="Une hausse continue.")
    release = make_release(one, {str(year): str(year - 2000) for year in range(2010, 2024)})
    add_rows(release, {str(year): "30" for year in range(2010, 2024)}, territory=france)
    add_rows(release, {"2023": "3"}, breakdown={"sexe": "Femmes"})
    add_rows(release, {"2023": "4"}, breakdown={"sexe": "Hommes"})
    add_rows(release, {"2020": "1"}, breakdown={"sexe": "Femmes"})
    add_rows(release, {"2020": "2"}, breakdown={"sexe": "Hommes"})
    make_live(release)
    return one


def test_a_chart_prints_its_source_its_date_and_the_way_to_its_data(indicator):
    html = rendered(("chart", chart_value(indicator)))
    assert "Source\u00a0: Insee, Filosofi." in html
    assert "Mise à jour du" in html
    assert 'href="/fr/indicateurs/pauvrete/donnees.csv"' in html
    assert 'aria-label="Ce que l’on voit."' in html
    assert "Lire ce graphique en mots" in html
    assert "En %, de 2010 à 2023." in html


def test_without_a_choice_the_lines_are_the_territory_and_its_country(indicator):
    html = rendered(("chart", chart_value(indicator)))
    assert re.findall(r'<tr[^>]*> ?<th scope="row">([^<]+)', html) == [focus().name, "France"]


def test_two_charts_of_a_page_have_their_own_data(indicator):
    html = rendered(("chart", chart_value(indicator)), ("chart", chart_value(indicator, start=2020)))
    assert re.findall(r'id="(serie-[^"]+)"', html) == ["serie-b0", "serie-b1"]


def test_the_range_of_years_is_kept_to(indicator):
    html = rendered(("chart", chart_value(indicator, start=2015, end=2018)))
    assert "En %, de 2015 à 2018." in html
    assert "2023" not in re.sub(r"Mise à jour du[^.]*\.", "", html)


def test_a_range_without_values_leaves_a_sentence(indicator):
    assert "n’a de valeur" in rendered(("chart", chart_value(indicator, start=1990, end=1995)))


def test_bars_by_category_are_those_of_the_last_year_or_of_the_year_asked(indicator):
    html = rendered(("chart", chart_value(indicator, kind="breakdown")))
    assert "Hommes" in html
    assert ">4,0<" in html
    two = rendered(
        ("chart", chart_value(indicator, kind="breakdown")),
        ("chart", chart_value(indicator, kind="breakdown", end=2020)),
    )
    assert ">4,0<" in two
    assert ">2,0<" in two


def test_bars_by_territory_put_the_territory_first(indicator, france):
    html = rendered(("chart", chart_value(indicator, kind="territories", territories=[france.pk])))
    assert html.index(focus().name) < html.index("France")
    assert ">30,0<" in html


def test_a_frozen_chart_says_so_and_links_to_its_own_data(indicator):
    make_live(make_release(indicator, {"2023": "23", "2024": "66.6"}))
    html = rendered(("chart", chart_value(indicator, version=1)))
    assert "Graphique figé à la version du" in html
    assert 'href="/fr/indicateurs/pauvrete/versions/1/donnees.csv"' in html
    assert "Voir la version à jour" in html
    assert "66,6" not in html


def test_submission_wants_a_title_and_a_description_and_proposes_one(indicator):
    assert "Une hausse continue." in refusals("chart", chart_value(indicator, description=""))[0]
    assert refusals("chart", chart_value(indicator, title="")) != []
    assert refusals("chart", chart_value(indicator, title="", description=""), draft=True) == []


def test_submission_refuses_what_the_figures_cannot_draw(indicator):
    elsewhere = Territory.objects.filter(level="commune").first()
    assert refusals("chart", chart_value(indicator, territories=[elsewhere.pk])) == [
        f"{elsewhere.name} n’a pas de valeur pour cet indicateur."
    ]
    assert "Choix\u00a0: sexe." in refusals("chart", chart_value(indicator, kind="breakdown", dimension="âge"))[0]
    assert refusals("chart", chart_value(indicator, kind="territories")) != []
    assert refusals("chart", chart_value(indicator, start=2020, end=2010)) != []
    plain = make_indicator("sans-categorie")
    make_live(make_release(plain))
    assert refusals("chart", chart_value(plain, kind="breakdown")) != []


def test_the_heading_of_a_chart_never_skips_a_level(indicator):
    chart = ("chart", chart_value(indicator))
    assert '<h2 class="h3">Titre du graphique</h2>' in rendered(chart)
    assert "<h3>Titre du graphique</h3>" in rendered(("heading", {"text": "Partie", "level": "h2"}), chart)
