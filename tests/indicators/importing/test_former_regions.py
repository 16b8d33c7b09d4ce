"""Old and new regions are told apart, and the file is not moved to European areas of the same names."""

from indicators.importing.formats import open_source
from indicators.importing.inspection import inspect_source
from indicators.importing.reading import read_observations
from indicators.importing.records import to_records
from indicators.importing.territories import Catalogue, CatalogueRow

CATALOGUE = Catalogue.from_rows(
    [
        CatalogueRow("COG région", "52", "Pays de la Loire", "region"),
        CatalogueRow("COG région", "53", "Bretagne", "region"),
        CatalogueRow("COG région", "44", "Grand Est", "region"),
        CatalogueRow("NUTS2", "FRG0", "Pays de la Loire", "former_region"),
        CatalogueRow("NUTS2", "FRH0", "Bretagne", "former_region"),
        CatalogueRow("NUTS2", "FRF1", "Alsace", "former_region"),
        CatalogueRow("NUTS2", "FRC1", "Bourgogne", "former_region"),
    ]
)


def territories(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    source = open_source(text.encode(), name="regions.csv")
    reading = read_observations(source, inspect_source(source, CATALOGUE).recipe, CATALOGUE)
    pairs = [(record["territory_scheme"], record["territory"]) for record in to_records(reading)]
    return list(dict.fromkeys(pairs)), reading.facts


def test_former_regions_stand_beside_those_that_did_not_change_and_it_is_said() -> None:
    found, facts = territories("region;code;2010;2011\nPays de la Loire;52;1;2\nAlsace;42;3;4\nBourgogne;26;3;4\n")
    assert found == [("COG région", "52"), ("NUTS2", "FRF1"), ("NUTS2", "FRC1")]
    assert any("Alsace, Bourgogne" in fact and "anciennes régions" in fact for fact in facts)
    assert not any("Pays de la Loire" in fact for fact in facts)


def test_names_that_are_all_of_today_are_regions() -> None:
    found, facts = territories("region;2010;2011\nPays de la Loire;1;2\nBretagne;3;4\n")
    assert found == [("COG région", "52"), ("COG région", "53")]
    assert not any("ancienne" in fact for fact in facts)


def test_a_file_of_former_regions_only_says_so() -> None:
    found, facts = territories("region;2010;2011\nAlsace;1;2\nBourgogne;3;4\n")
    assert found == [("NUTS2", "FRF1"), ("NUTS2", "FRC1")]
    assert any("anciennes régions" in fact for fact in facts)


def test_region_among_areas_of_several_kinds_is_that_of_today() -> None:
    found, _facts = territories("region;2010;2011\nBretagne;1;2\nAlsace;3;4\nBourgogne;3;4\nCentre Ouest;5;6\n")
    assert ("COG région", "53") in found
    assert ("NUTS2", "FRH0") not in found
