"""Nobody sees the figures of another department, whatever the screen: the matrix of role × department × screen."""

import pytest
from django.urls import reverse

from indicators.models import Indicator, StoredRecipe
from indicators.services.review import approve_release
from indicators.services.review_submission import submit_release
from tests.factories.indicators import (
    make_department,
    make_indicator,
    make_release,
    make_source,
    make_superuser,
    make_user,
)

pytestmark = pytest.mark.django_db

INDICATOR, RELEASE = "wagtailsnippets_indicators_indicator", "wagtailsnippets_indicators_release"
CHOOSER = "wagtailsnippetchoosers_indicators_indicator"
SECRET = "Logements"

SCREENS_OF_A_ROW = {
    "indicator": [
        *(
            f"{INDICATOR}:{name}"
            for name in ("edit", "history", "history_results", "usage", "copy", "workflow_history")
        ),
        *(
            f"{INDICATOR}:{name}"
            for name in ("preview_on_edit", "confirm_workflow_cancellation", "delete", "unpublish")
        ),
        f"{CHOOSER}:chosen",
    ],
    "release": [
        *(
            f"{RELEASE}:{name}"
            for name in ("edit", "history", "history_results", "usage", "workflow_history", "delete")
        ),
        *(f"assistant:{name}" for name in ("release", "release_rows", "withdraw")),
        "wagtailsnippetchoosers_indicators_release:chosen",
    ],
    "upload": [
        *(
            f"assistant:{name}"
            for name in ("read", "progress", "progress_data", "reading", "comparing", "scope", "rows")
        ),
        "indicators_files:download",
        "indicators_uploads:history",
    ],
    "recipe": ["indicators_recipes:inspect", "indicators_recipes:history"],
}
LISTS = [
    f"{INDICATOR}:list",
    f"{INDICATOR}:list_results",
    f"{RELEASE}:list",
    f"{RELEASE}:list_results",
    f"{CHOOSER}:choose",
    f"{CHOOSER}:choose_results",
    "wagtailsnippetchoosers_indicators_release:choose",
    "indicators_uploads:index",
    "indicators_recipes:index",
    "chiffres_observations_modeladmin_index",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_home",
]
QUERIES = ["", "?q=Logements", "?state=in_review", "?export=csv", "?department=1&department=2&department=3", "?p=1"]


@pytest.fixture
def world():
    """A release of « logement » in review and its recipe; one of « économie » public."""
    housing, economy = make_department("logement", name_fr="Habitat"), make_department("economie")
    author = make_user("auteur@example.org", groups=("Données",), departments=[housing])
    secret = make_indicator("logements", title_fr=f"{SECRET} vacants", department=housing, author=author)
    release = make_release(secret, user=author)
    release.provenance.upload.original_name = f"{SECRET}.csv"
    release.provenance.upload.save()
    recipe = StoredRecipe.objects.create(
        source=make_source("fichier"), indicator=secret, name=f"{SECRET}, recette", document={}
    )
    submit_release(release=release, user=author)
    draft = Indicator.objects.get(pk=secret.pk)
    draft.title_fr = f"{SECRET} inoccupés"
    draft.save_revision(user=author, log_action=True)
    draft.get_workflow().start(draft, author)
    own = make_release(
        make_indicator("emploi", department=economy), user=make_user(groups=("Données",), departments=[economy])
    )
    return {
        "economy": economy,
        "housing": housing,
        "indicator": secret,
        "release": release,
        "recipe": recipe,
        "own": own,
    }


def person(role: str, department):
    """Somebody of another department than « logement », with this role; `both` writes pages as well."""
    groups = {"officer": ["Données"], "reviewer": ["Relecture"], "both": ["Données", "Rédaction", "Relecture"]}
    if role == "editor":
        return make_user(groups=("Rédaction",))
    if role == "officer without department":
        return make_user(groups=("Données",))
    return make_user(groups=tuple(groups[role]), departments=[department])


ROLES = ["officer", "reviewer", "both", "officer without department", "editor"]


@pytest.mark.parametrize("role", ROLES)
def test_no_list_shows_the_figures_of_another_department(client, world, role):
    client.force_login(person(role, world["economy"]))
    for name in LISTS:
        for query in QUERIES:
            response = client.get(reverse(name) + query)
            assert response.status_code in (200, 302, 403), (name, query)
            text = b"".join(response) if response.streaming else response.content
            for words in ("vacants", "inoccup"):
                assert words not in text.decode(errors="replace"), (name, query)
            assert "Logements.csv" not in text.decode(errors="replace"), (name, query)
            assert "Logements, recette" not in text.decode(errors="replace"), (name, query)


