"""What a visitor reads on the page of an indicator, without JavaScript."""

import json
import re
from decimal import Decimal

import pytest
from django.urls import reverse

from indicators.models import Release, ReleaseImport, Target, Territory
from portal.generation import renew_generation
from portal.models import SiteSettings
from tests.factories.indicators import (
    add_rows,
    focus,
    make_indicator,
    make_live,
    make_release,
    make_source,
    make_territory,
)

pytestmark = pytest.mark.django_db

FALLING = {"2019": "16.0", "2020": "15.1", "2021": "14.0", "2022": "13.2", "2023": "12.5", "2024": "11.8"}


def country() -> Territory:
    return Territory.objects.get(scheme="ISO3166-1 alpha-2", code="FR")


def published(values=None, **fields):
    defaults = {"direction": -1, "measure": "points", "title_fr": "Écart de salaire", "code": "ecart"}
    indicator = make_indicator(**(defaults | fields))
    release = make_release(indicator, FALLING if values is None else values)
    make_live(release)
    return indicator, release


def page(client, indicator, query: str = "", language: str = "fr") -> str:
    response = client.get(f"/{language}/indicateurs/{indicator.slug}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").replace("\u202f", " ").split())


def test_the_page_opens_with_a_sentence_whose_figure_is_marked(client):
    indicator, _release = published()
    html = page(client, indicator)
    assert "<mark>11,8\u00a0%</mark>" in html
    assert "Nantes Métropole : 11,8 % en 2024." in words(html)


def test_the_sentence_of_the_editor_is_filled_and_never_evaluated(client):
    indicator, _release = published(sentence_fr="À {territoire}, {valeur} en {période} {0.__class__} <i>.")
    html = page(client, indicator)
    assert "À Nantes Métropole, <mark>11,8\u00a0%</mark> en 2024 {0.__class__} &lt;i&gt;." in html


def test_trend_target_and_territory_are_said_in_words(client):
    indicator, _release = published(target_value=Decimal(8), target_year=2030)
    text = words(page(client, indicator))
    assert "Nantes Métropole, tendance depuis 2019 S’améliore nettement de 16,0 % à 11,8 %" in text
    assert "Objectif 2030 : 8 % En bonne voie" in text
    assert "version 1." in text


def test_the_reference_territory_is_compared_for_the_same_period(client):
    indicator, release = published()
    add_rows(release, {"2019": "14.0", "2023": "13.5", "2024": "13.0"}, territory=country())
    text = words(page(client, indicator))
    assert "Comparaison : France 1,2 point de moins 13,0 % en 2024" in text


def test_a_reference_without_the_same_period_is_not_compared(client):
    indicator, release = published()
    add_rows(release, {"2023": "13.5"}, territory=country())
    assert "Comparaison : France Pas de valeur en 2024" in words(page(client, indicator))


def test_amounts_are_not_compared_with_a_larger_territory(client):
    indicator, release = published(unit_fr="MWh", kind="amount")
    add_rows(release, {"2024": "9999"}, territory=country())
    assert "Comparaison" not in words(page(client, indicator))


def test_a_trend_that_hangs_on_one_year_is_marked_fragile(client):
    values = {"2020": "3.71", "2021": "4.53", "2022": "4.05", "2023": "4.64", "2024": "4.32"}
    indicator, _release = published(values, measure="rate")
    text = words(page(client, indicator))
    assert "Se dégrade nettement fragile" in text
    assert "dépend de l’année de départ ou de fin" in text


def test_a_trend_that_cannot_be_judged_gives_its_reason(client):
    indicator, _release = published({"2023": "5", "2024": "6"})
    assert "Non évalué moins de 3 valeurs comparables sur 3 ans" in words(page(client, indicator))


def test_a_trend_decided_by_a_person_shows_the_reason(client):
    indicator, release = published()
    Release.objects.filter(pk=release.pk).update(
        override_trend="stable", override_reason_fr="La méthode de l’enquête change."
    )
    text = words(page(client, indicator))
    assert "Stable décision motivée plus bas" in text
    assert "La méthode de l’enquête change." in text


def test_withheld_missing_and_provisional_values_are_said_and_only_their_marks_explained(client):
    indicator, release = published({"2022": "12.0", "2023": "12.5"})
    add_rows(release, {"2024": None}, status="withheld")
    add_rows(release, {"2021": "11"}, status="provisional")
    html = page(client, indicator)
    assert '<abbr title="secret statistique">s</abbr>' in html
    assert '11,0<abbr title="provisoire">p</abbr>' in html
    assert "s secret statistique." in words(html)
    assert "rupture de série." not in words(html)


