"""Screen 3: what would change, losses accepted one by one, one release whatever is clicked."""

from collections.abc import Callable
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from indicators.assistant.drafts import draft_of
from indicators.models import Release, Upload
from portal.review import NotAllowed
from tests.factories.indicators import make_department, make_user
from tests.indicators.assistant.conftest import NAMES, SHEET, address, answer, drop, last_upload, rows, signed_in

pytestmark = pytest.mark.django_db

Publish = Callable[..., Release]
LATER = {
    **{("52", 2023, sex): f"{4.7 + shift / 10:.1f}".replace(".", ",") for shift, sex in enumerate("TFH")},
    ("76", 2022, "F"): "48",
    **{("44", year, sex): "-absent-" for year in range(2019, 2026) for sex in "TFH"},
}


def replay(client: Client, release: Release) -> str:
    """Next year's file: 2025 arrives, Grand Est is gone, three values are revised, one has lost its comma."""
    return drop(client, rows(last=2025, changes=LATER), indicator=release.indicator).content.decode()


def submit(client: Client, **data: object) -> str:
    sent = {"action": "submit", "when": "now", **data}
    return client.post(address("comparing"), sent, follow=True).content.decode()


def losses() -> list[str]:
    from indicators.assistant.readings import reading_of
    from indicators.services.importing import compare_upload

    upload = last_upload()
    return [loss.key for loss in compare_upload(indicator=upload.indicator, found=reading_of(upload)).losses]


def test_a_first_publication_shows_the_whole_table_and_no_change(officer_client: Client) -> None:
    drop(officer_client, rows())
    page = answer(officer_client, "compare", **SHEET).content.decode()
    assert "Première mise à jour" in page
    assert "Toutes les valeurs" in page
    assert 'class="cnts"' not in page
    assert "en ligne aujourd’hui" not in page


def test_the_headline_says_the_state_in_words(officer_client: Client, published: Publish) -> None:
    page = replay(officer_client, published())
    assert "L’année 2025 arrive." in page
    assert "<mark>4 valeurs changent</mark>" in page
    assert "18 disparaissent" in page


def test_revised_rows_are_shown_strongest_first_with_their_flag(officer_client: Client, published: Publish) -> None:
    page = replay(officer_client, published())
    table = page.split('class="rt revs"')[1]
    assert table.index("Occitanie") < table.index("Pays de la Loire")
    assert '<span class="flg">×10</span>' in table
    assert "virgule perdue" in table
    assert "<s>4,8</s>" in table


def test_the_page_tells_what_the_public_sentence_becomes(officer_client: Client, published: Publish) -> None:
    page = replay(officer_client, published())
    assert "Ce que la page dira" in page
    assert "Après publication" in page
    assert "Aujourd’hui" in page


def test_what_vanishes_is_named(officer_client: Client, published: Publish) -> None:
    page = replay(officer_client, published())
    assert "<b>Grand Est</b>, territoire absent du fichier\u00a0: 18 valeurs." in page


def test_each_loss_is_a_tick_and_none_is_ticked_beforehand(officer_client: Client, published: Publish) -> None:
    page = replay(officer_client, published())
    assert page.count('name="accepted"') == 2
    assert "2 pertes restent à accepter." in page
    assert "Occitanie, 2022, F, 48,0 au lieu de 4,8" in page


def test_nothing_leaves_without_accepting_every_loss(officer_client: Client, published: Publish) -> None:
    replay(officer_client, published())
    page = submit(officer_client, accepted=losses()[:1], message="Bonjour")
    assert "<title>Erreur\u00a0:" in page
    assert "Une perte reste à accepter" in page
    assert "Bonjour" in page
    assert Release.objects.count() == 1


def test_accepted_losses_are_repeated_word_for_word_to_the_reviewer(
    officer_client: Client, reviewer_client: Client, published: Publish
) -> None:
    page = replay(officer_client, published())
    sentence = page.split('name="accepted"')[1].split("<b>")[1].split("</b>")[0]
    submit(officer_client, accepted=losses())
    review = reviewer_client.get(address("release", Release.objects.latest("pk"))).content.decode()
    assert "Pertes acceptées par" in review
    assert sentence in review


