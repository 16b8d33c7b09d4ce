"""The reading level: formulas as published, syllables nearly as spoken."""

import pytest

from portal.content_checks.readability import long_sentences, reading_ease, sentences_of, syllables_of, words_of


def test_sentences_end_with_a_mark_or_with_their_line():
    text = "Un taux de 14,6\u00a0% en 2021. Est-ce peu\u202f? Oui.\nUn titre sans point\nSuite."
    assert sentences_of(text) == [
        "Un taux de 14,6\u00a0% en 2021.",
        "Est-ce peu\u202f?",
        "Oui.",
        "Un titre sans point",
        "Suite.",
    ]


def test_words_leave_figures_out():
    assert words_of("L’eau coûte 3,50 € aujourd’hui.") == ["L’eau", "coûte", "aujourd’hui"]


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [("ville", "fr", 1), ("maison", "fr", 2), ("territoire", "fr", 3), ("window", "en", 2)],
)
def test_syllables_are_counted_from_hyphenation(word, language, count):
    assert syllables_of(word, language) == count


def test_the_formulas_are_those_of_kandel_and_moles_and_of_flesch():
    text = "Le chat dort. " * 40
    assert reading_ease(text, "fr") == pytest.approx(207 - 1.015 * 3 - 73.6 * 1)
    assert reading_ease("The cat sleeps. " * 40, "en") == pytest.approx(206.835 - 1.015 * 3 - 84.6 * 1)


def test_a_short_text_is_not_judged():
    assert reading_ease("Le chat dort.", "fr") is None


def test_a_sentence_of_thirty_words_is_not_long():
    assert long_sentences(" ".join(["mot"] * 30) + ".") == []
    assert [count for _text, count in long_sentences(" ".join(["mot"] * 31) + ".")] == [31]
