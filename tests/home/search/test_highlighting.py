"""The words that were asked stand out where they are."""

from home.search.highlighting import LENGTH, highlighted, passage
from home.search.query import read_query


def marked(text: str, query: str) -> list[str]:
    return [part.text for part in highlighted(text, read_query(query, "fr")) if part.is_match]


def test_words_are_marked_in_whatever_form_they_stand() -> None:
    assert marked("Les inégalités de l’emploi, l’inégalité", "inegalite") == ["inégalités", "inégalité"]


def test_the_pieces_make_the_text_again() -> None:
    text = "Taux d’emploi des 15 à 64 ans"
    assert "".join(part.text for part in highlighted(text, read_query("emploi", "fr"))) == text


def test_a_word_that_begins_like_the_last_one_is_marked() -> None:
    assert marked("Biodiversité", "biodiv") == ["Biodiversité"]


def test_a_passage_stands_around_the_word_and_between_words() -> None:
    text = "mot " * 200 + "chômage " + "suite " * 200
    found = passage([text], read_query("chomage", "fr"))
    assert "chômage" in found
    assert found.startswith("… mot")
    assert found.endswith("suite…")
    assert len(found) <= LENGTH + 4


def test_the_first_text_that_holds_the_word_gives_the_passage() -> None:
    assert passage(["Résumé.", "Une phrase sur le vélo."], read_query("vélo", "fr")) == "Une phrase sur le vélo."


def test_without_the_word_the_beginning_is_shown() -> None:
    assert passage(["", "Le début."], read_query("autre", "fr")) == "Le début."
    assert passage([], read_query("autre", "fr")) == ""
