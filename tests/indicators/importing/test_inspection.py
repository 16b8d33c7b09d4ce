import json
from collections.abc import Callable

import pytest

from indicators.importing.formats import open_source
from indicators.importing.inspection import (
    ALMOST,
    SURE,
    TO_CONFIRM,
    Guess,
    Hints,
    Inspection,
    inspect_source,
    inspection_shape,
)
from indicators.importing.reading import read_observations
from indicators.importing.recipes import FlagRow
from indicators.importing.refusals import FileRefused
from indicators.importing.territories import Catalogue, CatalogueRow

DEPARTEMENTS = {"01": "Ain", "02": "Aisne", "44": "Loire-Atlantique", "49": "Maine-et-Loire", "52": "Haute-Marne"}
REGIONS = {"11": "Île-de-France", "44": "Grand Est", "52": "Pays de la Loire", "53": "Bretagne", "28": "Normandie"}
CATALOGUE = Catalogue.from_rows(
    [
        *(CatalogueRow("COG département", code, name) for code, name in DEPARTEMENTS.items()),
        *(CatalogueRow("COG région", code, name) for code, name in REGIONS.items()),
        CatalogueRow("COG commune", "44109", "Nantes"),
        CatalogueRow("EPCI SIREN", "244400404", "Nantes Métropole"),
        CatalogueRow("ISO3166-1 alpha-2", "FR", "France"),
        CatalogueRow("NUTS3", "FRG01", "Loire-Atlantique"),
    ]
)


def inspected(text: str, *, name: str = "fichier.csv", **hints: str) -> Inspection:
    return inspect_source(open_source(text.encode(), name=name), CATALOGUE, hints=Hints(**hints))


def guess(inspection: Inspection, what: str) -> Guess:
    return next(guess for guess in inspection.guesses if guess.what == what)


def lines(header: str, row: Callable[[int], str], count: int = 30) -> str:
    return "\n".join([header, *(row(number) for number in range(count))]) + "\n"


def test_a_long_file_is_understood_column_by_column() -> None:
    codes = ["44", "49", "52", "01"]
    rows = [f"{code};{year};{sex};{year % 7},5" for code in codes for year in (2017, 2018) for sex in ("T", "F", "H")]
    found = inspected("Titre du fichier\n\ndepartement;annee;sexe;taux\n" + "\n".join(rows) + "\n\nSource : essai\n")
    recipe = found.recipe
    assert (recipe.file.header, recipe.file.footer_notes) == ((3,), True)
    assert (recipe.territory.origin.column, recipe.territory.scheme) == ("departement", "COG département")
    assert recipe.period.origin.column == "annee"
    assert (recipe.value.column, recipe.value.decimal) == ("taux", ",")
    assert [(rule.name, rule.totals) for rule in recipe.breakdown] == [("sexe", ("T",))]
    assert found.doubts == ()


def test_the_proposed_recipe_reads_the_file() -> None:
    source = open_source(b"code departement;annee;taux\n44;2020;1,5\n49;2020;2,5\n01;2021;3\n", name="a.csv")
    reading = read_observations(source, inspect_source(source, CATALOGUE).recipe, CATALOGUE)
    assert reading.problems == []
    assert reading.table["value"].tolist() == ["1.5", "2.5", "3"]


def test_guesses_are_sentences_with_a_reason_and_a_confidence() -> None:
    found = inspected("departement;annee;taux\n44;2020;1,5\n49;2020;2,5\n01;2021;3,5\n")
    period = guess(found, "period.column")
    assert period.sentence == "La colonne annee est la période\u00a0: 2020 à 2021, une par an."
    assert period.reason == "2 valeurs différentes, toutes des périodes."
    assert period.confidence == SURE
    assert all(guess.sentence and guess.confidence in (SURE, ALMOST, TO_CONFIRM) for guess in found.guesses)


