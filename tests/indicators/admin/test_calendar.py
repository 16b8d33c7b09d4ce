"""The calendar in the admin: who may plan, and that a date never moves without a reason."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from indicators.models import CoverageGap, Goal, PlannedRelease
from indicators.roles import DATA, EDITORS, PLATFORM
from indicators.services.calendar import plan_release
from tests.factories.indicators import make_department, make_indicator, make_source, make_user

pytestmark = pytest.mark.django_db

NEW = "/cms/chiffres/calendrier/new/"


def signed_in(client: Client, *groups: str, departments=()) -> Client:
    client.force_login(make_user(groups=groups, departments=departments))
    return client


def planned(source) -> PlannedRelease:
    expected = timezone.localdate() + timedelta(days=20)
    return plan_release(planned=PlannedRelease(source=source, expected=expected), user=make_user())


def fields(one: PlannedRelease, **changes) -> dict[str, object]:
    return {
        "expected": one.expected.isoformat(),
        "precision": one.precision,
        "status": one.status,
        "note_fr": "",
        "note_en": "",
        "reason_fr": "",
        "reason_en": "",
    } | changes


def test_a_data_officer_plans_for_the_sources_of_their_department_only(client: Client) -> None:
    mine, other = make_source("la-mienne"), make_source("autre")
    make_indicator("mien", source=mine, department=make_department())
    make_indicator("autre", source=other, department=make_department("autre"))
    signed_in(client, DATA, departments=[make_department()])
    data = {"expected": "2027-01-31", "precision": "month", "status": "provisional"}
    assert client.post(NEW, data | {"source": other.pk}).status_code == 200
    assert client.post(NEW, data | {"source": mine.pk}).status_code == 302
    assert [one.source for one in PlannedRelease.objects.all()] == [mine]
    assert PlannedRelease.objects.get().created_by.groups.get().name == DATA


def test_a_planned_publication_of_another_department_does_not_exist(client: Client) -> None:
    source = make_source("autre")
    make_indicator("autre", source=source, department=make_department("autre"))
    one = planned(source)
    signed_in(client, DATA, departments=[make_department()])
    assert client.get(f"/cms/chiffres/calendrier/edit/{one.pk}/").status_code == 404


def test_another_date_without_a_reason_is_refused_and_with_one_is_logged(client: Client) -> None:
    one = planned(make_indicator().source)
    address = f"/cms/chiffres/calendrier/edit/{one.pk}/"
    signed_in(client, PLATFORM)
    moved = {"expected": (one.expected + timedelta(days=9)).isoformat()}
    assert "Dites pourquoi la date change" in client.post(address, fields(one, **moved)).content.decode()
    assert client.post(address, fields(one, reason_fr="Retard annoncé", **moved)).status_code == 302
    assert one.changes.get().reason_fr == "Retard annoncé"
    assert "Retard annoncé" in client.get(address).content.decode()


def test_a_publication_is_called_off_with_a_reason_and_closed_for_good(client: Client) -> None:
    one = planned(make_indicator().source)
    address = f"/cms/chiffres/calendrier/edit/{one.pk}/"
    signed_in(client, PLATFORM)
    assert client.post(address, fields(one, status="cancelled")).status_code == 200
    assert client.post(address, fields(one, status="cancelled", reason_fr="Abandon")).status_code == 302
    one.refresh_from_db()
    assert one.status == "cancelled"
    assert "close" in client.post(address, fields(one, status="provisional")).content.decode()


def test_nobody_deletes_a_planned_publication(client: Client) -> None:
    one = planned(make_indicator().source)
    signed_in(client, PLATFORM)
    client.post(f"/cms/chiffres/calendrier/delete/{one.pk}/")
    assert PlannedRelease.objects.filter(pk=one.pk).exists()


def test_an_editor_neither_plans_nor_gives_reasons(client: Client) -> None:
    signed_in(client, EDITORS)
    for address in (NEW, "/cms/chiffres/absences/new/"):
        client.post(address, {})
    assert not PlannedRelease.objects.exists()
    assert "/cms/chiffres/calendrier/" not in client.get("/cms/").content.decode()


def test_the_platform_team_gives_the_reason_of_what_is_missing(client: Client) -> None:
    signed_in(client, PLATFORM)
    data = {"goal": 14, "target": "", "state": "no_data", "reason_fr": "Aucun rivage.", "reason_en": ""}
    assert client.post("/cms/chiffres/absences/new/", data).status_code == 302
    assert CoverageGap.objects.get().goal == Goal.objects.get(number=14)
