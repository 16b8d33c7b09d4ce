import pytest
from django.utils.translation import override

from portal.formatting import all_of, clauses, format_ordinal, format_period_in_sentence, labelled, quoted


def test_quotation_marks_are_those_of_the_language():
    assert quoted("taux") == "«\u00a0taux\u00a0»"
    with override("en"):
        assert quoted("rate") == "“rate”"


def test_english_puts_no_space_before_a_colon_nor_a_semicolon():
    assert labelled("Lot", "abîmé") == "Lot\u00a0: abîmé"
    assert clauses(["un", "deux"]) == "un\u202f; deux"
    with override("en"):
        assert labelled("Batch", "damaged") == "Batch: damaged"
        assert clauses(["one", "two"]) == "one; two"


def test_names_are_joined_in_the_language():
    assert all_of(["a", "b"]) == "a et b"
    with override("en"):
        assert all_of(["a", "b"]) == "a and b"


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [(1, "1er", "1st"), (2, "2e", "2nd"), (3, "3e", "3rd"), (4, "4e", "4th"), (11, "11e", "11th"), (22, "22e", "22nd")],
)
def test_ranks_are_written_as_people_say_them(number, french, english):
    assert format_ordinal(number, "fr") == french
    assert format_ordinal(number, "en") == english


def test_a_half_year_takes_its_article_in_english():
    assert format_period_in_sentence("2023-S1", "en") == "in the 1st half of 2023"
    assert format_period_in_sentence("2023-Q2", "en") == "in Q2 2023"
    assert format_period_in_sentence("2023-S1", "fr") == "au 1er semestre 2023"
