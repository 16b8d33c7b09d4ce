"""Territories are found by code with its scheme or by any spelling, never by a guess."""

from pathlib import Path

import pytest

from indicators.importing.recipes import Origin, TerritoryRule
from indicators.importing.spellings import bag_key, name_key
from indicators.importing.territories import Catalogue, CatalogueRow
from indicators.importing.territory_reading import Resolver

ROWS = [
    CatalogueRow("EPCI SIREN", "244400404", "Nantes Métropole", spellings=("NM",)),
    CatalogueRow("COG commune", "44109", "Nantes"),
    CatalogueRow("COG commune", "44162", "Saint-Herblain"),
    CatalogueRow("COG commune", "44190", "Saint-Sébastien-sur-Loire"),
    CatalogueRow("COG département", "44", "Loire-Atlantique"),
    CatalogueRow("COG région", "44", "Grand Est"),
    CatalogueRow("COG département", "2A", "Corse-du-Sud"),
    CatalogueRow("COG commune", "75056", "Paris"),
    CatalogueRow("COG département", "75", "Paris"),
    CatalogueRow("COG commune", "49001", "Ancienne", successor=("COG commune", "49002")),
    CatalogueRow("COG commune", "49002", "Moyenne", successor=("COG commune", "49003")),
    CatalogueRow("COG commune", "49003", "Nouvelle"),
    CatalogueRow("COG département", "21", "Côte-d'Or"),
]
CATALOGUE = Catalogue.from_rows(ROWS)


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Métropole Nantes", "244400404"),
        ("MET Nantes Métropole", "244400404"),
        ("NANTES METROPOLE", "244400404"),
        ("Métropole de Nantes", "244400404"),
        ("nm", "244400404"),
        ("St Herblain", "44162"),
        ("SAINT HERBLAIN", "44162"),
        ("St-Sébastien s/ Loire", "44190"),
        ("LOIRE ATLANTIQUE", "44"),
        ("Côte d\u2019Or", "21"),
        ("Nantes", "44109"),
    ],
)
def test_label_is_found_whatever_its_spelling(label: str, code: str) -> None:
    assert [row.code for row in CATALOGUE.by_label(label)] == [code]


def test_same_code_means_another_territory_in_another_scheme() -> None:
    names = [CATALOGUE.by_code(scheme, "44") for scheme in ("COG département", "COG région")]
    assert [row.name for row in names if row] == ["Loire-Atlantique", "Grand Est"]


def test_name_of_two_levels_needs_the_scheme() -> None:
    assert len(CATALOGUE.by_label("Paris")) == 2
    assert [row.code for row in CATALOGUE.by_label("Paris", "COG commune")] == ["75056"]


def test_replaced_territory_leads_to_the_last_one() -> None:
    former = CATALOGUE.by_code("COG commune", "49001")
    assert former is not None
    assert CATALOGUE.current(former).code == "49003"


def test_territories_that_replace_each_other_do_not_loop() -> None:
    rows = [CatalogueRow("S", "1", "Un", successor=("S", "2")), CatalogueRow("S", "2", "Deux", successor=("S", "1"))]
    assert Catalogue.from_rows(rows).current(rows[0]).code in ("1", "2")


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("Villebon-sur-Yvette", ""),
        ("Rouen", "COG département"),
        ("Saint-Nazaire", "COG commune"),
        ("Paris 2e", "COG commune"),
        ("Nante Métropole", "COG région"),
    ],
)
def test_name_that_is_not_near_or_not_of_this_level_is_not_suggested(text: str, scheme: str) -> None:
    assert CATALOGUE.suggestions(text, (scheme,) if scheme else ()) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [("St-Herblin", "44162"), ("Loire-Atlantque", "44"), ("Nantes Métropôl", "244400404"), ("Pari", "75056")],
)
def test_misspelt_name_is_suggested_in_its_scheme(text: str, code: str) -> None:
    assert [row.code for row in CATALOGUE.suggestions(text)][:1] == [code]


def suggested(rule: TerritoryRule, text: str, schemes: frozenset[str] = frozenset()) -> tuple[str, ...]:
    return Resolver(rule, CATALOGUE).suggestions(text, schemes)


