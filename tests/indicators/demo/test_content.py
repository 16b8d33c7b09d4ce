"""What the demo holds, before any of it is loaded."""

import csv
from datetime import date
from pathlib import Path

import pytest

from indicators.demo.accounts import PEOPLE, officer_of
from indicators.demo.content import FOLDER, OUTCOMES, PUBLISHED, Sheet, catalogue, sheets
from indicators.demo.indicators import TEXTS
from indicators.models import Indicator
from indicators.models.source import Frequency

DOCUMENT = Path(__file__).parents[3] / "docs" / "demo.md"
SOURCES = {raw["code"]: raw for raw in catalogue()["sources"]}
BY_CODE = {sheet.code: sheet for sheet in sheets()}
each_sheet = pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.code)


def test_there_are_enough_indicators_and_goals_to_show_an_observatory():
    assert len(sheets()) >= 20
    assert len({goal for sheet in sheets() for goal in sheet.raw["goals"]}) >= 9


@each_sheet
def test_a_sheet_says_everything_in_both_languages(sheet: Sheet):
    for name in TEXTS:
        for language in ("fr", "en"):
            text = sheet.raw[name][language]
            assert text.strip() == text
            assert text
            assert len(text) <= (Indicator._meta.get_field(f"{name}_{language}").max_length or 1000)
            assert "!" not in text


@each_sheet
def test_a_sentence_has_its_three_places_in_each_language(sheet: Sheet):
    for place in ("{territoire}", "{valeur}", "{période}"):
        assert sheet.raw["sentence"]["fr"].count(place) == 1
    for place in ("{territory}", "{value}", "{period}"):
        assert sheet.raw["sentence"]["en"].count(place) == 1


@each_sheet
def test_french_texts_keep_their_punctuation_on_the_line(sheet: Sheet):
    for name in TEXTS:
        text = sheet.raw[name]["fr"]
        assert not any(mark in text for mark in (" :", " %", " ;", " »", "« ", "'"))


@each_sheet
def test_each_file_is_small_used_and_readable_by_the_recipe_of_its_indicator(sheet: Sheet):
    assert sheet.recipe.name
    for plan in sheet.releases:
        assert len(plan.content) < 60_000
        assert plan.outcome in OUTCOMES
        assert bool(plan.note_fr) == bool(plan.note_en)
    assert sheet.releases[0].outcome == PUBLISHED


def test_no_file_and_no_recipe_is_left_without_an_indicator():
    used = {plan.file for sheet in sheets() for plan in sheet.releases}
    assert used == {path.name for path in (FOLDER / "files").iterdir()}
    assert {f"{code}.yaml" for code in BY_CODE} == {path.name for path in (FOLDER / "recipes").iterdir()}


def test_every_source_has_a_producer_a_licence_an_address_and_says_where_its_figures_come_from():
    for raw in SOURCES.values():
        assert raw["producer"]
        assert raw["licence"]
        assert raw["licence_url"].startswith("https://")
        assert raw["url"].startswith("https://")
        assert raw["frequency"] in Frequency.values
        assert raw["origin_note"]["fr"]
        assert raw["origin_note"]["en"]
        assert date.fromisoformat(raw.get("next_expected", "2026-01-01"))
    assert set(SOURCES) == {sheet.raw["source"] for sheet in sheets()}


def test_what_was_compiled_by_a_third_party_or_computed_here_is_said_by_its_source():
    for code in ("accidents-travail", "taux-emploi", "covoiturage", "taux-pauvrete"):
        assert "third party" in source_note(code) or "third-party" in source_note(code)
    for code in (
        "accidents-trajet",
        "accidents-travail-secteurs",
        "ecart-salaire-communes",
        "consommation-electricite",
    ):
        assert "computed by the observatory" in source_note(code)


def source_note(code: str) -> str:
    """The English origin note of the source of an indicator."""
    return SOURCES[BY_CODE[code].raw["source"]]["origin_note"]["en"]


def test_every_department_has_exactly_one_data_officer():
    for raw in catalogue()["departments"]:
        assert officer_of(raw["code"])
        assert sum(raw["code"] in person.departments for person in PEOPLE) == 1


def test_dummy_and_incomplete_figures_stay_out_of_what_is_published():
    electricity = rows_of("consommation-electricite.csv")
    assert min(row["annee"] for row in electricity) == "2012"
    for file, column in (("index-egalite-publie.csv", "part_pct"), ("index-egalite-note.csv", "part_pct")):
        assert all(float(row[column]) > 50 for row in rows_of(file))
    assert "20562" not in {row["contrats"] for row in rows_of("apprentissage.csv")}


def rows_of(file: str) -> list[dict[str, str]]:
    """The rows of a file of the demo."""
    with (FOLDER / "files" / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


@each_sheet
def test_the_document_of_the_demo_names_the_indicator_with_its_licence(sheet: Sheet):
    line = next(
        line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{sheet.code}`")
    )
    source = SOURCES[sheet.raw["source"]]
    assert sheet.raw["title"]["en"] in line
    assert source["licence"] in line
    assert source["producer"] in line


COMMENTED = [sheet for sheet in sheets() if "commentary" in sheet.raw]


def test_at_least_eight_indicators_are_commented():
    assert len(COMMENTED) >= 8


@pytest.mark.parametrize("sheet", COMMENTED, ids=lambda sheet: sheet.code)
def test_a_commentary_is_signed_and_each_of_its_paragraphs_names_a_figure_and_a_year(sheet: Sheet):
    commentary = sheet.raw["commentary"]
    assert commentary["author"]
    french, english = (commentary[language].split("\n\n") for language in ("fr", "en"))
    assert len(french) == len(english)
    for paragraph in (*french, *english):
        assert any(f"20{year:02d}" in paragraph for year in range(100))
        assert "!" not in paragraph
