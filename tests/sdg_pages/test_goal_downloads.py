"""All the figures of a goal in one file: complete, with provenance, safe, and only what may be handed on."""

import csv
import io

import pytest
from django.test import Client
from openpyxl import load_workbook

from sdg_pages.downloads.goal_table import COLUMNS
from tests.factories.indicators import add_rows, make_indicator, make_live, make_release, make_source

pytestmark = pytest.mark.django_db


def publish(code: str, values: dict[str, str | None] | None = None, **fields: object):
    indicator = make_indicator(code, **({"goals": (5,)} | fields))
    release = make_release(indicator, values or {"2023": "12.50", "2024": None})
    make_live(release)
    return release


def table(client: Client, address: str = "/fr/odd/5/donnees.csv") -> list[dict[str, str]]:
    response = client.get(address)
    assert response.status_code == 200
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_holds_every_indicator_of_the_goal_with_its_provenance(client: Client) -> None:
    release = publish("b", source=make_source("insee", producer="Insee", name_fr="Filosofi"))
    publish("a")
    publish("autre", goals=(8,))
    add_rows(release, {"2023": "9"}, breakdown={"sexe": "Femmes"})
    rows = table(client)
    assert [row["indicator"] for row in rows] == ["a", "a", "b", "b", "b"]
    first = next(row for row in rows if row["indicator"] == "b" and row["period"] == "2023" and not row["breakdown"])
    assert (first["value"], first["unit"], first["version"]) == ("12.50", "%", "1")
    assert (first["producer"], first["source"], first["licence"]) == ("Insee", "Filosofi", "Licence Ouverte 2.0")
    assert first["page"].endswith("/fr/indicateurs/b/")
    assert [row["breakdown"] for row in rows if row["breakdown"]] == ["sexe=Femmes"]


def test_missing_value_stays_empty_with_its_status(client: Client) -> None:
    publish("a")
    row = next(row for row in table(client) if row["period"] == "2024")
    assert (row["value"], row["status"]) == ("", "missing")


def test_text_that_a_spreadsheet_would_run_is_made_harmless(client: Client) -> None:
    publish("a", title_fr="=1+1")
    assert table(client)[0]["title"] == "'=1+1"


def test_licence_that_forbids_it_keeps_figures_out_and_the_page_says_so(client: Client) -> None:
    publish("a")
    publish("b", source=make_source("fermee", is_redistributable=False, producer="Tiers", url="https://tiers.example/"))
    assert {row["indicator"] for row in table(client)} == {"a"}
    html = client.get("/fr/odd/5/").content.decode()
    assert "Sans 1 indicateur, dont la licence ne permet pas la redistribution." in html
    assert '<a href="https://tiers.example/">Tiers</a>' in html


def test_goal_whose_licences_all_forbid_it_leads_to_the_producers(client: Client) -> None:
    publish("b", source=make_source("fermee", is_redistributable=False, producer="Tiers", url="https://tiers.example/"))
    page, file = (client.get(f"/fr/odd/5/{name}") for name in ("", "donnees.csv"))
    assert file.status_code == 404
    assert "La licence de la source de cet objectif ne permet pas" in file.content.decode()
    for response in (page, file):
        assert "https://tiers.example/" in response.content.decode()
    assert "donnees.csv" not in page.content.decode()


def test_workbook_holds_numbers(client: Client) -> None:
    publish("a")
    response = client.get("/fr/odd/5/donnees.xlsx")
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    header, first = list(sheet.iter_rows(values_only=True))[:2]
    assert header == COLUMNS
    assert first[COLUMNS.index("value")] == 12.5


def test_goal_without_figure_has_no_file(client: Client) -> None:
    response = client.get("/fr/odd/5/donnees.csv")
    assert response.status_code == 404
    assert "Aucun chiffre de cet objectif n’est à télécharger." in response.content.decode()


def test_who_has_the_file_is_told_that_nothing_changed(client: Client) -> None:
    publish("a")
    etag = client.get("/fr/odd/5/donnees.csv").headers["ETag"]
    assert client.get("/fr/odd/5/donnees.csv", headers={"If-None-Match": etag}).status_code == 304


def test_titles_follow_the_language(client: Client) -> None:
    publish("a", title_en="Women")
    assert table(client, "/en/odd/5/donnees.csv")[0]["title"] == "Women"