def test_code_is_only_suggested_within_the_scheme_of_the_recipe() -> None:
    column = Origin(column="code")
    assert suggested(TerritoryRule(column, scheme="M49"), "44") == ()
    assert suggested(TerritoryRule(column, scheme="COG commune"), "2A") == ()
    assert suggested(TerritoryRule(column, by="label"), "44", frozenset({"COG région"})) == ()
    padded = TerritoryRule(column, scheme="COG commune", pad=0)
    assert Resolver(padded, Catalogue.from_rows([CatalogueRow("COG commune", "01001", "A")])).suggestions("1001") == (
        "COG commune|01001|A",
    )


def test_code_made_of_letters_is_suggested_as_a_name_would_be() -> None:
    rows = [CatalogueRow("ISO3166-1 alpha-2", "FR", "France"), CatalogueRow("Caisse", "centre-ouest", "Centre Ouest")]
    for scheme, text, expected in (
        ("EPCI SIREN", "FR", "ISO3166-1 alpha-2|FR|France"),
        ("", "centre-ouest", "Caisse|centre-ouest|Centre Ouest"),
    ):
        resolver = Resolver(TerritoryRule(Origin(column="code"), scheme=scheme), Catalogue.from_rows(rows))
        assert resolver.suggestions(text) == (expected,)


def test_name_is_only_suggested_among_the_levels_that_the_column_holds() -> None:
    rule = TerritoryRule(Origin(column="nom"), by="label")
    assert suggested(rule, "Pariss", frozenset({"COG département"})) == ("COG département|75|Paris",)
    assert suggested(rule, "Pariss", frozenset({"COG région"})) == ()


COUNTRIES = Catalogue.from_rows(
    [
        CatalogueRow("ISO3166-1 alpha-2", "FR", "France", spellings=("FRA", "250")),
        CatalogueRow("ISO3166-1 alpha-2", "GR", "Grèce", spellings=("GRC", "EL", "300")),
        CatalogueRow("ISO3166-1 alpha-2", "AZ", "Azerbaïdjan", spellings=("AZE", "31")),
        CatalogueRow("Eurostat geo", "EU27_2020", "Union européenne"),
        CatalogueRow("M49", "1", "Monde"),
    ]
)


@pytest.mark.parametrize(
    ("scheme", "code", "name"),
    [
        ("ISO3166-1 alpha-3", "FRA", "France"),
        ("ISO3166-1 alpha-2", "EL", "Grèce"),
        ("ISO3166-1 alpha-2", "EU27_2020", "Union européenne"),
        ("M49", "250", "France"),
        ("M49", "031", "Azerbaïdjan"),
        ("M49", "31", "Azerbaïdjan"),
        ("M49", "1", "Monde"),
    ],
)
def test_country_is_found_by_any_code_of_its_standards(scheme: str, code: str, name: str) -> None:
    row = COUNTRIES.by_code(scheme, code)
    assert row is not None
    assert row.name == name


def test_number_of_a_country_is_no_name_of_it() -> None:
    assert COUNTRIES.by_label("31") == ()
    assert COUNTRIES.by_code("ISO3166-1 alpha-3", "31") is None


def test_near_name_is_suggested() -> None:
    assert "Nantes Métropole" in [row.name for row in CATALOGUE.suggestions("Nantes Metropol")]


def test_two_orders_of_the_same_words_are_told_apart_first() -> None:
    assert name_key("Nantes Métropole") != name_key("Métropole Nantes")
    assert bag_key("Nantes Métropole") == bag_key("Métropole Nantes")


def test_table_of_territories_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "territories.csv"
    path.write_text(
        "scheme,code,name,type,parent_scheme,parent_code,spellings,successor_scheme,successor_code\n"
        "COG département,01,Ain,département,COG région,84,AIN (01)|L'Ain,,\n"
        "COG commune,01091,Ancienne,commune,,,,COG commune,01033\n",
        encoding="utf-8",
    )
    catalogue = Catalogue.from_csv(path)
    row = catalogue.by_code("COG département", "01")
    assert row is not None
    assert (row.parent, row.level) == (("COG région", "84"), "département")
    assert catalogue.by_label("L\u2019Ain") == (row,)
    assert catalogue.rows[1].successor == ("COG commune", "01033")
