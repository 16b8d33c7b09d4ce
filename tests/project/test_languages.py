"""English is complete, and its catalogue can be trusted."""

import re

import pytest
from django.test import Client

from tests.factories.indicators import add_rows, make_indicator, make_live, make_release
from tests.languages import FRENCH_SIGNS, PLACE, TAG, catalogue, pairs, still_french

PAGES = ("", "indicateurs/", "indicateurs/pauvrete/", "indicateurs/pauvrete/versions/", "no-such-page/")
FALLING = {"2019": "16.0", "2020": "15.1", "2021": "14.0", "2022": "13.2", "2023": "12.5", "2024": "11.8"}


def test_every_text_is_translated_and_none_is_uncertain():
    english = catalogue("en")
    assert [entry.msgid for entry in english.untranslated_entries()] == []
    assert [entry.msgid for entry in english.fuzzy_entries()] == []


@pytest.mark.parametrize("pattern", [PLACE, TAG], ids=["places", "tags"])
def test_a_translation_keeps_the_places_and_tags_of_its_source(pattern):
    broken = [
        (source, translation)
        for entry in catalogue("en")
        for source, translation in pairs(entry)
        if sorted(pattern.findall(source)) != sorted(pattern.findall(translation))
    ]
    assert broken == []


def test_a_translation_starts_and_ends_like_its_source():
    def ends(text):
        return text[:1].isspace(), text[-1:].isspace()

    glued = [
        source
        for entry in catalogue("en")
        for source, translation in pairs(entry)
        if ends(source) != ends(translation) and not source.startswith("\u202f;")
    ]
    assert glued == []


def test_english_uses_english_typography():
    odd = [
        translation
        for entry in catalogue("en")
        for _source, translation in pairs(entry)
        if FRENCH_SIGNS.search(translation) or re.search("[\u00a0\u202f ]%(?!\\()|'", translation)
    ]
    assert odd == []


def test_french_says_both_numbers():
    for entry in catalogue("fr"):
        assert entry.msgstr_plural == {0: entry.msgid, 1: entry.msgid_plural}


def published():
    indicator = make_indicator(
        code="pauvrete",
        direction=-1,
        measure="points",
        title_en="Poverty rate",
        target_value="8",
        target_year=2030,
        limits_en="A few.",
        explanation_en="How many.",
    )
    release = make_release(indicator, FALLING)
    add_rows(release, {"2024": "12.0"}, breakdown={"age": "15-24"})
    make_live(release)
    return indicator


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["", "indicateurs/", "indicateurs/pauvrete/", "indicateurs/pauvrete/versions/", "x/"]
)
def test_an_english_page_says_nothing_in_french(address):
    published()
    assert still_french(Client().get(f"/en/{address}").content.decode()) == set()


@pytest.mark.django_db
def test_the_same_page_in_french_is_recognised_as_french():
    published()
    assert "Fiche technique" in still_french(Client().get("/fr/indicateurs/pauvrete/").content.decode())
