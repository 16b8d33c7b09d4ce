"""Reading words: what differs by case, accents, ligatures, elision and endings meets."""

import pytest

from portal.words import LONGEST, fold, words_of


def stems(text: str, language: str = "fr") -> list[str]:
    return [word.stem for word in words_of(text, language)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Inégalités", "inegalite"),
        ("œuvre", "OEUVRES"),
        ("l’emploi", "emploi"),
        ("qu'employés", "employé"),
        ("salaires", "salaire"),
        ("CO₂", "co2"),
        ("ODD 5", "odd n° 5"),
        ("objectif 05", "ODD\u00a05"),
    ],
)
def test_two_ways_of_writing_have_the_same_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other) != []


def test_english_words_have_english_stems() -> None:
    assert stems("Companies’ emissions", "en") == stems("company emission", "en")


def test_words_that_lead_nowhere_are_left_out() -> None:
    assert stems("de la, dans les") == []
    assert stems("of the", "en") == []


def test_code_of_a_target_is_one_word_and_a_number_of_a_sentence_is_not() -> None:
    assert stems("la cible 8.5") == ["cibl", "8.5"]
    assert "8.5" not in stems("version 8.5.2")


def test_a_word_knows_where_it_stands() -> None:
    text = "Le coût de l’énergie"
    assert [text[word.start : word.end] for word in words_of(text, "fr")] == ["coût", "énergie"]


def test_folding_keeps_letters_only_without_their_accents() -> None:
    assert fold("Œuvre À Noël") == "oeuvre a noel"


def test_no_word_is_longer_than_the_index_holds() -> None:
    text = f"{'a' * 200} odd{' ' * 200}5"
    for word in words_of(text, "fr"):
        assert max(map(len, (word.written, word.folded, word.stem))) <= LONGEST
