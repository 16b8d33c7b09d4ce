"""Screen 4: the reviewer sees exactly what was submitted, decides once, and never on their own import."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from indicators.models import Indicator, Publication, Release
from portal.models import User
from tests.factories.indicators import make_department, make_release, make_superuser, make_user
from tests.indicators.assistant.conftest import SHEET, address, answer, drop, last_upload, rows, signed_in

pytestmark = pytest.mark.django_db

Publish = Callable[..., Release]


@pytest.fixture
def submitted(officer_client: Client) -> Release:
    """A first update, waiting for its review."""
    drop(officer_client, rows())
    answer(officer_client, "compare", **SHEET)
    officer_client.post(address("comparing"), {"action": "submit", "when": "now", "message": "Recalculé <b>"})
    return Release.objects.get()


def decide(client: Client, release: Release, **data: str) -> tuple[int, str]:
    sent = {"when": "now", "compared_with": "", **data}
    response = client.post(address("release", release), sent, follow=True)
    return response.status_code, response.content.decode()


def test_provenance_is_told(reviewer_client: Client, submitted: Release, officer: User) -> None:
    page = reviewer_client.get(address("release", submitted)).content.decode()
    upload = submitted.provenance.upload
    for words in (str(officer), "jours.csv", upload.sha256, "90 lignes lues, 90 valeurs gardées."):
        assert words in page
    assert reverse("indicators_files:download", args=[upload.pk]) in page
    assert "Recalculé &lt;b&gt;" in page


def test_the_sheet_of_a_new_indicator_is_reviewed_with_its_figures(reviewer_client: Client, submitted: Release) -> None:
    page = reviewer_client.get(address("release", submitted)).content.decode()
    assert "La fiche du nouvel indicateur" in page
    assert "Training days" in page


def test_the_reviewer_is_told_what_the_english_page_shows_in_french(
    reviewer_client: Client, submitted: Release
) -> None:
    page = reviewer_client.get(address("release", submitted)).content.decode()
    assert "La page anglaise montrera le texte français pour" in page
    assert "unité, nom de la source." in page


def test_the_unit_in_english_of_a_new_indicator_is_asked(officer_client: Client) -> None:
    page = drop(officer_client, rows()).content.decode()
    assert "Si ce champ est vide, la page anglaise montrera le texte français." in page
    answer(officer_client, "compare", **SHEET, **{"sheet-unit_en": "days"})
    assert Indicator.objects.get().unit_en == "days"


def test_the_importer_cannot_decide(officer_client: Client, submitted: Release) -> None:
    page = officer_client.get(address("release", submitted)).content.decode()
    assert "Vous avez importé ce fichier\u00a0: une autre personne doit décider." in page
    assert 'name="decision"' not in page
    status, page = decide(officer_client, submitted, decision="approve")
    assert status == 422
    assert not Publication.objects.exists()


def test_a_superuser_who_imported_cannot_decide_either(submitted: Release) -> None:
    boss = make_superuser()
    other = make_release(submitted.indicator, {"2023": "1"}, user=boss)
    page = signed_in(boss).get(address("release", other)).content.decode()
    assert 'name="decision"' not in page


def test_an_approval_puts_the_figures_online(reviewer_client: Client, submitted: Release) -> None:
    status, page = decide(reviewer_client, submitted, decision="approve")
    assert status == 200
    assert "Approuvé. Les chiffres sont en ligne." in page
    assert Publication.objects.get().release == submitted
    assert "Voir la page publique" in page


def test_an_approval_may_wait_for_a_date(reviewer_client: Client, submitted: Release) -> None:
    status, page = decide(reviewer_client, submitted, decision="approve", when="date", go_live_at="2099-01-05T08:00")
    assert status == 200
    assert not Publication.objects.exists()
    assert "Programmée" in page
    assert "5 janvier 2099" in page


def test_a_planned_publication_is_cancelled_by_a_reviewer_only(
    officer_client: Client, reviewer_client: Client, submitted: Release
) -> None:
    decide(reviewer_client, submitted, decision="approve", when="date", go_live_at="2099-01-05T08:00")
    assert "Annuler la publication prévue" not in officer_client.get(address("release", submitted)).content.decode()
    assert officer_client.post(address("release", submitted), {"action": "unschedule"}).status_code == 422
    page = reviewer_client.post(address("release", submitted), {"action": "unschedule"}, follow=True).content.decode()
    assert "Publication annulée." in page
    assert submitted.scheduled_revision is None


def test_an_update_to_correct_leads_back_to_the_reading_of_its_file(
    officer_client: Client, reviewer_client: Client, submitted: Release
) -> None:
    decide(reviewer_client, submitted, decision="change", comment="2024 est étrange.")
    assert "Revenir à la lecture du fichier" in officer_client.get(address("release", submitted)).content.decode()
    page = officer_client.post(address("release", submitted), {"action": "reread"}, follow=True)
    assert page.redirect_chain[-1][0] == address("reading")
    assert page.status_code == 200
    assert answer(officer_client, "compare").redirect_chain[-1][0] == address("comparing")
    sent = officer_client.post(address("comparing"), {"action": "submit", "when": "now"}, follow=True)
    assert sent.redirect_chain[-1][0] == address("release", submitted)


def test_asking_for_a_correction_needs_a_comment(reviewer_client: Client, submitted: Release) -> None:
    status, page = decide(reviewer_client, submitted, decision="change")
    assert status == 422
    assert "Dites ce qui est à corriger." in page
    assert "<title>Erreur\u00a0:" in page


def test_a_requested_correction_goes_back_with_the_comment(
    officer_client: Client, reviewer_client: Client, submitted: Release
) -> None:
    assert decide(reviewer_client, submitted, decision="change", comment="2024 est étrange.")[0] == 200
    page = officer_client.get(address("release", submitted)).content.decode()
    assert "2024 est étrange." in page
    assert "À corriger" in page
    assert "Soumettre à la relecture" in page


def test_no_decision_is_an_error_with_a_link(reviewer_client: Client, submitted: Release) -> None:
    status, page = decide(reviewer_client, submitted)
    assert status == 422
    assert 'href="#id_decision"' in page


def test_another_publication_meanwhile_redoes_the_comparison(
    officer_client: Client, reviewer_client: Client, published: Publish
) -> None:
    first = published()
    drop(officer_client, rows(last=2025), indicator=first.indicator)
    officer_client.post(address("comparing"), {"action": "submit", "when": "now"})
    waiting = Release.objects.latest("pk")
    drop(officer_client, rows(last=2026), indicator=first.indicator)
    officer_client.post(address("comparing"), {"action": "submit", "when": "now"})
    faster = Release.objects.latest("pk")
    decide(reviewer_client, faster, decision="approve", compared_with=str(first.pk))
    status, page = decide(reviewer_client, waiting, decision="approve", compared_with=str(first.pk))
    assert status == 409
    assert "La comparaison a été refaite" in page
    assert f'name="compared_with" value="{faster.pk}"' in page
    assert Publication.objects.get().release == faster


def test_a_withdrawal_needs_a_reason_and_shows_the_former_version(
    officer_client: Client, reviewer_client: Client, published: Publish
) -> None:
    first = published()
    drop(officer_client, rows(last=2025), indicator=first.indicator)
    officer_client.post(address("comparing"), {"action": "submit", "when": "now"})
    second = Release.objects.latest("pk")
    decide(reviewer_client, second, decision="approve", compared_with=str(first.pk))
    assert reviewer_client.post(address("withdraw", second), {"reason": " "}).status_code == 422
    page = reviewer_client.post(address("withdraw", second), {"reason": "Erreur"}, follow=True).content.decode()
    assert "La version 1 est de nouveau en ligne." in page
    assert "Retirée" in page
    assert Publication.objects.get().release == first


def test_a_data_officer_is_not_offered_the_withdrawal(officer_client: Client, published: Publish) -> None:
    page = officer_client.get(address("release", published())).content.decode()
    assert "Retirer cette mise à jour" not in page


def test_another_department_sees_nothing(submitted: Release) -> None:
    stranger = signed_in(make_user(groups=("Données",), departments=[make_department("ailleurs")]))
    assert stranger.get(address("release", submitted)).status_code == 404
    assert stranger.get(address("release_rows", submitted), {"lignes": "new"}).status_code == 404


def test_a_colleague_reads_without_deciding(submitted: Release) -> None:
    colleague = make_user(groups=("Données",), departments=[make_department("emploi")])
    page = signed_in(colleague).get(address("release", submitted)).content.decode()
    assert "Une personne qui relit doit donner son accord." in page


def test_the_log_tells_who_did_what(reviewer_client: Client, submitted: Release, officer: User) -> None:
    page = reviewer_client.get(address("release", submitted)).content.decode()
    assert "Journal" in page
    assert page.split("Journal")[1].count(str(officer)) >= 2


def test_the_submitted_file_leads_to_its_update(officer_client: Client, submitted: Release) -> None:
    for name in ("reading", "comparing", "read", "progress"):
        assert officer_client.get(address(name), follow=True).redirect_chain[-1][0] == address("release", submitted)
    assert last_upload().state == "imported"


def test_the_header_says_for_how_long_the_review_waits(reviewer_client: Client, submitted: Release) -> None:
    submitted.current_workflow_task_state.__class__.objects.update(
        started_at=timezone.now() - timedelta(hours=2, minutes=5)
    )
    assert "En relecture depuis 2\u00a0heures" in reviewer_client.get(address("release", submitted)).content.decode()
