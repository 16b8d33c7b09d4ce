"""What is taken away: exact, safe in a spreadsheet, with its metadata, streamed."""

import csv
import io
import json
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from indicators.downloads.xlsx_file import MOST_ROWS
from indicators.models import ReleaseImport
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

LONG = "12345678901234567890.123456789"


def published(values=None, **fields):
    indicator = make_indicator("ecart", **fields)
    release = make_release(indicator, values or {"2023": "-12.50", "2024": LONG})
    make_live(release)
    return indicator, release


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def rows(client, query: str = "", path: str = "") -> list[dict[str, str]]:
    response = client.get(f"/fr/indicateurs/ecart/{path}donnees.csv{query}")
    assert response.status_code == 200
    text = body(response).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_csv_is_exact_with_a_decimal_point_and_a_byte_order_mark(client):
    published()
    response = client.get("/fr/indicateurs/ecart/donnees.csv")
    content = body(response)
    assert content.startswith(b"\xef\xbb\xbfindicator,territory_scheme,territory,territory_name,period,value,unit,")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="ecart-v1.csv"' in response.headers["Content-Disposition"]
    assert [row["value"] for row in rows(client)] == ["-12.50", LONG]
    assert rows(client)[0]["territory"] == focus().code


def test_withheld_values_are_empty_with_their_status(client):
    _indicator, release = published()
    add_rows(release, {"2025": None}, status="withheld")
    assert [(row["value"], row["status"]) for row in rows(client)][-1] == ("", "withheld")


def test_each_dimension_has_its_column_and_totals_can_be_kept_alone(client):
    _indicator, release = published()
    add_rows(release, {"2024": "3"}, breakdown={"sexe": "Femmes"})
    assert [row["sexe"] for row in rows(client)] == ["", "", "Femmes"]
    assert "sexe" not in rows(client, "?ventilation=ensemble")[0]
    assert len(rows(client, "?ventilation=ensemble")) == 2


def test_a_selection_of_territories_is_downloaded_and_an_unknown_one_is_not_found(client):
    _indicator, release = published()
    add_rows(release, {"2024": "3"}, territory=make_territory("44109"))
    assert {row["territory"] for row in rows(client, "?t=cog-commune:44109")} == {"44109"}
    for unknown in ("cog-commune:0", "%00", "x"):
        response = client.get(f"/fr/indicateurs/ecart/donnees.csv?t={unknown}")
        assert response.status_code == 404
        assert "Un des territoires demandés n’existe pas." in response.content.decode()


def test_a_file_that_the_licence_refuses_says_why_and_leads_to_the_producer(client):
    published(source=make_source("ferme", producer="Tiers", url="https://tiers.example/", is_redistributable=False))
    response = client.get("/fr/indicateurs/ecart/donnees.csv")
    html = response.content.decode()
    assert response.status_code == 404
    assert "La licence de cette source ne permet pas de redistribuer ses chiffres." in html
    assert '<a class="go" href="https://tiers.example/">Tiers</a>' in html
    assert '<a class="go" href="/fr/indicateurs/ecart/">' in html


def test_a_series_longer_than_a_sheet_says_which_files_hold_it(client):
    _indicator, release = published()
    ReleaseImport.objects.filter(release=release).update(observation_count=MOST_ROWS + 1)
    response = client.get("/fr/indicateurs/ecart/donnees.xlsx")
    assert response.status_code == 404
    assert "Elle existe en CSV et en JSON." in response.content.decode()


def test_no_cell_is_a_formula(client):
    _indicator, release = published(unit_fr="=HYPERLINK(1)")
    place = make_territory("00001", name_fr="@SUM(A1)")
    add_rows(release, {"2024": "3"}, territory=place, breakdown={"=x": "+y"})
    row = next(row for row in rows(client) if row["territory"] == "00001")
    assert (row["territory_name"], row["'=x"], row["unit"]) == ("'@SUM(A1)", "'+y", "'=HYPERLINK(1)")
    workbook = load_workbook(io.BytesIO(body(client.get("/fr/indicateurs/ecart/donnees.xlsx"))))
    assert all(cell.data_type != "f" for sheet in workbook for line in sheet for cell in line)


def test_the_workbook_holds_figures_as_numbers_and_what_they_mean(client):
    published(definition_fr="Différence de salaire.")
    response = client.get("/fr/indicateurs/ecart/donnees.xlsx")
    workbook = load_workbook(io.BytesIO(body(response)))
    figures, about = workbook.worksheets
    values = [line[4].value for line in figures.iter_rows(min_row=2)]
    assert values == [-12.5, LONG]
    assert ("Définition", "Différence de salaire.") in [(line[0].value, line[1].value) for line in about]


def test_the_json_holds_metadata_and_exact_observations(client):
    _indicator, release = published()
    add_rows(release, {"2022": "1"}, status="provisional,break")
    response = client.get("/fr/indicateurs/ecart/donnees.json")
    data = json.loads(body(response))
    assert data["metadata"]["source"]["licence"] == "Licence Ouverte 2.0"
    assert data["metadata"]["release"]["version"] == 1
    first = data["observations"][0]
    assert (first["period"], first["value"], first["status"], first["breakdown"]) == (
        "2022",
        "1",
        ["provisional", "break"],
        {},
    )
    assert data["observations"][-1]["value"] == LONG
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_the_metadata_say_how_the_trend_was_judged(client):
    values = {str(year): str(20 - year + 2019) for year in range(2019, 2025)}
    published(values, direction=-1, measure="points", target_value=Decimal(8), target_year=2030)
    judgement = json.loads(client.get("/fr/indicateurs/ecart/metadonnees.json").content)["judgement"]
    assert judgement["trend"] == "improves_clearly"
    assert (judgement["method"], judgement["band"], judgement["change_per_year"]) == ("1", "0.2", "-1")
    assert judgement["observations"][0] == {"year": 2019, "value": "20", "break": False}


def test_downloads_answer_304_to_who_has_them_and_change_with_the_release(client):
    indicator, _release = published()
    for name in ("donnees.csv", "donnees.json", "donnees.xlsx", "metadonnees.json"):
        response = client.get(f"/fr/indicateurs/ecart/{name}")
        assert response.headers["Last-Modified"]
        known = {"if-none-match": response.headers["ETag"]}
        assert client.get(f"/fr/indicateurs/ecart/{name}", headers=known).status_code == 304
        body(response)
    make_live(make_release(indicator, {"2024": "1"}))
    assert client.get("/fr/indicateurs/ecart/donnees.csv", headers=known).status_code == 200


def test_a_former_version_keeps_its_own_files(client):
    indicator, _release = published()
    make_live(make_release(indicator, {"2024": "1"}))
    assert [row["value"] for row in rows(client)] == ["1"]
    assert [row["value"] for row in rows(client, path="versions/1/")] == ["-12.50", LONG]
    assert {row["version"] for row in rows(client, path="versions/1/")} == {"1"}
    assert client.get("/fr/indicateurs/ecart/versions/3/donnees.csv").status_code == 404


def test_names_of_columns_are_the_same_in_both_languages(client):
    published()
    header = [body(client.get(f"/{code}/indicateurs/ecart/donnees.csv")).split(b"\r\n")[0] for code in ("fr", "en")]
    assert header[0] == header[1]
