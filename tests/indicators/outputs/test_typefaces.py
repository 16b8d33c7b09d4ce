"""Paragraphs are broken with the widths of the faces that they are drawn with."""

import pytest

from indicators.outputs.typefaces import BOLD, DISPLAY, EVERY, REGULAR, headline_face, shortened, wrapped

SENTENCE = "Dans la métropole nantaise, les femmes gagnent 14,6\u00a0% de moins que les hommes."


def test_every_face_holds_french_text_and_its_narrow_spaces():
    for face in EVERY:
        assert face.has("Écart «\u00a01\u202f200\u00a0€\u00a0» œuvre, d’où\u202f? −3,5\u00a0%")


def test_texts_hold_every_latin_alphabet():
    assert REGULAR.has("Łódź Ąćęż Škoda Győr")


@pytest.mark.parametrize("width", [120, 300, 700])
def test_no_line_is_wider_than_the_paragraph(width):
    lines = wrapped(SENTENCE, REGULAR, 20, width)
    assert all(REGULAR.width(line, 20) <= width for line in lines)
    assert " ".join(lines) == SENTENCE


def test_a_line_breaks_at_no_hard_space():
    assert all("%" not in line or "14,6\u00a0%" in line for line in wrapped(SENTENCE, REGULAR, 20, 200))


def test_words_that_are_left_over_end_in_an_ellipsis():
    lines = wrapped(SENTENCE, REGULAR, 20, 200, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert REGULAR.width(lines[-1], 20) <= 200


def test_a_word_wider_than_the_line_is_cut():
    assert shortened("anticonstitutionnellement", REGULAR, 20, 80).endswith("…")


def test_a_headline_with_a_letter_that_the_display_face_lacks_is_all_in_the_text_face():
    assert headline_face("Taux de chômage") is DISPLAY
    assert headline_face("Łódź") is BOLD
