"""When the next figures of a goal are expected: the calendar first, then what the sources let expect."""

from datetime import timedelta

import pytest
from django.utils import timezone

from indicators.models import PlannedRelease
from sdg_pages.selectors.next_update import next_update
from tests.factories.indicators import make_indicator, make_source, make_user

pytestmark = pytest.mark.django_db


def in_days(days: int):
    return timezone.localdate() + timedelta(days=days)


def test_calendar_comes_before_the_date_of_the_source() -> None:
    source = make_source("insee", next_expected=in_days(10), name_fr="Filosofi")
    indicator = make_indicator(source=source)
    PlannedRelease.objects.create(
        source=source, expected=in_days(40), precision="day", status="confirmed", created_by=make_user()
    )
    found = next_update([indicator])
    assert found is not None
    assert (found.expected, found.precision, found.what) == (in_days(40), "day", "Filosofi")


def test_source_alone_gives_a_month() -> None:
    near = make_indicator(source=make_source("b", next_expected=in_days(20)), title_fr="Le plus proche")
    far = make_indicator(source=make_source("a", next_expected=in_days(60)))
    found = next_update([far, near])
    assert found is not None
    assert (found.precision, found.what) == ("month", "Le plus proche")


def test_past_date_is_no_promise() -> None:
    indicator = make_indicator(source=make_source("late", next_expected=in_days(-3)))
    assert next_update([indicator]) is None


def test_nothing_is_expected_of_no_indicator(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert next_update([]) is None
