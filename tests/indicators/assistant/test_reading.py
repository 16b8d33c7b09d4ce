"""Screen 2: values first, doubts answered, problems decided, answers kept."""

import json
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from indicators.assistant.sheets import without_unit
from indicators.models import Indicator, Release, Territory, Upload
from tests.indicators.assistant.conftest import NAMES, SHEET, address, answer, drop, last_upload, rows

pytestmark = pytest.mark.django_db

Publish = Callable[..., Release]

STARRED = {("52", 2024, sex): f"{4.5 + shift / 10:.1f}".replace(".", ",") + "*" for shift, sex in enumerate("TFH")}
BROKEN = {("28", 2024, "H"): "4,9,2"}


def test_values_come_first_with_the_cell_they_were_read_from(officer_client: Client) -> None:
    page = drop(officer_client, rows()).content.decode()
    assert "Voici ce que j’ai compris" in page
    assert "<mark>90 valeurs</mark>" in page
    assert page.index('class="obs"') < page.index("Ce dont je suis sûr")
    assert "<code>4,0</code>" in page
    assert "région 52" in page


def test_a_doubt_is_the_same_number_on_the_cell_and_on_its_question(officer_client: Client) -> None:
    page = drop(officer_client, rows(changes=STARRED)).content.decode()
    assert "Que veut dire" in page
    assert 'href="#d1"' in page
    assert 'id="d1"' in page
    assert "à dire" in page
    assert "Les 3 douteuses" in page


def test_only_the_doubtful_rows_are_shown_on_demand(officer_client: Client) -> None:
    drop(officer_client, rows(changes=STARRED))
    page = officer_client.get(address("reading"), {"valeurs": "douteuses"}).content.decode()
    assert page.count('<tr class="dbt">') == 3
    assert '<tr><td class="mu">' not in page.replace("\n    ", "")


def test_all_rows_are_shown_page_by_page(officer_client: Client) -> None:
    drop(officer_client, rows())
    page = officer_client.get(address("reading"), {"valeurs": "toutes", "page": "2"}).content.decode()
    assert "Page 2 sur 2" in page


def test_comparing_without_an_answer_says_which_one_is_missing(officer_client: Client) -> None:
    drop(officer_client, rows(changes=STARRED))
    response = answer(officer_client, "compare", **SHEET)
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Erreur\u00a0:" in page
    assert "Une réponse manque pour comparer" in page
    assert '<a href="#d1">' in page
    assert "data-focus" in page
    assert "disabled" not in page.split('class="observatory"')[1]


def test_an_answer_is_kept_and_changes_the_values(officer_client: Client) -> None:
    drop(officer_client, rows(changes=STARRED))
    page = answer(officer_client, **{"r-status.flag.*": "provisional"}).content.decode()
    assert "provisoire" in page
    assert "Brouillon gardé à" in page
    assert last_upload().answers["answers"] == {"status.flag.*": "provisional"}


def test_what_was_not_asked_is_not_kept_as_an_answer(officer_client: Client) -> None:
    drop(officer_client, rows())
    answer(officer_client, **{"r-territory.column": "region"})
    assert last_upload().answers["answers"] == {}


def test_a_cell_that_is_no_number_blocks_until_it_is_decided(officer_client: Client) -> None:
    page = drop(officer_client, rows(changes=BROKEN)).content.decode()
    assert "Un problème à régler" in page
    assert "Ligne 55" in page
    response = answer(officer_client, "compare", **SHEET)
    assert response.status_code == 422
    assert "Choisissez une des solutions." in response.content.decode()


def decide(client: Client, key: str, choice: str, **more: str) -> str:
    return answer(
        client, **SHEET, **{"p1-key": key, "p1": choice, **{f"p1-{name}": text for name, text in more.items()}}
    ).content.decode()


def problem_key() -> str:
    from indicators.assistant.readings import reading_of

    return reading_of(last_upload()).reading.problems[0].key