@pytest.mark.parametrize("role", ROLES)
def test_no_screen_of_a_row_opens_for_another_department(client, world, role):
    client.force_login(person(role, world["economy"]))
    world["upload"] = world["release"].provenance.upload
    for name, address in [
        (name, reverse(name, args=[world[kind].pk])) for kind, names in SCREENS_OF_A_ROW.items() for name in names
    ]:
        for method in (client.get, client.post):
            response = method(address)
            assert response.status_code in (302, 403, 404, 405), (name, response.status_code)
            if response.status_code == 302:
                assert response.url in ("/cms/", "/cms/login/?next=" + address), (name, response.url)
            if response.status_code != 302:
                assert "vacants" not in response.content.decode(errors="replace")


@pytest.mark.parametrize("role", ROLES)
def test_comparing_previewing_reverting_and_deciding_are_shut_to_another_department(client, world, role):
    client.force_login(person(role, world["economy"]))
    indicator, release = Indicator.objects.get(pk=world["indicator"].pk), world["release"]
    state = indicator.current_workflow_task_state
    addresses = [
        reverse(f"{INDICATOR}:revisions_compare", args=[indicator.pk, "live", "latest"]),
        reverse(f"{RELEASE}:revisions_compare", args=[release.pk, "earliest", "latest"]),
        reverse(f"{INDICATOR}:revisions_view", args=[indicator.pk, indicator.latest_revision_id]),
        reverse(f"{INDICATOR}:revisions_revert", args=[indicator.pk, indicator.live_revision_id]),
        reverse(f"{INDICATOR}:workflow_preview", args=[indicator.pk, state.task_id]),
        reverse(f"{INDICATOR}:workflow_action", args=[indicator.pk, "approve", state.pk]),
        reverse(f"{INDICATOR}:workflow_history_detail", args=[indicator.pk, state.workflow_state_id]),
        reverse("wagtail_bulk_action", args=["indicators", "indicator", "delete"]) + f"?id={indicator.pk}",
        reverse(f"{CHOOSER}:chosen_multiple") + f"?id={indicator.pk}",
        reverse("chiffres_observations_modeladmin_index") + f"?indicator={indicator.pk}",
        reverse("chiffres_observations_modeladmin_index") + f"?release={release.pk}",
    ]
    for address in addresses:
        for method in (client.get, client.post):
            response = method(address)
            if response.status_code in (200, 405):
                assert "vacants" not in response.content.decode(errors="replace"), address
            else:
                assert response.status_code in (302, 403, 404), (address, response.status_code)
    assert Indicator.objects.get(pk=indicator.pk).title_fr == f"{SECRET} vacants"


def test_exports_hold_the_rows_of_the_department_only(client, world):
    client.force_login(person("officer", world["economy"]))
    for kind in ("csv", "xlsx"):
        response = client.get(reverse("indicators_exchange:export", args=["indicators", kind]))
        assert response.status_code == 200
    text = client.get(reverse("indicators_exchange:export", args=["indicators", "csv"])).content.decode("utf-8-sig")
    assert "emploi" in text
    assert "vacants" not in text


@pytest.mark.parametrize("role", ["own officer", "all reviewers", "platform", "superuser"])
def test_those_who_may_do_see_them(client, world, role):
    people = {
        "own officer": lambda: make_user(groups=("Données",), departments=[world["housing"]]),
        "all reviewers": lambda: make_user(groups=("Relecture",)),
        "platform": lambda: make_user(groups=("Plateforme",)),
        "superuser": make_superuser,
    }
    client.force_login(people[role]())
    for name in (f"{INDICATOR}:list", f"{RELEASE}:list", f"{CHOOSER}:choose", "wagtailadmin_reports:site_history"):
        assert SECRET in client.get(reverse(name)).content.decode(), name
    assert client.get(reverse(f"{INDICATOR}:history", args=[world["indicator"].pk])).status_code == 200
    download = client.get(reverse("indicators_files:download", args=[world["release"].provenance.upload_id]))
    assert download.headers["X-Content-Type-Options"] == "nosniff"
    assert download.headers["Content-Disposition"] == f'attachment; filename="{SECRET}.csv"'
    assert b"annee" in b"".join(download)


def test_reviewers_find_what_waits_for_them_on_the_front_page(client, world):
    client.force_login(make_user(groups=("Relecture",)))
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert 'id="a-relire"' in page
    assert f"{SECRET} vacants, version 1" in page
    assert "jour (1)" in page


def test_the_importer_finds_what_is_under_way_on_the_front_page(client, world):
    client.force_login(world["release"].created_by)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert 'id="brouillons"' in page
    assert "2 relectures de votre travail sont en cours" in page
    assert 'id="a-relire"' not in page


def test_nothing_waits_any_more_once_decided(client, world):
    reviewer = make_user(groups=("Relecture",))
    approve_release(release=world["release"], user=reviewer)
    client.force_login(reviewer)
    assert "version 1" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_people_without_access_and_visitors_stay_outside(client, world):
    for address in (
        reverse(f"{INDICATOR}:list"),
        reverse("indicators_files:download", args=[1]),
        "/cms/reports/workflow/",
    ):
        assert client.get(address).status_code == 302
    client.force_login(make_user())
    assert client.get(reverse("indicators_files:download", args=[1])).status_code in (302, 403)
