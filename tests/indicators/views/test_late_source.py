"""A page says when its next figures were due and have not come."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.indicators import make_indicator, make_live, make_release, make_source

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("days", "words"), [(-1, "en retard"), (1, "Prochaine mise à jour")])
def test_a_page_says_whether_the_next_update_is_late_or_to_come(client: Client, days: int, words: str) -> None:
    due = timezone.localdate() + datetime.timedelta(days=days)
    indicator = make_indicator(source=make_source(next_expected=due))
    make_live(make_release(indicator))
    html = client.get(f"/fr/indicateurs/{indicator.slug}/").content.decode()
    assert words in html
    assert ("en retard" in html) is (days < 0)