def test_a_value_left_aside_can_be_taken_back(officer_client: Client) -> None:
    drop(officer_client, rows(changes=BROKEN))
    key = problem_key()
    page = decide(officer_client, key, "drop")
    assert "Tout est répondu" in page
    assert "4,9,2" in page
    assert "Encore une réponse" in decide(officer_client, key, "correct")


def test_the_right_value_can_be_typed(officer_client: Client) -> None:
    drop(officer_client, rows(changes=BROKEN))
    page = decide(officer_client, problem_key(), "replace", text="4,9")
    assert "Tout est répondu" in page
    assert "<mark>90 valeurs</mark>" in page


def test_a_typed_value_may_use_the_other_decimal_mark(officer_client: Client) -> None:
    drop(officer_client, rows(changes={("28", 2024, "H"): "4.9.2"}).replace(",", "."))
    page = decide(officer_client, problem_key(), "replace", text="4,9")
    assert "Tout est répondu" in page
    assert "<mark>90 valeurs</mark>" in page
    assert next(iter(last_upload().answers["decisions"].values()))["text"] == "4.9"


def test_a_typed_value_that_is_no_number_is_an_error_told_on_its_field(officer_client: Client) -> None:
    drop(officer_client, rows(changes=BROKEN))
    page = decide(officer_client, problem_key(), "replace", text="abc")
    assert "ne se lit pas comme un nombre." in page
    assert 'aria-describedby="p1-error"' in page
    assert "Encore une réponse" in page
    assert page.count('name="p1-key"') == 1
    assert 'name="p2-key"' not in page


def test_the_bar_counts_what_a_new_indicator_still_lacks(officer_client: Client) -> None:
    page = drop(officer_client, rows()).content.decode()
    assert "Tout est répondu" not in page
    page = answer(officer_client, **{**SHEET, "sheet-licence": ""}).content.decode()
    assert "Encore une réponse\u00a0: licence de la nouvelle source." in page
    assert "Tout est répondu" in answer(officer_client, **SHEET).content.decode()


def test_a_value_to_type_that_is_left_empty_stays_a_problem(officer_client: Client) -> None:
    drop(officer_client, rows(changes=BROKEN))
    assert "Encore une réponse" in decide(officer_client, problem_key(), "replace", text=" ")


def test_a_misspelt_territory_is_mapped_to_the_suggestion(officer_client: Client) -> None:
    text = "territoire;annee;valeur\n" + "".join(
        f"{name};{year};{year}\n" for name in ("Bretange", "Normandie", "Occitanie") for year in (2020, 2021)
    )
    page = drop(officer_client, text).content.decode()
    assert "C’est Bretagne" in page
    assert "Tout est répondu" in decide(officer_client, problem_key(), "map:COG région|53")


def test_a_territory_can_be_found_by_its_name(officer_client: Client) -> None:
    text = "territoire;annee;valeur\n" + "".join(
        f"{name};{year};{year}\n" for name in ("Là-bas", "Normandie", "Occitanie") for year in (2020, 2021)
    )
    drop(officer_client, text)
    place = Territory.objects.get(scheme="COG région", code="53")
    page = decide(officer_client, problem_key(), "map", territory=f"{place.name_fr} (COG région 53)")
    assert "Tout est répondu" in page


def test_a_territory_can_be_created(officer_client: Client) -> None:
    text = "territoire;annee;valeur\n" + "".join(
        f"{name};{year};{year}\n" for name in ("Quartier neuf", "Normandie", "Occitanie") for year in (2020, 2021)
    )
    drop(officer_client, text)
    page = decide(officer_client, problem_key(), "create", name="Quartier neuf", level="district")
    assert "Tout est répondu" in page
    assert Territory.objects.get(name_fr="Quartier neuf").spellings.get().text == "Quartier neuf"


