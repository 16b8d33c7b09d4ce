"""Every screen of the figures opens for the people it is for."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indicators.services.review_submission import submit_release
from tests.factories.indicators import (
    make_department,
    make_indicator,
    make_live,
    make_release,
    make_source,
    make_superuser,
    make_user,
)

pytestmark = pytest.mark.django_db

LISTS = [
    "wagtailsnippets_indicators_indicator:list",
    "wagtailsnippets_indicators_release:list",
    "indicators_sources:index",
    "indicators_territories:index",
    "indicators_peer_groups:index",
    "indicators_recipes:index",
    "indicators_uploads:index",
    "chiffres_observations_modeladmin_index",
]


@pytest.mark.parametrize("name", [*LISTS, "indicators_goals:index", "indicators_targets:index", "wagtailadmin_home"])
@pytest.mark.parametrize("group", ["Données", "Relecture", "Plateforme", None])
def test_each_list_opens(client, name, group):
    make_live(make_release(make_indicator("emploi")))
    groups = (group,) if group else ()
    user = (
        make_user(groups=groups, departments=[make_department()] if group == "Données" else [])
        if group
        else make_superuser()
    )
    client.force_login(user)
    assert client.get(reverse(name)).status_code == 200


def test_editors_see_public_indicators_only(client):
    make_live(make_release(make_indicator("emploi")))
    make_indicator("secret", live=False)
    client.force_login(make_user(groups=("Rédaction",)))
    page = client.get(reverse("wagtailsnippets_indicators_indicator:list")).content.decode()
    assert "Indicateur emploi" in page
    assert "Indicateur secret" not in page


def test_the_sheet_of_an_indicator_can_be_written_and_submitted(client):
    officer = make_user(groups=("Données",), departments=[make_department()])
    indicator = make_indicator("emploi", live=False, author=officer)
    client.force_login(officer)
    page = client.get(reverse("wagtailsnippets_indicators_indicator:edit", args=[indicator.pk]))
    assert page.status_code == 200
    text = page.content.decode()
    assert "Rattachements" in text
    assert "action-publish" not in text
    assert "action-submit" in text


def test_a_new_sheet_offers_the_departments_of_the_person_only(client):
    make_department("mobilite", name_fr="Mobilités secrètes")
    client.force_login(make_user(groups=("Données",), departments=[make_department()]))
    page = client.get(reverse("wagtailsnippets_indicators_indicator:add"))
    assert page.status_code == 200
    assert "Mobilités secrètes" not in page.content.decode()


@pytest.mark.parametrize(
    "name",
    ["indicators_sources:add", "indicators_territories:add", "indicators_peer_groups:add", "wagtailusers_users:add"],
)
def test_the_platform_team_adds_to_the_catalogue(client, name):
    client.force_login(make_user(groups=("Plateforme",)))
    assert client.get(reverse(name)).status_code == 200


def test_territory_spellings_are_kept_one_a_line(client):
    from indicators.models import Territory

    client.force_login(make_user(groups=("Plateforme",)))
    fields = {
        "scheme": "COG commune",
        "code": "99999",
        "name_fr": "Ici",
        "level": "commune",
        "spellings": "ICI\nici \nICI\n",
    }
    response = client.post(reverse("indicators_territories:add"), fields)
    assert response.status_code == 302
    assert [spelling.text for spelling in Territory.objects.get(code="99999").spellings.all()] == ["ICI", "ici"]


@pytest.mark.parametrize("name", [f"wagtailsnippets_indicators_{model}:list" for model in ("indicator", "release")])
def test_a_longer_list_asks_no_more_of_the_database(client, name):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse(name)).status_code == 200
        return len(captured)

    client.force_login(make_user(groups=("Plateforme",)))
    make_live(make_release(make_indicator()))
    queries()
    few = queries()
    for _ in range(4):
        make_live(make_release(make_indicator()))
    assert queries() <= few


def test_states_are_told_in_words(client):
    officer = make_user(groups=("Données",), departments=[make_department()])
    client.force_login(officer)
    make_live(make_release(make_indicator("un"), user=officer))
    waiting = make_release(make_indicator("deux"), user=officer)
    submit_release(release=waiting, user=officer)
    page = client.get(reverse("wagtailsnippets_indicators_release:list")).content.decode()
    for word in ("en ligne", "en relecture", "aujourd’hui"):
        assert word in page
    filtered = client.get(reverse("wagtailsnippets_indicators_release:list"), {"state": "in_review"}).content.decode()
    assert "Indicateur deux, version 1" in filtered
    assert "Indicateur un, version 1" not in filtered


def test_late_sources_are_told_and_filtered(client):
    client.force_login(make_user(groups=("Plateforme",)))
    make_live(make_release(make_indicator("tard", source=make_source("tard", next_expected=date(2020, 1, 1)))))
    make_live(make_release(make_indicator("temps", source=make_source("temps"))))
    page = client.get(reverse("wagtailsnippets_indicators_indicator:list"), {"late": "true"}).content.decode()
    assert "Indicateur tard" in page
    assert "en retard" in page
    assert "Indicateur temps" not in page