def test_a_period_without_row_is_shown_as_missing(client):
    indicator, release = published({"2022": "12.0", "2024": "12.5"})
    add_rows(release, {"2023": "13"}, territory=country())
    assert '<abbr title="non disponible">nd</abbr>' in page(client, indicator)


def test_the_table_shows_twelve_periods_and_says_where_the_others_are(client):
    indicator, _release = published({str(year): "5" for year in range(2000, 2025)})
    html = page(client, indicator)
    header = re.search(r"<thead><tr>(.*?)</tr>", html, re.S)[1]
    assert re.findall(r">(\d{4})<", header) == [str(year) for year in range(2024, 2012, -1)]
    assert "Les périodes plus anciennes sont dans les fichiers." in words(html)


def test_source_licence_definition_and_next_update_are_on_the_page(client):
    source = make_source(
        "insee", producer="Insee", licence="Licence Ouverte 2.0", origin_note_fr="Calcul de l’observatoire."
    )
    indicator, _release = published(source=source, limits_fr="Le temps partiel pèse.", scope_fr="Salariés du privé.")
    text = words(page(client, indicator))
    for expected in (
        "Insee",
        "Licence Ouverte 2.0",
        "Calcul de l’observatoire.",
        "Le temps partiel pèse.",
        "Salariés du privé.",
    ):
        assert expected in text


def test_chosen_territories_are_drawn_and_stay_in_the_form(client):
    indicator, release = published()
    add_rows(release, {"2024": "13.0"}, territory=country())
    html = page(client, indicator, "?vue=temps&t=iso3166-1-alpha-2:FR")
    assert 'value="iso3166-1-alpha-2:FR" id="t-1" checked' in html
    assert '<th scope="row">France</th>' in html
    assert '<th scope="row">France</th>' not in page(client, indicator, "?vue=temps")


@pytest.mark.parametrize("query", ["?t=epci-siren:0", "?t=%00", "?t=:", "?t=" + "x" * 5000])
def test_an_unknown_territory_is_a_sentence_and_not_an_error(client, query):
    indicator, _release = published()
    assert "n’a pas de série pour cet indicateur" in words(page(client, indicator, query))


@pytest.mark.parametrize(
    "query", ["?vue=inconnue", "?vue=%F0%9F%98%80", "?periode=2050&vue=sexe", "?vue=temps&periode=%00"]
)
def test_an_unknown_view_or_period_shows_the_page(client, query):
    indicator, _release = published()
    assert "11,8 %" in words(page(client, indicator, query))


def test_a_breakdown_is_shown_as_bars_with_withheld_categories_in_words(client):
    indicator, release = published()
    add_rows(release, {"2024": "14.5"}, breakdown={"âge": "50 ans et plus"})
    add_rows(release, {"2024": "6.5"}, breakdown={"âge": "15 à 29 ans"})
    add_rows(release, {"2024": None}, breakdown={"âge": "30 à 49 ans"}, status="withheld")
    html = page(client, indicator, "?vue=âge")
    labels = re.findall(r'<th scope="row">(\d\d[^<]+)</th>', html.split("<tbody>")[1])
    assert labels == ["15 à 29 ans", "30 à 49 ans", "50 ans et plus"]
    assert html.count('<rect x="') == 3  # the whole, and the two categories that have a value
    assert "secret statistique" in html


def test_an_unpublished_indicator_is_not_found(client):
    indicator = make_indicator("brouillon", live=False)
    make_release(indicator)
    without_release = make_indicator("sans-chiffre")
    for slug in (indicator.slug, without_release.slug, "inconnu"):
        response = client.get(f"/fr/indicateurs/{slug}/")
        assert response.status_code == 404
        assert "Cette page n’existe pas" in response.content.decode()


def test_an_indicator_without_any_value_around_the_focus_says_so(client):
    indicator = make_indicator("loin")
    make_live(make_release(indicator, {"2024": "3"}, territory=make_territory("99999")))
    assert "Pas encore de valeur à montrer ici" in words(page(client, indicator))


def test_the_nearest_enclosing_territory_is_read_when_the_focus_has_no_series(client):
    indicator = make_indicator("loire")
    departement = focus().parent
    make_live(make_release(indicator, FALLING, territory=departement))
    assert f"{departement.name} : 11,8 % en 2024." in words(page(client, indicator))


def test_the_page_sets_no_cookie_and_is_the_same_for_everybody(client):
    indicator, _release = published()
    response = client.get(f"/fr/indicateurs/{indicator.slug}/")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert response.headers["Cache-Control"] == "public, no-cache"