def test_a_value_left_aside_is_a_loss_told_with_its_place(officer_client: Client) -> None:
    from indicators.assistant.readings import reading_of

    drop(officer_client, rows(changes={("28", 2024, "H"): "4,9,2"}))
    key = reading_of(last_upload()).reading.problems[0].key
    answer(officer_client, **{"p1-key": key, "p1": "drop"})
    page = answer(officer_client, "compare", **SHEET).content.decode()
    assert "1 cellule laissée de côté\u00a0: ligne 55, colonne jours, «\u00a04,9,2\u00a0», Normandie, 2024." in page
    submit(officer_client, accepted=[key])
    assert "ligne 55, colonne jours" in str(Release.objects.get().provenance.losses)


def test_every_loss_is_kept_for_the_reviewer_with_the_details_shown_to_the_officer(
    officer_client: Client, published: Publish
) -> None:
    replay(officer_client, published())
    shown = officer_client.get(address("comparing")).context["screen"].losses
    submit(officer_client, accepted=losses())
    kept = Release.objects.latest("pk").provenance.losses
    assert [(one["sentence"], one["detail"]) for one in kept] == [(one.sentence, one.detail) for one in shown]
    assert any("2024" in one["detail"] for one in kept)


def test_the_file_can_be_said_to_add_instead_of_replace(officer_client: Client, published: Publish) -> None:
    replay(officer_client, published())
    page = officer_client.post(address("scope"), {"scope": "adds"}, follow=True).content.decode()
    assert "18 disparaissent" not in page
    assert "Ce fichier complète" in page


def test_the_draft_is_kept_with_what_was_typed(officer_client: Client, published: Publish) -> None:
    replay(officer_client, published())
    officer_client.post(address("comparing"), {"action": "keep", "message": "À finir", "accepted": losses()[:1]})
    assert draft_of(last_upload()).submission["message"] == "À finir"
    page = officer_client.get(address("comparing")).content.decode()
    assert "À finir" in page
    assert "Une perte reste à accepter." in page


def test_a_double_click_makes_one_release(officer_client: Client, published: Publish) -> None:
    replay(officer_client, published())
    data = {"action": "submit", "when": "now", "accepted": losses()}
    first = officer_client.post(address("comparing"), data)
    second = officer_client.post(address("comparing"), data)
    assert Release.objects.count() == 2
    assert first.url == second.url == address("release", Release.objects.latest("pk"))


def test_the_second_of_two_people_is_told_who_was_faster(officer_client: Client, published: Publish) -> None:
    replay(officer_client, published())
    colleague = make_user(groups=("Données",), departments=[make_department("emploi")])
    data = {"action": "submit", "when": "now", "accepted": losses()}
    signed_in(colleague).post(address("comparing"), data)
    page = officer_client.post(address("comparing"), data, follow=True).content.decode()
    assert "Ce fichier a déjà été soumis" in page
    assert str(colleague) in page


def test_a_correction_must_be_told_to_the_readers(officer_client: Client, published: Publish) -> None:
    replay(officer_client, published())
    page = submit(officer_client, accepted=losses(), is_correction="on")
    assert "Une correction se dit aux lecteurs" in page
    submit(officer_client, accepted=losses(), is_correction="on", note_fr="2023 était faux.")
    release = Release.objects.latest("pk")
    assert (release.is_correction, release.note_fr) == (True, "2023 était faux.")


def test_a_publication_date_must_lie_ahead(officer_client: Client, published: Publish) -> None:
    replay(officer_client, published())
    page = submit(officer_client, accepted=losses(), when="date", go_live_at="2020-01-01T08:00")
    assert "Cette date est passée." in page


def test_the_recipe_keeps_the_name_it_was_given(officer_client: Client, published: Publish) -> None:
    release = published()
    assert release.provenance.recipe.name == "Essai"


