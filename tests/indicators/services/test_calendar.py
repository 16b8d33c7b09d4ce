"""Dates of the calendar: what moves is told with a reason that nothing takes away; a publication closes what it was."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import timezone

from indicators.models import DateChange, PlannedRelease
from indicators.services.calendar import (
    CalendarRefused,
    cancel_release,
    mark_published,
    move_release,
    plan_release,
    reword_release,
)
from tests.factories.indicators import make_indicator, make_live, make_release, make_source, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return make_user("plateforme@example.org")


def planned_in(days: int, user, *, precision: str = "day", **fields) -> PlannedRelease:
    subject = fields or {"source": make_source()}
    expected = timezone.localdate() + timedelta(days=days)
    return plan_release(planned=PlannedRelease(expected=expected, precision=precision, **subject), user=user)


def test_the_source_is_expected_on_the_last_day_of_what_is_planned(user) -> None:
    source = make_source()
    plan_release(planned=PlannedRelease(source=source, expected=date(2027, 2, 10), precision="quarter"), user=user)
    source.refresh_from_db()
    assert source.next_expected == date(2027, 3, 31)


def test_a_publication_is_planned_for_a_source_or_for_an_indicator_and_not_for_both(user) -> None:
    indicator = make_indicator()
    with pytest.raises(ValidationError):
        planned_in(10, user, source=indicator.source, indicator=indicator)


def test_a_date_moves_with_a_reason_only(user) -> None:
    planned = planned_in(10, user)
    later = planned.expected + timedelta(days=30)
    with pytest.raises(CalendarRefused):
        move_release(planned=planned, expected=later, precision="day", reason_fr="  ", user=user)
    move_release(planned=planned, expected=later, precision="day", reason_fr="Enquête prolongée", user=user)
    change = planned.changes.get()
    assert (change.new_expected - change.old_expected).days == 30
    assert (change.reason, change.changed_by, change.days_moved) == ("Enquête prolongée", user, 30)
    planned.source.refresh_from_db()
    assert planned.source.next_expected == later


def test_the_log_of_dates_is_neither_changed_nor_deleted(user) -> None:
    planned = planned_in(10, user)
    cancel_release(planned=planned, reason_fr="L’enquête s’arrête", user=user)
    change = planned.changes.get()
    for attempt in (change.delete, change.save, DateChange.objects.all().delete):
        with pytest.raises(ValidationError):
            attempt()
    with pytest.raises(ValidationError):
        DateChange.objects.update(reason_fr="Autre chose")
    with pytest.raises(ProtectedError):
        planned.delete()


def test_what_is_called_off_is_expected_no_more_and_cannot_move(user) -> None:
    planned = planned_in(10, user)
    cancel_release(planned=planned, reason_fr="L’enquête s’arrête", user=user)
    planned.source.refresh_from_db()
    assert planned.source.next_expected is None
    with pytest.raises(CalendarRefused):
        move_release(planned=planned, expected=planned.expected, precision="month", reason_fr="Reprise", user=user)


def test_confirming_a_date_moves_nothing(user) -> None:
    planned = planned_in(10, user)
    reword_release(planned=planned, status="confirmed", note_fr="Annoncée par le producteur", note_en="")
    planned.refresh_from_db()
    assert planned.status == "confirmed"
    assert not planned.changes.exists()


def test_what_somebody_called_off_meanwhile_is_not_reworded(user) -> None:
    as_read_before = planned_in(10, user)
    cancel_release(planned=PlannedRelease.objects.get(pk=as_read_before.pk), reason_fr="Arrêt", user=user)
    with pytest.raises(CalendarRefused):
        reword_release(planned=as_read_before, status="confirmed", note_fr="", note_en="")


def test_the_publication_of_an_indicator_closes_what_was_planned_and_expects_the_next(user) -> None:
    indicator = make_indicator()
    planned = planned_in(5, user, source=indicator.source)
    release = make_release(indicator)
    make_live(release)
    assert mark_published(release=release) == planned
    planned.refresh_from_db()
    assert (planned.status, planned.published_on, planned.release) == ("published", timezone.localdate(), release)
    indicator.source.refresh_from_db()
    assert indicator.source.next_expected.year == planned.expected.year + 1


def test_a_source_is_published_once_each_of_its_indicators_is(user) -> None:
    old, new = make_indicator("ancien"), make_indicator("nouveau")
    former = make_live(make_release(old))
    former.published_at = timezone.now() - timedelta(days=300)
    former.save()
    planned = planned_in(5, user, source=new.source)
    release = make_release(new)
    make_live(release)
    assert mark_published(release=release) is None
    again = make_release(old)
    make_live(again)
    assert mark_published(release=again) == planned


def test_a_correction_and_figures_long_before_their_time_close_nothing(user) -> None:
    indicator = make_indicator()
    far = planned_in(200, user, source=indicator.source)
    release = make_release(indicator)
    make_live(release)
    assert mark_published(release=release) is None
    planned_in(3, user, source=indicator.source)
    correction = make_release(indicator, is_correction=True)
    make_live(correction)
    assert mark_published(release=correction) is None
    far.refresh_from_db()
    assert far.status == "provisional"
