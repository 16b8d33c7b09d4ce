"""Words found whatever their accents, case and endings."""

import pytest

from portal.stems import matches, word_stems

TEXT_FR = "Salariés formés, déchets triés et égalité des salaires dans l’emploi"
TEXT_EN = "Employees trained, sorted waste and equality of wages"


@pytest.mark.parametrize(
    "query",
    ["salarie", "SALARIÉES", "dechet", "déchets triés", "égalite", "l'emploi", "form", "", "le salaire pour un emploi"],
)
def test_french_words_are_found_without_accents_and_in_any_form(query):
    assert matches(query, word_stems(TEXT_FR, "fr"), "fr")


@pytest.mark.parametrize("query", ["train", "training", "wage", "EQUALITY", "wasted"])
def test_english_words_are_found_in_any_form(query):
    assert matches(query, word_stems(TEXT_EN, "en"), "en")


@pytest.mark.parametrize("query", ["vélo", "déchets vélo", "sa"])
def test_every_word_of_the_query_must_be_there(query):
    assert not matches(query, word_stems(TEXT_FR, "fr"), "fr")