def test_codes_of_two_levels_are_a_question_with_what_each_answer_makes_of_the_data() -> None:
    found = inspected("geo;annee;taux\n44;2020;1,5\n52;2020;2,5\n11;2021;3,5\n")
    doubt = guess(found, "territory.scheme")
    assert doubt.confidence == TO_CONFIRM
    assert doubt.value == ""
    assert [choice.consequence for choice in doubt.alternatives] == [
        "44 = Grand Est, 52 = Pays de la Loire",
        "44 = Loire-Atlantique, 52 = Haute-Marne",
    ]
    assert found.doubts == (doubt,)


def test_a_doubt_is_answered_in_advance_only_when_one_side_has_evidence() -> None:
    text = "geo;annee;taux\n44;2020;1,5\n52;2020;2,5\n"
    one_side = guess(inspected(text, name="accidents_dep_2020.csv"), "territory.scheme")
    both_sides = guess(inspected(text, name="dep_et_reg.csv"), "territory.scheme")
    assert (one_side.value, one_side.confidence) == ("COG département", TO_CONFIRM)
    assert both_sides.value == ""
    assert all(choice.evidence for choice in both_sides.alternatives)


def test_names_beside_the_codes_decide_the_level() -> None:
    found = inspected(
        "geo;nom;annee;taux\n44;Grand Est;2020;1,5\n52;Pays de la Loire;2020;2,5\n11;Île-de-France;2020;1\n"
    )
    assert found.recipe.territory.scheme == "COG région"
    assert guess(found, "territory.scheme").confidence == SURE


def test_the_finest_level_that_varies_is_the_territory() -> None:
    text = lines(
        "code_region;code_departement;code_commune;annee;nombre", lambda n: f"52;44;44{n + 100};2020;{n * 10 + 5}"
    )
    assert inspected(text).recipe.territory.origin.column == "code_commune"


def test_commune_codes_that_lost_their_zero_are_completed() -> None:
    text = "CODGEO;annee;taux\n1004;2014;1.5\n44109;2014;2.5\n44110;2014;3.5\n"
    territory = inspected(text).recipe.territory
    assert (territory.scheme, territory.pad) == ("COG commune", 5)


def test_prefixed_codes_of_several_levels_are_read_together() -> None:
    rows = ["D44,2022-09-01,1.5", "D49,2022-09-01,1.6", "D01,2022-12-01,2", "R52,2022-09-01,2.5", "R53,2022-09-01,3"]
    text = "\n".join(["zone_id,date,valeur", *rows])
    found = inspected(text)
    assert found.recipe.territory.prefixes == {"D": "COG département", "R": "COG région"}
    assert found.recipe.period.format == "month"


def test_periods_across_the_columns() -> None:
    found = inspected(
        "Code;Libellé;T1_2020;T2_2020;T3_2020\n01;AIN;3.8;3.9;4\n44;LOIRE-ATLANTIQUE;5;5.1;5.2\n02;AISNE;1;2;3\n"
    )
    assert found.recipe.layout == "periods_in_columns"
    assert found.recipe.period.origin.header_rows == (1,)
    assert found.recipe.territory.origin.column == "Code"


def test_years_behind_a_stem_are_periods_across_the_columns() -> None:
    found = inspected("departement,pib2019,pib2020,pib2021\n44,100,200,300\n49,110,210,310\n")
    assert found.recipe.layout == "periods_in_columns"
    assert found.recipe.value.matching == r"^pib((?:19|20)\d{2})$"


def test_territories_across_the_columns() -> None:
    found = inspected("trimestre;Loire-Atlantique;Maine-et-Loire\nT1 - 2020;51300;103550\nT2 - 2020;51930;98220\n")
    assert found.recipe.layout == "territories_in_columns"
    assert found.recipe.territory.origin.header_rows == (1,)


def test_months_by_years() -> None:
    header = "Année;janvier;février;mars;avril;mai"
    found = inspected(f"{header}\n2019;1,5;2,5;3,5;4,5;5,5\n2020;1;2;3;4;5\n")
    assert found.recipe.layout == "month_by_year"
    assert (found.recipe.period.origin.column, found.recipe.period.origin.header_rows) == ("Année", (1,))