def test_many_unknown_territories_are_one_line_with_one_answer(officer_client: Client) -> None:
    codes = ["44109", "44162", *(f"{number:05d}" for number in range(35001, 35021))]
    lines = [f"{code};{year};{year}\n" for code in codes for year in (2020, 2021)]
    text = "code_commune;annee;valeur\n" + "".join(lines)
    page = drop(officer_client, text).content.decode()
    assert page.count("p1-group") == 1
    assert "20 textes différents" in page
    group = page.split('name="p1-group" value="')[1].split('"')[0]
    page = answer(officer_client, **SHEET, **{"p1-group": group, "p1": "drop"}).content.decode()
    assert "Tout est répondu" in page
    assert (
        answer(officer_client, **{"p1-group": group, "p1": "correct"}).content.decode().count("Encore une réponse") == 1
    )


def test_a_territory_that_the_file_does_not_tell_is_asked_and_typed(officer_client: Client) -> None:
    page = drop(
        officer_client, "annee;valeur\n" + "".join(f"{year};{year}\n" for year in range(2015, 2024))
    ).content.decode()
    assert "De quel territoire sont ces valeurs" in page
    assert "<mark>9 valeurs</mark>" in page
    place = Territory.objects.get(is_focus=True)
    typed = f"{place.name_fr} ({place.scheme} {place.code})"
    page = answer(officer_client, **SHEET, **{"r-territory.constant": typed}).content.decode()
    assert "Tout est répondu" in page
    assert place.name_fr in page


def test_a_file_of_several_measures_first_asks_which_one(officer_client: Client) -> None:
    measures = ("Taux de chômage (%)", "Emploi (nombre)")
    lines = [f"{code};{year};{one};{year}\n" for code in NAMES for year in (2020, 2021) for one in measures]
    text = "code_region;annee;indicateur;valeur\n" + "".join(lines)
    page = drop(officer_client, text).content.decode()
    assert "Quelle mesure" in page
    assert "Encore 5 réponses" in page


def test_answers_that_make_the_file_unreadable_can_be_forgotten(officer_client: Client) -> None:
    drop(officer_client, rows())
    response = answer(officer_client, **{"r-file.header": "4"})
    assert response.status_code in (200, 422)
    page = answer(officer_client, "forget").content.decode()
    assert "<mark>90 valeurs</mark>" in page


def test_giving_up_stores_nothing(officer_client: Client) -> None:
    drop(officer_client, rows())
    page = answer(officer_client, "abandon").content.decode()
    assert "Oui, abandonner" in page
    assert last_upload().state == Upload.State.READ
    answer(officer_client, "abandon_for_good")
    assert last_upload().state == Upload.State.ABANDONED
    assert not Release.objects.exists()


def test_the_new_indicator_needs_a_title_a_unit_a_goal_and_a_source(officer_client: Client) -> None:
    drop(officer_client, rows())
    response = answer(officer_client, "compare", **{**SHEET, "sheet-unit_fr": "", "sheet-licence": ""})
    assert response.status_code == 422
    assert "Nécessaire pour une nouvelle source." in response.content.decode()
    assert not Indicator.objects.exists()


def test_the_new_indicator_is_a_draft_of_ones_department(officer_client: Client) -> None:
    drop(officer_client, rows())
    answer(officer_client, "compare", **SHEET)
    indicator = Indicator.objects.get()
    assert (indicator.live, indicator.department.code, indicator.source.producer) == (False, "emploi", "Observatoire")
    assert indicator.decimals == 1


def test_changing_ones_mind_changes_the_same_draft(officer_client: Client) -> None:
    drop(officer_client, rows())
    answer(officer_client, "compare", **SHEET)
    answer(officer_client, "compare", **{**SHEET, "sheet-title_fr": "Autre titre"})
    assert Indicator.objects.get().title_fr == "Autre titre"


def test_a_first_import_is_seen_not_compared(officer_client: Client, published: Publish) -> None:
    assert "Voir ce qui sera publié" in drop(officer_client, rows()).content.decode()
    release = published(rows(last=2023))
    drop(officer_client, rows(last=2025), indicator=release.indicator)
    assert "Comparer avec ce qui est en ligne" in officer_client.get(address("reading")).content.decode()


