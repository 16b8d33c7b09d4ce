"""The lists of the admin show each row once and open on something."""

import pytest
from django.test import Client

from indicators.models import Territory, TerritorySpelling
from indicators.roles import PLATFORM
from tests.factories.indicators import make_indicator, make_live, make_release, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def platform(client: Client) -> Client:
    client.force_login(make_user(groups=(PLATFORM,)))
    return client


def test_a_territory_found_by_several_spellings_is_listed_once(platform: Client) -> None:
    place = Territory.objects.create(scheme="essai", code="zz", name_fr="Zigzagville", level="commune")
    for text in ("Zigzagville-sur-Loire", "Zigzagville (commune)"):
        TerritorySpelling.objects.create(territory=place, text=text)
    response = platform.get("/cms/chiffres/territoires/?q=zigzagville")
    assert [row.pk for row in response.context["object_list"]] == [place.pk]


def test_the_browser_of_observations_opens_on_the_figures_published_last(platform: Client) -> None:
    make_live(make_release(make_indicator(), {"2024": "12.375"}))
    assert "12.375" in platform.get("/cms/chiffres/observations/").content.decode()
