"""Readers look for « Écart » under E."""

from portal.sorting import reading_order


def test_accents_and_case_do_not_move_a_word() -> None:
    words = ["Voitures", "écart", "Emploi", "Écart", "Accidents"]
    assert sorted(words, key=reading_order) == ["Accidents", "Écart", "écart", "Emploi", "Voitures"]
