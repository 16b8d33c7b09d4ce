"""A page of results, and its cost."""

import pytest
from django.test.utils import override_script_prefix
from django.utils import translation

from home.search.indexing import index_entries
from home.search.query import read_query
from home.search.rebuilding import rebuild_all
from home.search.results import PER_PAGE, search
from indicators.models import Indicator
from portal.findable import Findable
from tests.factories.indicators import make_indicator, make_live, make_release
from tests.factories.pages import without_starter_texts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _bare_site() -> None:
    without_starter_texts()


def make_indicators(count: int) -> None:
    for number in range(Indicator.objects.count(), count):
        make_live(make_release(make_indicator(f"chomage-{number}", title_fr=f"Chômage {number}"), {"2024": "7.5"}))
    rebuild_all()


def test_an_indicator_shows_its_latest_figure_with_what_it_needs_to_be_read() -> None:
    make_indicators(1)
    with translation.override("fr"):
        result = search(read_query("chomage", "fr")).results[0]
    assert result.row is not None
    assert (result.row.value, result.row.about) == ("7,5\u00a0%", "2024")
    assert result.row.card.reading is not None


def test_results_are_counted_by_kind_and_narrowed_to_one() -> None:
    make_indicators(2)
    index_entries(language="fr", findables=[Findable("article", "1", "Le chômage", "/fr/articles/chomage/")])
    everything = search(read_query("chomage", "fr"))
    assert [(facet.kind, facet.count) for facet in everything.facets] == [("indicator", 2), ("article", 1)]
    assert search(read_query("chomage", "fr"), kind="article").count == 1


def test_an_unknown_kind_shows_everything() -> None:
    make_indicators(1)
    assert search(read_query("chomage", "fr"), kind="inconnu").count == 1


@pytest.mark.parametrize("page", ["2", "99", "-1", "abc"])
def test_a_page_that_does_not_exist_shows_the_nearest_one(page: str) -> None:
    entries = [Findable("page", str(number), f"Vélo {number}", f"/fr/{number}/") for number in range(PER_PAGE + 1)]
    index_entries(language="fr", findables=entries)
    assert 1 <= len(search(read_query("vélo", "fr"), page=page).results) <= PER_PAGE


def test_results_cost_as_much_for_eight_indicators_as_for_one(django_assert_num_queries) -> None:
    make_indicators(1)
    with django_assert_num_queries(7):
        search(read_query("chomage", "fr"))
    make_indicators(8)
    with django_assert_num_queries(7):
        assert search(read_query("chomage", "fr")).count == 8


def test_the_address_of_a_result_stays_below_the_sub_path() -> None:
    with override_script_prefix("/observatoire/"):
        make_indicators(1)
        address = search(read_query("chomage", "fr")).results[0].address
    assert address == "/observatoire/fr/indicateurs/chomage-0/"