def test_no_recipe_is_kept_when_the_box_is_empty(officer_client: Client) -> None:
    drop(officer_client, rows())
    answer(officer_client, "compare", **SHEET, recipe_asked="1")
    submit(officer_client)
    assert Release.objects.get().provenance.recipe is None


def test_figures_that_are_online_already_are_not_sent_again(officer_client: Client, published: Publish) -> None:
    release = published()
    drop(officer_client, rows() + "\n", indicator=release.indicator, name="encore.csv")
    page = submit(officer_client)
    assert "Rien n’est parti à la relecture" in page
    assert Release.objects.count() == 1
    assert last_upload().state == Upload.State.READ


def test_all_rows_of_a_kind_can_be_taken_away_safely(officer_client: Client, published: Publish) -> None:
    replay(officer_client, published())
    answer = officer_client.get(address("rows"), {"lignes": "revised"})
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 5
    assert lines[1].startswith("Occitanie;COG région 76;2022;")
    assert officer_client.get(address("rows"), {"lignes": "n’importe quoi"}).status_code == 404


def test_another_territory_can_be_drawn(officer_client: Client, published: Publish) -> None:
    from indicators.models import Territory

    replay(officer_client, published())
    place = Territory.objects.get(scheme="COG région", code="53")
    page = officer_client.get(address("comparing"), {"territoire": place.pk}).content.decode()
    assert f"{NAMES['53']}, avant et après" in page


def test_a_strange_address_is_no_error(officer_client: Client, published: Publish) -> None:
    replay(officer_client, published())
    for query in ({"territoire": "999999"}, {"territoire": "x"}, {"tout": "rien", "page": "-4"}, {"page": "9999"}):
        assert officer_client.get(address("comparing"), query).status_code == 200


def test_a_reading_with_an_open_problem_cannot_be_compared(officer_client: Client, published: Publish) -> None:
    release = published()
    drop(officer_client, rows(last=2025, changes={("28", 2024, "H"): "4,9,2"}), indicator=release.indicator)
    assert officer_client.get(address("comparing")).url == address("reading")
    assert reverse("assistant:deposit")


def test_a_new_indicator_is_never_read_with_the_recipe_of_another_one(
    officer_client: Client, published: Publish
) -> None:
    source = published().indicator.source
    lines = [f"{code};{name};{year};T;{year};{year - 1000}" for code, name in NAMES.items() for year in (2020, 2021)]
    text = "region;libelle;annee;sexe;jours;effectif\n" + "\n".join(lines) + "\n"
    drop(officer_client, text)
    answer(officer_client, measure="effectif")
    sheet = {**SHEET, "sheet-title_fr": "Effectif", "sheet-source": str(source.pk)}
    page = answer(officer_client, "compare", measure="effectif", **sheet).content.decode()
    assert "1" + "\u202f" + "020" in page
    assert "2" + "\u202f" + "020" not in page


def test_a_submission_that_was_killed_leaves_the_file_open_again(officer_client: Client, published: Publish) -> None:
    replay(officer_client, published())
    Upload.objects.filter(pk=last_upload().pk).update(
        state=Upload.State.IMPORTED, progress=40, saved_at=timezone.now() - timedelta(hours=2)
    )
    page = officer_client.get(address("comparing"), follow=True).content.decode()
    assert "Soumettre à la relecture" in page
    assert last_upload().state == Upload.State.READ


def test_the_draft_of_an_interrupted_attempt_is_submitted_with_the_words_of_the_next_one(
    officer_client: Client, published: Publish
) -> None:
    replay(officer_client, published())
    with patch("indicators.services.upload_submission.submit_release", side_effect=NotAllowed("Plus tard.")):
        assert "Plus tard." in submit(officer_client, accepted=losses(), message="Premier", note_fr="Avant.")
    left = Release.objects.latest("pk")
    submit(officer_client, accepted=losses(), message="Second", note_fr="2023 était faux.", note_en="2023 was wrong.")
    release = Release.objects.latest("pk")
    assert release == left
    assert (release.message, release.note_fr, release.note_en) == ("Second", "2023 était faux.", "2023 was wrong.")
    assert release.latest_revision.content["note_en"] == "2023 was wrong."
