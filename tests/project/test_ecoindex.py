import pytest

from ops.quality.ecoindex import ecoindex, quantile
from ops.quality.pages import kind


def test_a_value_on_a_limit_is_its_rank():
    assert quantile((0, 10, 20), 10) == 1


def test_an_empty_page_has_the_best_ecoindex_and_a_huge_one_the_worst():
    assert ecoindex(0, 0, 0) == 100
    assert ecoindex(600_000, 4_000, 300_000) == pytest.approx(0)


def test_pages_of_one_kind_differ_by_one_name_only():
    assert kind("/fr/indicateurs/chomage/") == kind("/fr/indicateurs/pauvrete/")
    assert kind("/fr/indicateurs/") != kind("/fr/odd/")
