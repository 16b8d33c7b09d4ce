"""What answers a query, and in what order."""

import pytest

from home.search.finding import find
from home.search.indexing import index_entries
from home.search.query import LONGEST_QUERY, MOST_WORDS, read_query
from portal.findable import Findable

pytestmark = pytest.mark.django_db


def index(*titles: str, language: str = "fr", **fields: str) -> None:
    """Entries of these titles, all with the same other fields."""
    entries = [
        Findable(**({"kind": "page", "reference": title, "title": title, "address": f"/fr/{rank}/"} | fields))
        for rank, title in enumerate(titles)
    ]
    index_entries(language=language, findables=entries)


def results(text: str, language: str = "fr") -> list[str]:
    return [match.title for match in find(read_query(text, language)).matches]


def test_every_word_is_required_first() -> None:
    index("Emploi des jeunes", "Emploi des seniors", "Jeunes en formation")
    assert results("emploi jeunes") == ["Emploi des jeunes"]


def test_some_words_are_enough_when_nothing_holds_them_all() -> None:
    index("Emploi des seniors", "Vélo")
    found = find(read_query("emploi cosmonaute", "fr"))
    assert [match.title for match in found.matches] == ["Emploi des seniors"]
    assert found.is_partial
    assert [word.folded for word in found.unknown] == ["cosmonaute"]


def test_a_title_counts_more_than_a_summary_and_a_summary_more_than_a_text() -> None:
    index("Page un", text="déchets")
    index("Page deux", summary="déchets")
    index("Les déchets")
    assert results("dechet") == ["Les déchets", "Page deux", "Page un"]


def test_a_title_that_says_nothing_else_comes_first() -> None:
    index("Logements aidés par une prime", "Logements")
    assert results("logement") == ["Logements", "Logements aidés par une prime"]


def test_the_last_word_may_be_the_beginning_of_a_longer_one() -> None:
    index("Biodiversité")
    assert results("biodiv") == ["Biodiversité"]
    assert results("bi") == []
    assert results("biodiv vélo") == []


def test_the_page_of_a_goal_comes_before_the_indicators_of_that_goal() -> None:
    index("Écart de salaire", kind="indicator", keywords="ODD 5")
    index("Égalité entre les sexes", kind="goal", keywords="ODD 5")
    assert results("odd 5") == ["Égalité entre les sexes", "Écart de salaire"]
    assert results("ODD 15") == []


def test_the_code_of_a_target_is_understood() -> None:
    index("Taux d’emploi", keywords="ODD 8 8.5")
    index("Croissance", keywords="ODD 8 8.1")
    assert results("8.5") == ["Taux d’emploi"]


def test_a_query_looks_in_its_own_language() -> None:
    index("Emploi")
    index("Employment", language="en")
    assert results("employment", "en") == ["Employment"]
    assert results("emploi", "en") == []


def test_common_words_alone_find_nothing(django_assert_num_queries) -> None:
    index("Emploi")
    with django_assert_num_queries(0):
        assert results("de la") == []


def test_a_query_is_bounded() -> None:
    assert len(read_query("a" * 5000, "fr").text) == LONGEST_QUERY
    assert len(read_query(" ".join(f"mot{n}" for n in range(30)), "fr").words) == MOST_WORDS


@pytest.mark.parametrize("text", ["%", "_", "'", '"; DROP', "\x00", "\\", "()", "*", "«»"])
def test_signs_find_nothing_and_break_nothing(text: str) -> None:
    index("Emploi")
    assert results(text) == []


def test_searching_takes_one_query_whatever_the_number_of_entries(django_assert_num_queries) -> None:
    index(*(f"Emploi {n}" for n in range(30)))
    with django_assert_num_queries(1):
        assert len(results("emploi")) == 30
