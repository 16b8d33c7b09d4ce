"""The browser of observations: nothing before a choice, read only, and no question that the address makes up."""

import pytest
from django.urls import NoReverseMatch, reverse

from tests.factories.indicators import (
    add_rows,
    make_department,
    make_indicator,
    make_live,
    make_release,
    make_superuser,
    make_territory,
    make_user,
)

pytestmark = pytest.mark.django_db

ADDRESS = "chiffres_observations_modeladmin_index"


@pytest.fixture
def release():
    release = make_release(make_indicator("emploi"), {"2021": "1234.50", "2022": None})
    add_rows(release, {"2021": "98765.1"}, territory=make_territory("44999"))
    return release


@pytest.fixture
def officer(client):
    user = make_user(groups=("Données",), departments=[make_department()])
    client.force_login(user)
    return user


def test_nothing_is_listed_nor_counted_before_an_indicator_is_chosen(
    client, release, officer, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40):
        page = client.get(reverse(ADDRESS)).content.decode()
    assert "1234.50" not in page


def test_the_rows_of_an_indicator_are_shown_exactly_with_their_status(client, release, officer):
    page = client.get(reverse(ADDRESS), {"indicator": release.indicator_id}).content.decode()
    assert "1234.50" in page
    assert "non disponible" in page


def test_rows_are_narrowed_by_territory_and_period(client, release, officer):
    place = make_territory("44999")
    page = client.get(reverse(ADDRESS), {"release": release.pk, "territory": place.pk}).content.decode()
    assert "98765.1" in page
    assert "1234.50" not in page
    page = client.get(reverse(ADDRESS), {"release": release.pk, "period": "2022"}).content.decode()
    assert "1234.50" not in page


def test_the_public_release_is_shown_first(client, release, officer):
    make_live(release)
    make_release(release.indicator, {"2021": "555.55"})
    page = client.get(reverse(ADDRESS), {"indicator": release.indicator_id}).content.decode()
    assert "1234.50" in page
    assert "555.55" not in page


def test_an_address_asks_no_other_question(client, release, officer):
    """Django's lookups could otherwise guess at passwords, letter by letter."""
    query = {"release": release.pk, "release__created_by__password__startswith": "z"}
    assert "1234.50" in client.get(reverse(ADDRESS), query).content.decode()


def test_odd_values_are_no_error(client, release, officer):
    for query in ({"release": "x"}, {"indicator": "999999"}, {"release": release.pk, "territory": "'"}, {"o": "zz"}):
        assert client.get(reverse(ADDRESS), query).status_code == 200


def test_nothing_is_created_changed_or_deleted_here(client, release):
    client.force_login(make_superuser())
    row = release.observations.first()
    for action in ("create", "edit", "delete"):
        try:
            address = reverse(f"chiffres_observations_modeladmin_{action}", args=[] if action == "create" else [row.pk])
        except NoReverseMatch:
            continue
        for method in (client.get, client.post):
            assert method(address).status_code in (302, 403)
    assert release.observations.count() == 3
