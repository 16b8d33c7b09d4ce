"""A misspelt word is met by the nearest one that the site uses."""

import pytest

from home.search.finding import find
from home.search.indexing import index_entries
from home.search.query import read_query
from home.search.spelling import corrected
from portal.findable import Findable

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _words() -> None:
    entry = Findable("page", "1", "Biodiversité et inégalités", "/fr/a/")
    index_entries(language="fr", findables=[entry])


def correction(text: str) -> str:
    query = read_query(text, "fr")
    return corrected(query, find(query).unknown)


@pytest.mark.parametrize("text", ["biodiversitee", "Bidiversité", "biodivercité"])
def test_the_nearest_word_is_proposed_as_it_is_written(text: str) -> None:
    assert correction(text) == "biodiversité"


def test_only_the_unknown_word_is_replaced() -> None:
    assert correction("les inegalités de biodivresité") == "les inegalités de biodiversité"


def test_nothing_is_proposed_for_a_word_like_no_other_or_too_short() -> None:
    assert correction("cosmonaute") == ""
    assert correction("bio") == ""


def test_a_word_that_is_known_is_not_corrected() -> None:
    assert correction("biodiversité") == ""