def test_a_header_in_two_rows_carries_two_dimensions() -> None:
    header = ";Loire-Atlantique;;Ain;\n;Industrie;Construction;Industrie;Construction"
    text = f"{header}\n2020-T1;1,5;2,5;3,5;4,5\n2020-T2;1;2;3;4\n"
    recipe = inspected(text).recipe
    assert recipe.layout == "multi_row_header"
    assert recipe.territory.origin.header_rows == (1,)
    assert [rule.origin.header_rows for rule in recipe.breakdown] == [(2,)]


@pytest.mark.parametrize(
    ("text", "name", "cell", "source"),
    [
        ("departement;taux en 2021\n44;1,5\n49;2,5\n", "a.csv", "", ""),
        ("Chômage en 2021;\n;\ndepartement;taux\n44;1,5\n49;2,5\n", "a.csv", "A1", ""),
        ("departement;taux\n44;1,5\n49;2,5\n", "chomage_2021.csv", "", "file_name"),
    ],
)
def test_a_period_said_once_is_kept_by_its_place(text: str, name: str, cell: str, source: str) -> None:
    found = inspected(text, name=name)
    assert (found.recipe.period.origin.cell, found.recipe.period.origin.source) == (cell, source)
    assert guess(found, "period.constant").value == "2021"
    assert found.recipe.period.origin.pattern


def test_a_period_that_nothing_says_is_asked() -> None:
    doubt = guess(inspected("departement;taux\n44;1,5\n49;2,5\n"), "period.constant")
    assert (doubt.value, doubt.confidence) == ("", TO_CONFIRM)


def test_the_date_of_an_update_is_not_the_period() -> None:
    header = "LAST UPDATE,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG"
    text = f"{header}\n02/03/26 23:00:00,France,2018,1.8,p\n02/03/26 23:00:00,Ain,2019,1.9,\n"
    found = inspected(text)
    assert found.recipe.period.origin.column == "TIME_PERIOD"
    assert [column.column for column in found.recipe.status.columns] == ["OBS_FLAG"]


def test_several_measures_are_a_choice() -> None:
    text = lines(
        "mesure;departement;annee;valeur",
        lambda n: f"{'Taux' if n % 2 else 'Nombre'};{['44', '49'][n // 2 % 2]};{2000 + n};1,5",
    )
    found = inspected(text)
    assert {measure.key for measure in found.measures} == {"Taux", "Nombre"}
    assert guess(found, "measure").confidence == TO_CONFIRM
    wanted = inspected(text, wanted="Je veux le nombre d'accidents")
    assert [(rule.column, rule.values) for rule in wanted.recipe.filter] == [("mesure", ("Nombre",))]
    assert guess(wanted, "measure").confidence == ALMOST


def test_a_wish_brings_breakdowns_down_to_their_total() -> None:
    rows = [
        f"44;2020;{sex};{age};{n},5"
        for n, (sex, age) in enumerate([(s, a) for s in ("Total", "F") for a in ("Total", "25 ans")])
    ]
    text = "departement;annee;Sexe;Tranche d'âge;valeur\n" + "\n".join(
        rows * 1 + [row.replace("44;", "49;") for row in rows]
    )
    found = inspected(text, wanted="Le taux par sexe, tous âges")
    assert [rule.name for rule in found.recipe.breakdown] == ["Sexe"]
    assert [(rule.column, rule.values) for rule in found.recipe.filter] == [("Tranche d'âge", ("Total",))]


def test_rows_that_repeat_are_a_question() -> None:
    doubt = guess(inspected("departement;annee;valeur\n44;2020;1,5\n44;2020;2,5\n49;2020;3\n"), "duplicates")
    assert (doubt.value, doubt.confidence) == ("", TO_CONFIRM)
    assert [choice.value for choice in doubt.alternatives] == ["sum", "mean", "refuse"]


def test_a_number_with_two_meanings_is_a_question() -> None:
    doubt = guess(
        inspected('departement;annee;valeur\n44;2020;"1,234"\n49;2020;"2,345"\n01;2020;"7,891"\n'), "value.decimal"
    )
    assert (doubt.value, doubt.confidence) == ("", TO_CONFIRM)


def test_a_number_of_a_neighbour_column_proves_the_decimal_mark() -> None:
    found = inspected('departement;annee;taux;part\n44;2020;"1,234";"1,5"\n49;2020;"2,345";"2,5"\n', wanted="taux")
    assert found.recipe.value.decimal == ","


