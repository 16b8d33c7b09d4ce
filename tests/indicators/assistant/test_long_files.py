"""A long file is read and written by a task; the page shows a bar and goes on by itself."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from indicators.assistant import background, stored_readings
from indicators.assistant.background import start_reading
from indicators.assistant.readings import forget_readings, reading_key
from indicators.models import Release, Upload
from indicators.models.upload import private_storage
from tests.indicators.assistant.conftest import SHEET, address, answer, drop, last_upload, rows

pytestmark = pytest.mark.django_db

Committed = Callable[..., AbstractContextManager[list]]


@pytest.fixture(autouse=True)
def _everything_is_long(monkeypatch: pytest.MonkeyPatch, settings: LazySettings, tmp_path: Path) -> None:
    settings.PRIVATE_MEDIA_ROOT = tmp_path
    monkeypatch.setattr(background, "LONG", 10)
    monkeypatch.setattr(background, "MANY", 10)
    return


def test_a_long_file_is_read_by_a_task(officer_client: Client, django_capture_on_commit_callbacks: Committed) -> None:
    page = drop(officer_client, rows()).content.decode()
    assert "<progress" in page
    assert '<meta http-equiv="refresh" content="2">' in page
    assert officer_client.get(address("progress_data")).json()["done"] is False


def test_the_page_goes_on_when_the_task_has_read(
    officer_client: Client, django_capture_on_commit_callbacks: Committed
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        drop(officer_client, rows())
    forget_readings()
    told = officer_client.get(address("progress_data")).json()
    assert told == {"percent": 100, "done": True, "next": address("read")}
    page = officer_client.get(address("progress"), follow=True).content.decode()
    assert "<mark>90 valeurs</mark>" in page


def test_the_task_works_once_for_all_pages(
    officer_client: Client, django_capture_on_commit_callbacks: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        drop(officer_client, rows())
    forget_readings()
    monkeypatch.setattr("indicators.assistant.readings.read_upload", None)
    assert officer_client.get(address("reading")).status_code == 200


def test_an_answer_has_the_file_read_again(
    officer_client: Client, django_capture_on_commit_callbacks: Committed
) -> None:
    starred = {("52", 2024, "T"): "4,5*"}
    with django_capture_on_commit_callbacks(execute=True):
        drop(officer_client, rows(changes=starred))
    with django_capture_on_commit_callbacks(execute=True):
        page = answer(officer_client, **{"r-status.flag.*": "provisional"})
    assert page.redirect_chain[0][0] == address("progress")
    assert "provisoire" in officer_client.get(address("reading")).content.decode()


def test_pages_that_wait_at_once_ask_for_one_reading(
    officer_client: Client, django_capture_on_commit_callbacks: Committed
) -> None:
    with django_capture_on_commit_callbacks() as asked:
        drop(officer_client, rows())
        officer_client.get(address("progress"))
        start_reading(last_upload())
    assert len(asked) == 1


def test_a_reading_that_was_lost_is_asked_for_again_once(
    officer_client: Client, django_capture_on_commit_callbacks: Committed
) -> None:
    with django_capture_on_commit_callbacks():
        drop(officer_client, rows())
    Upload.objects.update(saved_at=timezone.now() - background.STALLED)
    with django_capture_on_commit_callbacks() as asked:
        officer_client.get(address("progress"))
        officer_client.get(address("progress"))
    assert len(asked) == 1


def test_answers_to_a_long_file_that_is_not_read_wait_for_the_task(
    officer_client: Client, django_capture_on_commit_callbacks: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        drop(officer_client, rows())
    forget_readings()
    stored_readings.forget(last_upload().pk)
    monkeypatch.setattr("indicators.assistant.readings.read_upload", None)
    with django_capture_on_commit_callbacks() as asked:
        page = answer(officer_client, "compare", **SHEET)
    assert page.redirect_chain == [(address("progress"), 302)]
    assert "donnez vos dernières réponses ensuite" in page.content.decode()
    assert len(asked) == 1


def test_a_long_file_that_is_refused_says_so(
    officer_client: Client, django_capture_on_commit_callbacks: Committed
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        drop(officer_client, "code;nom\n52;Pays de la Loire\n53;Bretagne\n", name="liste.csv")
    page = officer_client.get(address("progress"), follow=True).content.decode()
    assert "Ce fichier n’a pas été lu" in page
    assert last_upload().state == Upload.State.REFUSED


def test_many_values_are_written_and_submitted_by_a_task(
    officer_client: Client, django_capture_on_commit_callbacks: Committed
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        drop(officer_client, rows())
    answer(officer_client, "compare", **SHEET)
    with django_capture_on_commit_callbacks(execute=True):
        sent = officer_client.post(address("comparing"), {"action": "submit", "when": "now", "message": "Long"})
    assert sent.url == address("progress")
    release = Release.objects.get()
    assert (release.message, release.workflow_in_progress) == ("Long", True)
    assert officer_client.get(address("progress")).url == address("release", release)


def test_a_reading_that_was_tampered_with_is_never_loaded(
    officer_client: Client, django_capture_on_commit_callbacks: Committed
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        drop(officer_client, rows())
    name = next(iter(private_storage().listdir(stored_readings.FOLDER)[1]))
    path = Path(private_storage().path(f"{stored_readings.FOLDER}/{name}"))
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    forget_readings()
    assert stored_readings.load(last_upload().pk, reading_key(last_upload())) is None


def test_a_refusal_found_by_the_task_is_told_on_the_page(
    officer_client: Client, django_capture_on_commit_callbacks: Committed, caplog: pytest.LogCaptureFixture
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        drop(officer_client, rows())
    answer(officer_client, "compare", **SHEET)
    with django_capture_on_commit_callbacks(execute=True):
        officer_client.post(address("comparing"), {"action": "submit", "when": "now"})
    same = Release.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        drop(officer_client, rows() + "\n", indicator=same.indicator, name="encore.csv")
    officer_client.get(address("progress"), follow=True)
    with django_capture_on_commit_callbacks(execute=True):
        officer_client.post(address("comparing"), {"action": "submit", "when": "now"})
    page = officer_client.get(address("progress"), follow=True).content.decode()
    assert "Rien n’est parti à la relecture" in page
    assert Release.objects.count() == 1