@pytest.mark.parametrize(
    ("title", "unit", "kept"),
    [
        ("Taux de pauvreté, en %", "%", "Taux de pauvreté"),
        ("Taux de pauvreté (%)", "%", "Taux de pauvreté"),
        ("Taux de pauvreté", "%", "Taux de pauvreté"),
        ("%", "%", "%"),
        ("Revenu en euros", "", "Revenu en euros"),
    ],
)
def test_the_title_does_not_repeat_the_unit(title: str, unit: str, kept: str) -> None:
    assert without_unit(title, unit) == kept


def test_a_title_that_exists_is_said_and_leads_to_its_update(officer_client: Client, published: Publish) -> None:
    indicator = published().indicator
    drop(officer_client, rows(last=2023), name="autre.csv")
    response = answer(officer_client, "compare", **SHEET)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Un indicateur porte déjà ce titre" in page
    assert f"?indicateur={indicator.code}" in page
    assert Indicator.objects.count() == 1


def test_a_new_indicator_whose_address_is_taken_gets_another_one(officer_client: Client, published: Publish) -> None:
    published()
    drop(officer_client, rows(last=2023), name="autre.csv")
    answer(officer_client, "compare", **{**SHEET, "sheet-title_fr": "Jours de formation."})
    made = Indicator.objects.latest("pk")
    assert (made.code, made.slug) == ("jours-de-formation-2", "jours-de-formation-2")


def test_giving_up_takes_the_draft_of_the_new_indicator_away(officer_client: Client) -> None:
    drop(officer_client, rows())
    answer(officer_client, "compare", **SHEET)
    answer(officer_client, "abandon_for_good")
    assert not Indicator.objects.exists()


def test_nothing_is_created_while_a_problem_is_open(officer_client: Client) -> None:
    drop(officer_client, rows(changes=BROKEN))
    decided = {"p1-key": problem_key(), "p1": "replace", "p1-text": "abc"}
    assert answer(officer_client, "compare", **SHEET, **decided).status_code == 422
    assert not Indicator.objects.exists()


def test_our_script_gets_the_part_of_the_page_that_changes(officer_client: Client) -> None:
    drop(officer_client, rows())
    headers = {"HTTP_X_REQUESTED_WITH": "fetch"}
    response = officer_client.post(address("reading"), {"action": "preview"}, **headers)
    page = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in page
    assert "data-saved-at" in page


def test_what_a_page_sent_earlier_never_undoes_what_it_sent_later(officer_client: Client) -> None:
    drop(officer_client, rows())
    late = {**SHEET, "sheet-title_fr": "Ancien", "sheet-goals": [], "sheet_goals_asked": "1"}
    answer(officer_client, **SHEET, sheet_goals_asked="1", page_name="a", page_rank="2")
    answer(officer_client, **late, page_name="a", page_rank="1")
    kept = last_upload().answers["screen"]["sheet"]
    assert (kept["sheet-title_fr"], kept["sheet-goals"]) == (["Jours de formation"], ["8"])


def test_a_field_that_was_not_sent_stays_as_it_was(officer_client: Client) -> None:
    drop(officer_client, rows())
    answer(officer_client, **SHEET, sheet_goals_asked="1")
    answer(officer_client, **{"sheet-title_fr": "Autre titre"})
    kept = last_upload().answers["screen"]["sheet"]
    assert (kept["sheet-title_fr"], kept["sheet-goals"]) == (["Autre titre"], ["8"])
    answer(officer_client, sheet_goals_asked="1", **{"sheet-title_fr": "Autre titre"})
    assert last_upload().answers["screen"]["sheet"]["sheet-goals"] == []


