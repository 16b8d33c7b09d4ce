import pytest

from indicators.importing.formats import open_source
from indicators.importing.inspection import Inspection, apply_answers, inspect_source
from indicators.importing.territories import Catalogue, CatalogueRow

CATALOGUE = Catalogue.from_rows(
    [
        CatalogueRow("COG département", "44", "Loire-Atlantique"),
        CatalogueRow("COG région", "44", "Grand Est"),
        CatalogueRow("COG région", "52", "Pays de la Loire"),
    ]
)


def inspected(text: str) -> Inspection:
    return inspect_source(open_source(text.encode(), name="a.csv"), CATALOGUE)


def test_no_answer_leaves_the_proposal() -> None:
    found = inspected("geo;annee;taux\n44;2020;1,5\n52;2020;2,5\n")
    assert apply_answers(found, {"territory.scheme": ""}) == found.recipe


def test_the_level_of_the_codes_is_taken_from_the_answer() -> None:
    found = inspected("geo;annee;taux\n44;2020;1,5\n52;2020;2,5\n")
    assert apply_answers(found, {"territory.scheme": "COG département"}).territory.scheme == "COG département"


def test_a_constant_is_a_territory_with_its_scheme() -> None:
    found = inspected("annee;taux\n2020;1,5\n2021;2,5\n")
    territory = apply_answers(found, {"territory.constant": "COG région|52"}).territory
    assert (territory.origin.constant, territory.scheme) == ("52", "COG région")


def test_a_confirmed_period_keeps_its_place_and_another_one_is_a_constant() -> None:
    found = inspected("departement;taux en 2021\n44;1,5\n49;2,5\n")
    assert apply_answers(found, {"period.constant": "2021"}) == found.recipe
    assert apply_answers(found, {"period.constant": "2019"}).period.origin.constant == "2019"


def test_another_measure_replaces_the_filter() -> None:
    text = "mesure;departement;annee;valeur\nA;44;2020;1,5\nB;44;2020;2,5\nA;49;2020;1,5\nB;49;2020;3,5\n"
    recipe = apply_answers(inspected(text), {"measure": "B"})
    assert [(rule.column, rule.values) for rule in recipe.filter] == [("mesure", ("B",))]


def test_another_column_is_read_as_it_is_written() -> None:
    found = inspected('departement;annee;effectif;part\n44;2020;1234;"1,5 %"\n49;2020;2345;"2,5 %"\n')
    assert found.recipe.value.column == "part"
    value = apply_answers(found, {"measure": "effectif"}).value
    assert (value.column, value.units) == ("effectif", ())


def test_a_breakdown_is_kept_or_brought_down_to_one_category() -> None:
    text = "departement;annee;sexe;valeur\n44;2020;F;1,5\n44;2020;H;2,5\n49;2020;F;1\n49;2020;H;2\n"
    found = inspected(text)
    only = apply_answers(found, {"breakdown.sexe": "only:F"})
    assert only.breakdown == ()
    assert [(rule.column, rule.values) for rule in only.filter] == [("sexe", ("F",))]
    total = apply_answers(found, {"breakdown.sexe": "total:H"})
    assert total.breakdown[0].totals == ("H",)


def test_marks_flags_and_repeated_rows_are_answered() -> None:
    found = inspected("departement;annee;valeur\n44;2020;1,5\n44;2020;s\n49;2020;3*\n")
    recipe = apply_answers(found, {"status.mark.s": "withheld", "status.flag.*": "provisional", "duplicates": "sum"})
    assert recipe.status.marks == {"s": "withheld"}
    assert recipe.status.flags == {"*": "provisional"}
    assert recipe.duplicates.action == "sum"


def test_the_decimal_answer_decides_the_thousands() -> None:
    found = inspected('departement;annee;valeur\n44;2020;"1,234"\n49;2020;"2,345"\n')
    comma = apply_answers(found, {"value.decimal": ","}).value
    point = apply_answers(found, {"value.decimal": "."}).value
    assert (comma.decimal, comma.thousands) == (",", "point")
    assert (point.decimal, point.thousands) == (".", "comma")


def test_an_answer_to_no_question_is_an_error() -> None:
    with pytest.raises(KeyError):
        apply_answers(inspected("geo;annee;taux\n44;2020;1,5\n"), {"autre.chose": "x"})