def test_the_page_has_no_inline_style_and_no_inline_script(client):
    indicator, release = published()
    add_rows(release, {"2024": "13.0"}, territory=country())
    html = re.sub(r"<textarea.*?</textarea>", "", page(client, indicator), flags=re.S)  # code to copy is text
    assert " style=" not in html
    scripts = re.findall(r"<script([^>]*)>", html)
    assert all("src=" in script or "json" in script for script in scripts)


def test_search_engines_get_a_dataset_a_canonical_address_and_both_languages(client):
    indicator, _release = published()
    html = page(client, indicator)
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])
    assert (data["@type"], data["license"], data["version"]) == ("Dataset", "Licence Ouverte 2.0", "1")
    assert f'rel="canonical" href="http://127.0.0.1:8000/fr/indicateurs/{indicator.slug}/"' in html
    assert 'hreflang="en"' in html
    assert '<meta name="description" content="Nantes Métropole' in html


def test_the_dataset_is_published_by_whoever_runs_the_site(client):
    SiteSettings.objects.create(territory_name_fr="Brumeval Agglomération", organisation_name="Ville de Brumeval")
    indicator, _release = published()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page(client, indicator))[1])
    assert data["publisher"]["name"] == "Ville de Brumeval"


def test_the_indicator_leads_to_its_comparison(client):
    indicator, _release = published()
    assert f'href="/fr/comparer/?i={indicator.slug}"' in page(client, indicator)


def test_english_pages_have_english_figures(client):
    indicator, _release = published(title_en="Pay gap")
    html = page(client, indicator, language="en")
    assert '<html lang="en">' in html
    assert "Pay gap" in html
    assert "<mark>11.8%</mark>" in html


def test_a_cached_page_is_renewed_by_a_publication(client):
    indicator, release = published()
    first = client.get(f"/fr/indicateurs/{indicator.slug}/")
    add_rows(release, {"2025": "10.1"})
    assert "10,1" not in page(client, indicator)
    renew_generation()
    assert "10,1" in page(client, indicator)
    again = client.get(f"/fr/indicateurs/{indicator.slug}/", headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 200


def test_who_has_the_page_already_gets_304(client):
    indicator, _release = published()
    address = f"/fr/indicateurs/{indicator.slug}/"
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304
    assert client.post(address).status_code == 405


def test_a_former_version_is_read_with_its_own_figures_and_downloads(client):
    indicator, _first = published()
    second = make_release(indicator, FALLING | {"2025": "9.9"}, note_fr="Valeur 2025 ajoutée.")
    make_live(second)
    html = page(client, indicator, "versions/1/")
    assert "11,8" in html
    assert "9,9" not in html
    assert "ancienne version" in html
    assert f'href="/fr/indicateurs/{indicator.slug}/versions/1/donnees.csv"' in html
    versions = words(client.get(reverse("indicators:versions", args=[indicator.slug])).content.decode())
    assert "Valeur 2025 ajoutée. Version 2, en cours." in versions
    assert "Lire la version 1" in versions


def test_drafts_and_withdrawn_versions_are_not_readable(client):
    indicator, first = published()
    make_live(make_release(indicator, FALLING))
    make_release(indicator, FALLING)
    ReleaseImport.objects.filter(release=first).update(withdrawn_at="2026-01-01T00:00Z")
    for number in (1, 3, 99):
        assert client.get(f"/fr/indicateurs/{indicator.slug}/versions/{number}/").status_code == 404
    versions = words(client.get(f"/fr/indicateurs/{indicator.slug}/versions/").content.decode())
    assert "retirée" in versions
    assert "version 3" not in versions.lower()


def test_the_list_shows_each_published_indicator_with_its_figure_and_trend(client):
    published()
    make_indicator("invisible", title_fr="Invisible")
    text = words(client.get("/fr/indicateurs/").content.decode())
    assert "1 indicateur " in text
    assert "Écart de salaire Lu sur : Nantes Métropole." in text
    assert "11,8 % 2024 S’améliore nettement" in text
    assert "Invisible" not in text


def test_an_empty_list_says_what_will_come(client):
    assert "Aucun indicateur n’est encore publié" in words(client.get("/fr/indicateurs/").content.decode())


def test_each_target_leads_to_its_official_text(client):
    indicator, _release = published()
    indicator.targets = Target.objects.filter(code__in=["8.5", "8.8", "10.4"])
    indicator.save()
    html = page(client, indicator)
    assert re.search(r'<a href="https://sdgs.un.org/goals/goal8#targets_and_indicators" title="[^"]+">8\.5</a>', html)
    assert 'href="https://sdgs.un.org/goals/goal10#targets_and_indicators"' in html