def test_a_sign_glued_to_values_is_asked_about() -> None:
    found = inspected(
        lines("departement;annee;taux", lambda n: f"{['44', '49'][n % 2]};{2000 + n};{n + 1},5{'*' if n > 25 else ''}")
    )
    assert found.recipe.value.flags
    doubt = guess(found, "status.flag.*")
    assert (doubt.value, doubt.confidence) == ("", TO_CONFIRM)
    assert doubt.question == "Que veut dire «\u00a0*\u00a0», collé à des valeurs\u202f?"


def test_a_percent_sign_is_the_unit() -> None:
    found = inspected('SIREN,annee,part\n244400404,2018,"10,41 %"\n200000172,2018,"9,79 %"\n')
    assert (found.unit, found.recipe.value.units, found.recipe.value.decimal) == ("%", ("%",), ",")


def test_at_most_three_doubts_are_shown_at_once() -> None:
    found = inspected('a;b;c\nx;"1,234";5\nx;"2,345";6\nx;s;7\n')
    assert found.doubts == found.every_doubt[:3]


def test_a_list_of_territories_is_refused_and_sent_where_it_goes() -> None:
    rows = "".join(
        f"{number:02d},84,{number:02d}{n:03d},{n % 5},NOM {n},Nom {n}\n" for n, number in enumerate(range(1, 20))
    )
    with pytest.raises(FileRefused) as caught:
        inspected("DEP,REG,CHEFLIEU,TNCC,NCC,LIBELLE\n" + rows)
    assert caught.value.code == "not_statistics"
    reason = str(caught.value.reason)
    assert "liste de 19 départements" in reason
    assert all(word in reason for word in ("code", "région", "chef-lieu", "libellé", "sans aucune valeur ni période"))
    assert "Rien n’a été enregistré" in reason
    assert "référentiel des territoires" in str(caught.value.remedy)


@pytest.mark.parametrize(
    "text", ["seulement du texte\nsur deux lignes\n", "id,nom,description\nA,un,texte\nB,deux,autre\nC,trois,fin\n"]
)
def test_a_file_without_values_is_no_statistic(text: str) -> None:
    with pytest.raises(FileRefused) as caught:
        inspected(text)
    assert caught.value.code == "not_statistics"


def test_last_year_recipe_is_kept_when_it_fits() -> None:
    text = "departement;annee;taux\n44;2020;1,5\n49;2020;2,5\n"
    former = inspected(text).recipe
    again = inspect_source(open_source(text.encode(), name="b.csv"), CATALOGUE, hints=Hints(recipe=former))
    assert again.recipe is former
    assert [guess.what for guess in again.guesses] == ["recipe", "file.header", "file.encoding"]
    assert again.guesses[0].value == "former"


def test_last_year_recipe_that_no_longer_fits_is_replaced_and_the_difference_said() -> None:
    former = inspected("departement;annee;taux\n44;2020;1,5\n49;2020;2,5\n").recipe
    text = "departement;annee;tx\n44;2020;1,5\n49;2020;2,5\n"
    found = inspect_source(open_source(text.encode(), name="b.csv"), CATALOGUE, hints=Hints(recipe=former))
    assert found.recipe.value.column == "tx"
    assert "taux" in guess(found, "recipe").reason


def test_a_note_may_say_that_empty_cells_are_zeros() -> None:
    found = inspected(
        "Les cases vides correspondent à la valeur 0;;\n\ndepartement;annee;nombre\n44;2020;1\n49;2020;\n01;2020;3\n"
    )
    assert found.recipe.empty == "zero"


def test_rows_between_the_header_and_the_first_period_are_left_out() -> None:
    found = inspected(
        "Libellé;Taux;Codes\nidBank;010537426;\nPériode;;\n2021-01;99.46;A\n2020-12;99.56;A\n2020-11;98;A\n"
    )
    assert found.recipe.file.skip == (2, 3)
    assert found.recipe.period.origin.column == "Libellé"


