"""A new site has its pages of text from the first start: complete in both languages, and of no territory."""

import re
from typing import Any

import pytest

from home.identity import PLACE, PLACES
from home.page_files import LANGUAGES, PageContent
from home.page_notation import TEXT_WRITERS
from home.starter.content import starter_fields, starter_page, starter_pages

IDS = [content.slug for content in starter_pages()]
EXPECTED = {
    "methode",
    "a-propos",
    "contact",
    "accessibilite",
    "donnees-personnelles",
    "mentions-legales",
    "presse",
    "explication",
}


def leaves(value: Any) -> list[dict[str, Any]]:
    """Every bilingual text of a block."""
    if isinstance(value, dict) and value and set(value) <= set(LANGUAGES):
        return [value]
    if isinstance(value, dict):
        return [leaf for one in value.values() for leaf in leaves(one)]
    return [leaf for one in value for leaf in leaves(one)] if isinstance(value, list) else []


def test_every_page_that_a_site_must_have_is_there() -> None:
    assert set(IDS) == EXPECTED
    assert starter_page("methode") is not None
    assert starter_page("inconnue") is None


@pytest.mark.parametrize("content", starter_pages(), ids=IDS)
def test_every_text_exists_in_both_languages_in_the_same_form(content: PageContent) -> None:
    for text in [*leaves(content.raw["texts"]), *leaves(content.raw["body"])]:
        assert set(text) == set(LANGUAGES)
        french, english = text["fr"], text["en"]
        assert french
        assert english
        if isinstance(french, list):
            assert len(french) == len(english)


@pytest.mark.parametrize("content", starter_pages(), ids=IDS)
def test_no_page_names_a_territory(content: PageContent) -> None:
    assert not re.search(r"nantes|loire|métropole de", str(content.raw).lower())


@pytest.mark.parametrize("content", starter_pages(), ids=IDS)
def test_both_languages_have_the_same_places_to_fill_and_all_are_known(content: PageContent) -> None:
    for text in leaves(content.raw["body"]):
        french, english = (sorted(PLACE.findall(str(text[language]))) for language in LANGUAGES)
        assert french == english, text
        assert all(name in PLACES or name.startswith("/") for name in french), french


@pytest.mark.parametrize("content", starter_pages(), ids=IDS)
def test_what_search_engines_read_has_no_place_to_fill(content: PageContent) -> None:
    for language in LANGUAGES:
        fields = content.fields(language)
        assert "{" not in fields["title"] + fields["introduction"] + fields["search_description"]
        assert 50 <= len(fields["search_description"]) <= 170


@pytest.mark.parametrize("content", starter_pages(), ids=IDS)
def test_the_body_is_made_of_known_blocks(content: PageContent) -> None:
    assert {name for block in content.raw["body"] for name in block} <= set(TEXT_WRITERS)
    french, english = (starter_fields(content, language)["body"] for language in LANGUAGES)
    assert [(one["type"], one["id"]) for one in french] == [(one["type"], one["id"]) for one in english]
