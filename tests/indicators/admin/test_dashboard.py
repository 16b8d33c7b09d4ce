"""The front page of the admin: what waits for each person, and a sentence where nothing does."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from indicators.models import Upload
from indicators.roles import DATA, EDITORS, REVIEWERS
from tests.factories.indicators import make_department, make_indicator, make_source, make_upload, make_user

pytestmark = pytest.mark.django_db


def front(client: Client, *groups: str, departments=()) -> tuple[object, str]:
    user = make_user(groups=groups, departments=departments)
    client.force_login(user)
    return user, client.get("/cms/").content.decode()


def test_a_data_officer_with_nothing_under_way_is_led_to_the_import(client: Client) -> None:
    _user, html = front(client, DATA, departments=[make_department()])
    assert "Aucun fichier en cours." in html
    assert 'href="/cms/chiffres/importer/"' in html


def test_a_reviewer_with_nothing_to_review_is_told_so(client: Client) -> None:
    _user, html = front(client, REVIEWERS)
    assert "Rien n’attend votre relecture." in html
    assert "Vos fichiers à finir" not in html


def test_an_editor_sees_no_panel_of_figures(client: Client) -> None:
    _user, html = front(client, EDITORS)
    assert "figures-to-finish" not in html
    assert "figures-to-review" not in html


def test_a_file_left_half_way_leads_back_to_its_reading(client: Client) -> None:
    user, _html = front(client, DATA, departments=[make_department()])
    upload = make_upload(make_indicator(department=make_department()), user=user)
    Upload.objects.filter(pk=upload.pk).update(state=Upload.State.READ)
    assert f"/cms/chiffres/importer/{upload.pk}/lecture/" in client.get("/cms/").content.decode()


def test_late_figures_of_ones_own_departments_lead_to_their_deposit(client: Client) -> None:
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    late = make_source("en-retard", next_expected=yesterday)
    make_indicator("mien", department=make_department(), source=late)
    make_indicator("autre", department=make_department("autre"), source=late)
    _user, html = front(client, DATA, departments=[make_department()])
    assert "?indicateur=mien" in html
    assert "?indicateur=autre" not in html
