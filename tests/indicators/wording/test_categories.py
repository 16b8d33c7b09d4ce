import pytest
from django.utils.translation import override

from indicators.wording.categories import KNOWN, category_words


def test_known_categories_are_named_in_english():
    with override("en"):
        assert category_words("Femmes") == "Women"
        assert category_words("sexe") == "sex"
        assert category_words("Secteur d'activité") == "Sector of activity"


def test_a_category_that_is_not_known_stays_as_the_source_writes_it():
    with override("en"):
        assert category_words("Tranche D") == "Tranche D"
        assert category_words("15-24 ans") == "15-24 ans"


@pytest.mark.parametrize("text", ["Femmes", "femmes", "Secteur d'activité"])
def test_french_keeps_the_words_of_the_source(text):
    assert category_words(text) == text


def test_every_known_category_has_an_english_name():
    with override("en"):
        same = [text for text in KNOWN if category_words(text) == text]
    assert sorted(same) == ["agriculture", "construction", "population"]
