"""The pages of the demo are complete in both languages, and say where each of their figures comes from."""

import re
from typing import Any

import pytest

from home.demo.bodies import WRITERS, block_id, rich
from home.demo.content import LANGUAGES, PageContent, page_contents
from home.demo.places import MODELS
from indicators.blocks.sentence import places_of
from indicators.demo.content import sheets

CODES = {sheet.code for sheet in sheets()}
IDS = [content.key for content in page_contents()]


def leaves(value: Any) -> list[dict[str, Any]]:
    """Every bilingual text of a block."""
    if isinstance(value, dict) and value and set(value) <= set(LANGUAGES):
        return [value]
    if isinstance(value, dict):
        return [leaf for one in value.values() for leaf in leaves(one)]
    return [leaf for one in value for leaf in leaves(one)] if isinstance(value, list) else []


@pytest.mark.parametrize("content", page_contents(), ids=IDS)
def test_every_text_exists_in_both_languages(content: PageContent) -> None:
    texts = [*leaves(content.raw.get("texts", {})), *leaves(content.raw.get("body", []))]
    assert texts
    for text in texts:
        assert set(text) == set(LANGUAGES)
        assert all(str(one).strip() for one in text.values())


@pytest.mark.parametrize("content", page_contents(), ids=IDS)
def test_every_block_and_model_is_known(content: PageContent) -> None:
    assert content.model in {*MODELS, "goal"}
    assert {name for block in content.raw.get("body", []) for name in block} <= set(WRITERS)


@pytest.mark.parametrize("content", page_contents(), ids=IDS)
def test_both_languages_rest_on_the_same_figures_of_the_demo(content: PageContent) -> None:
    for block in content.raw.get("body", []):
        for text in leaves(block):
            french, english = (
                sorted((place.kind, place.code) for place in places_of(str(text[one]))) for one in LANGUAGES
            )
            assert french == english
            assert {code for _kind, code in french} <= CODES


@pytest.mark.parametrize("content", page_contents(), ids=IDS)
def test_no_figure_is_typed_by_hand_in_running_text(content: PageContent) -> None:
    """Years and the names of goals apart: a value is a place that is filled, so that it never goes stale."""
    for block in content.raw.get("body", []):
        for text in leaves({name: value for name, value in block.items() if name in ("p", "list", "key_message")}):
            for language in LANGUAGES:
                assert not re.search(r"\d+(?:[.,]\d+)?\s?(?:%|€|GWh|points?\b)", str(text[language])), text[language]


def test_every_goal_that_is_followed_has_an_analysis_with_a_chart_and_its_limits() -> None:
    analyses = {int(content.slug): content for content in page_contents() if content.model == "goal"}
    assert set(analyses) == {goal for sheet in sheets() for goal in sheet.raw["goals"]}
    for content in analyses.values():
        kinds = [name for block in content.raw["body"] for name in block]
        assert {"sentence", "chart", "call_out"} <= set(kinds)
        assert all(0 < len(content.fields(language)["key_message"]) <= 240 for language in LANGUAGES)


@pytest.mark.parametrize("content", page_contents(), ids=IDS)
def test_a_chart_that_names_a_last_year_stops_there(content: PageContent) -> None:
    """A title such as « En 2021, … » stays true when a newer release arrives."""
    for block in content.raw.get("body", []):
        for chart in [block["chart"]] if "chart" in block else []:
            years = [int(year) for year in re.findall(r"\b20\d\d\b", chart["title"]["fr"])]
            is_dated = chart.get("kind", "line") != "line" or re.search(r"\bà 20\d\d\b", chart["title"]["fr"])
            assert not is_dated or chart.get("end", 0) >= max(years), chart["title"]["fr"]


def test_ids_of_blocks_do_not_depend_on_the_language() -> None:
    assert block_id("page", 1) == block_id("page", 1) != block_id("page", 2)


def test_rich_text_is_escaped() -> None:
    assert rich("Un **mot** <b>faux</b>\n\n[lien](https://example.org)") == (
        '<p>Un <b>mot</b> &lt;b&gt;faux&lt;/b&gt;</p><p><a href="https://example.org">lien</a></p>'
    )