def test_an_inspection_is_written_as_plain_mappings() -> None:
    shape = inspection_shape(inspected("geo;annee;taux\n44;2020;1,5\n52;2020;2,5\n"))
    assert json.loads(json.dumps(shape))["recipe"]["value"] == {"column": "taux", "decimal": ","}
    assert shape["doubts"] == ["territory.scheme"]


def test_series_labels_hold_the_measure_and_the_territory() -> None:
    labels = [f"Emploi - {what} - {where}" for what in ("Industrie", "Ensemble") for where in DEPARTEMENTS.values()]
    rows = "".join(f"{label};{n + 1};{n + 2}\nCodes;A;P\n" for n, label in enumerate(labels))
    found = inspected(f"Libellé;2020-T1;2020-T2\n{rows}", wanted="Emploi, ensemble des secteurs, Ensemble")
    assert found.recipe.territory.origin.pattern == "^.* - (.+?)$"
    assert found.recipe.value.flag_row == FlagRow("Libellé", "Codes")
    assert {measure.key for measure in found.measures} == {"Emploi - Industrie", "Emploi - Ensemble"}
    assert found.recipe.filter[0].values[0].startswith("^Emploi \\- Ensemble - ")


def test_a_name_that_two_schemes_share_is_read_in_the_scheme_of_its_neighbours() -> None:
    same = inspected("trimestre;Loire-Atlantique;Maine-et-Loire\nT1 - 2020;51300;103550\nT2 - 2020;51930;98220\n")
    mixed = inspected("trimestre;Loire-Atlantique;Ain;Bretagne\nT1 - 2020;51300;103550;1\nT2 - 2020;51930;98220;2\n")
    assert same.recipe.territory.scheme == "COG département"
    assert mixed.recipe.territory.scheme == ""
    assert mixed.recipe.territory.labels == {"Loire-Atlantique": "COG département|44"}


def test_the_regions_are_said_to_be_exactly_those_of_the_mainland_only_when_they_are() -> None:
    codes = ("11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94")

    def reason(*more: str) -> str:
        rows = [f"{code};2020;10,5" for code in (*codes, *more)]
        return guess(inspected("codgeo;annee;valeur\n" + "\n".join(rows) + "\n"), "territory.scheme").reason

    assert "exactement" in reason()
    assert "exactement" not in reason("01", "02", "03", "04")


@pytest.mark.parametrize("header", ["code", "Code", "codes"])
def test_a_column_called_code_asks_whether_it_is_of_regions_or_departements(header: str) -> None:
    rows = [f"{code};{year};10,5" for code in ("44", "52", "53") for year in (2020, 2021)]
    found = inspected(f"{header};annee;valeur\n" + "\n".join(rows) + "\n")
    assert found.recipe.territory.origin.column == header
    told = guess(found, "territory.scheme")
    assert told.confidence == TO_CONFIRM
    assert {one.value for one in told.alternatives} == {"COG région", "COG département"}


def test_a_column_called_code_beside_names_of_something_else_is_not_of_territories() -> None:
    rows = [f"{code};{name};2020;10,5" for code, name in (("11", "Textile"), ("44", "Cuir"), ("52", "Papier"))]
    found = inspected("code;secteur;annee;valeur\n" + "\n".join(rows) + "\n")
    assert found.recipe.territory.origin.column == ""


def test_codes_are_read_rather_than_the_names_beside_them() -> None:
    found = inspected("Code;Nom;2020;2021\n44;Aisne;12;13\n02;Loire-Atlantique;9;8\n49;Maine-et-Loire;10;11\n")
    assert (found.recipe.territory.origin.column, found.recipe.territory.scheme) == ("Code", "COG département")


def test_dates_of_the_end_of_months_are_said_to_be_months() -> None:
    days = ("31/01/2024", "29/02/2024", "31/03/2024", "30/04/2024")
    found = inspected(
        "departement;date;taux\n" + "".join(f"{code};{day};1,5\n" for code in ("44", "49") for day in days)
    )
    told = guess(found, "period.column")
    assert found.recipe.period.format == "month"
    assert told.sentence == "La colonne date est la période\u00a0: 2024-01 à 2024-04, une par mois."
    assert "jour d’un mois" in told.reason
