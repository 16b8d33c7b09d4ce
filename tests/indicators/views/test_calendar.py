"""The public calendar: dates, states, what moved and why; a file for diaries."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from indicators.models import PlannedRelease
from indicators.services.calendar import cancel_release, move_release, plan_release
from portal.models import SiteSettings
from tests.factories.indicators import make_indicator, make_live, make_release, make_source, make_user

pytestmark = pytest.mark.django_db


def published(code: str, **fields):
    indicator = make_indicator(code, **fields)
    make_live(make_release(indicator))
    return indicator


def planned(code: str, days: int, **fields) -> PlannedRelease:
    indicator = published(code, source=make_source(code))
    expected = timezone.localdate() + timedelta(days=days)
    return plan_release(planned=PlannedRelease(source=indicator.source, expected=expected, **fields), user=make_user())


def html_of(client: Client, address: str = "/fr/calendrier/") -> str:
    return client.get(address).content.decode()


def test_a_source_that_nobody_planned_is_shown_with_an_estimated_date(client: Client) -> None:
    published("emploi", source=make_source("s", next_expected=timezone.localdate() + timedelta(days=20)))
    html = html_of(client)
    assert "Indicateur emploi" in html
    assert "Date estimée d’après le rythme de la source." in html
    assert "provisoire" in html


def test_a_planned_date_takes_the_place_of_the_estimate_and_its_note_is_public(client: Client) -> None:
    planned("emploi", 20, note_fr="Annoncée par le producteur.", status="confirmed")
    html = html_of(client)
    assert "Annoncée par le producteur." in html
    assert "confirmée" in html
    assert "Date estimée" not in html


def test_a_date_put_off_keeps_the_former_one_and_the_reason(client: Client) -> None:
    one = planned("emploi", 20)
    move_release(
        planned=one,
        expected=one.expected + timedelta(days=40),
        precision="day",
        reason_fr="Enquête prolongée",
        reason_en="Survey extended",
        user=make_user(),
    )
    assert "Reportée" in html_of(client)
    assert "Enquête prolongée" in html_of(client)
    assert "Survey extended" in html_of(client, "/en/calendrier/")


def test_what_is_called_off_stays_with_its_reason(client: Client) -> None:
    cancel_release(planned=planned("emploi", 20), reason_fr="L’enquête s’arrête", user=make_user())
    html = html_of(client)
    assert "annulée" in html
    assert "L’enquête s’arrête" in html


def test_an_overdue_date_stands_first(client: Client) -> None:
    planned("tardif", -20)
    planned("proche", 10)
    html = html_of(client)
    assert html.index("Indicateur tardif") < html.index("Indicateur proche")
    assert "en retard" in html


def test_an_indicator_that_is_not_public_is_not_in_the_calendar(client: Client) -> None:
    source = make_source("s", next_expected=timezone.localdate() + timedelta(days=20))
    make_indicator("secret", source=source)
    assert "Indicateur secret" not in html_of(client)


def test_the_calendar_costs_the_same_queries_for_one_source_as_for_six(client: Client) -> None:
    def cost() -> int:
        cache.clear()
        client.get("/fr/calendrier/")
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/fr/calendrier/")
        return len(asked)

    planned("un", 10)
    few = cost()
    for number in range(5):
        planned(f"autre-{number}", 10 + number)
    assert cost() == few <= 14


def test_the_file_for_diaries_is_valid_icalendar(client: Client) -> None:
    one = planned("emploi", 20, note_fr="Une note ; longue, " + "très " * 30)
    move_release(planned=one, expected=one.expected, precision="month", reason_fr="Jour inconnu", user=make_user())
    response = client.get("/fr/calendrier.ics")
    text = response.content.decode()
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    lines = text.split("\r\n")
    assert (lines[0], lines[-2], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert f"UID:plan-{one.pk}@" in text
    assert "SEQUENCE:1" in text
    assert f"DTSTART;VALUE=DATE:{one.last_day:%Y%m%d}" in text
    assert "Une note \\; longue\\, " in text.replace("\r\n ", "")


def test_the_calendar_of_another_city_bears_its_name(client: Client) -> None:
    SiteSettings.objects.create(site_name_fr="Observatoire de Brumeval")
    assert "X-WR-CALNAME:Mises à jour des chiffres\\, Observatoire de Brumeval" in html_of(client, "/fr/calendrier.ics")


@pytest.mark.parametrize("address", ["/fr/calendrier/", "/en/calendrier/", "/fr/calendrier.ics"])
def test_the_calendar_sets_no_cookie_and_is_there_without_any_figure(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