def test_last_answers_of_two_people_win_without_harm(officer_client: Client) -> None:
    drop(officer_client, rows(changes=STARRED))
    answer(officer_client, **{"r-status.flag.*": "provisional"})
    answer(officer_client, **{"r-status.flag.*": "estimated"})
    kept = last_upload().answers
    assert kept["answers"]["status.flag.*"] == "estimated"
    assert json.dumps(kept)


def test_last_years_recipe_that_fits_goes_straight_to_the_comparison(
    officer_client: Client, published: Callable[..., Release]
) -> None:
    release = published()
    page = drop(officer_client, rows(last=2025), indicator=release.indicator)
    assert page.redirect_chain[-1][0] == address("comparing")
    assert "Lu avec la recette de l’an dernier." in page.content.decode()


def test_last_years_recipe_that_does_not_fit_names_the_difference(
    officer_client: Client, published: Callable[..., Release]
) -> None:
    release = published()
    page = drop(officer_client, rows(last=2025).replace("jours\n", "tx\n", 1), indicator=release.indicator)
    assert page.redirect_chain[-1][0] == address("reading")
    assert "La recette de l’an dernier ne lit plus ce fichier." in page.content.decode()
    assert "jours" in page.content.decode()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_copy_in_another_encoding_is_read_afresh(officer_client: Client, published: Publish, encoding: str) -> None:
    release = published(rows().replace("jours", "durée"))
    file = SimpleUploadedFile("copie.csv", rows(last=2025).replace("jours", "durée").encode(encoding))
    data = {"file": file, "indicator": release.indicator.code}
    page = officer_client.post(reverse("assistant:deposit"), data, follow=True).content.decode()
    assert "La recette de l’an dernier ne lit plus ce fichier." in page
    assert "<mark>105 valeurs</mark>" in page


def test_a_recipe_with_the_other_decimal_mark_is_said_and_replaced(officer_client: Client, published: Publish) -> None:
    release = published()
    page = drop(officer_client, rows(last=2025).replace(",", "."), indicator=release.indicator).content.decode()
    assert "La recette de l’an dernier ne lit plus ce fichier." in page
    assert "cases ne se lisent pas, par exemple" in page
    assert "<mark>105 valeurs</mark>" in page
    assert "Changer" in page


def test_the_recipe_can_be_put_aside_and_taken_up_again(officer_client: Client, published: Publish) -> None:
    release = published()
    drop(officer_client, rows(last=2025), indicator=release.indicator)
    page = officer_client.get(address("reading")).content.decode()
    assert "Relire sans la recette" in page
    page = answer(officer_client, "without_recipe").content.decode()
    assert "La recette de l’an dernier est laissée de côté." in page
    assert "<mark>105 valeurs</mark>" in page
    assert "Relire sans la recette" in answer(officer_client, "with_recipe").content.decode()


TWO_TITLES = "code;a;b;c\n" + rows()


def test_the_row_of_titles_can_be_changed_and_the_columns_are_found_again(officer_client: Client) -> None:
    page = drop(officer_client, TWO_TITLES).content.decode()
    assert 'name="r-file.header"' in page
    assert "region · libelle · annee · sexe …" in page
    page = answer(officer_client, **{"r-file.header": "2"}).content.decode()
    assert "<mark>90 valeurs</mark>" in page
    upload = last_upload()
    assert upload.answers["answers"] == {"file.header": "2"}
    assert (upload.recipe_document["file"]["header"], upload.recipe_document["value"]["column"]) == (2, "jours")


def test_a_recipe_that_served_before_is_put_aside_when_the_titles_are_elsewhere(
    officer_client: Client, published: Callable[..., Release]
) -> None:
    release = published()
    drop(officer_client, rows(last=2025), indicator=release.indicator)
    page = answer(officer_client, **{"r-file.header": "2"}).content.decode()
    assert "Le tableau commence ligne 2" in page
    page = answer(officer_client, **{"r-file.header": "1"}).content.decode()
    assert "Le tableau commence ligne 1" in page
