"""The front page of the admin: what waits for each person, what is late, what changed, and a sentence where nothing."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from indicators.models import Release, ReleaseImport, StoredJudgement, Upload
from indicators.roles import DATA, EDITORS, PLATFORM, REVIEWERS
from indicators.services.review_submission import submit_release
from portal import dashboard
from portal.dashboard import Notice
from portal.models import User
from tests.factories.indicators import (
    make_department,
    make_indicator,
    make_live,
    make_release,
    make_source,
    make_upload,
    make_user,
)

pytestmark = pytest.mark.django_db


def front(client: Client, *groups: str, departments=()) -> tuple[User, str]:
    user = make_user(groups=groups, departments=departments)
    client.force_login(user)
    return user, client.get("/cms/").content.decode()


def overdue(code: str = "en-retard", days: int = 1, **fields):
    return make_source(code, next_expected=timezone.localdate() - datetime.timedelta(days=days), **fields)


def submitted(code: str, officer: User) -> Release:
    return submit_release(release=make_release(make_indicator(code), user=officer), user=officer)


@pytest.fixture
def officer() -> User:
    return make_user("donnees@example.org", groups=(DATA,), departments=[make_department()], first_name="Noé")


def test_a_data_officer_with_nothing_under_way_is_told_so_and_led_to_the_import(client: Client) -> None:
    _user, html = front(client, DATA, departments=[make_department()])
    assert "Rien ne vous attend." in html
    assert "Aucun brouillon en cours." in html
    assert 'href="/cms/chiffres/importer/">Importer un fichier' in html
    assert "À relire" not in html


def test_a_reviewer_with_nothing_to_review_is_told_so(client: Client) -> None:
    _user, html = front(client, REVIEWERS)
    assert "Rien n’attend votre relecture." in html
    assert "Importer un fichier</a>" not in html


def test_an_editor_sees_no_late_source_and_no_import(client: Client) -> None:
    make_indicator("mien", source=overdue())
    _user, html = front(client, EDITORS)
    assert "Sources en retard" not in html
    assert "/cms/chiffres/importer/" not in html
    assert "Mes brouillons" in html


def test_the_headline_says_in_letters_what_waits_and_marks_what_is_late(client: Client, officer: User) -> None:
    submitted("premier", officer)
    submitted("second", officer)
    make_indicator("tardif", source=overdue())
    _user, html = front(client, REVIEWERS)
    assert "Deux relectures vous attendent. <mark>1 source est en retard</mark>." in html


def test_a_release_to_review_says_who_when_and_what_changes(client: Client, officer: User) -> None:
    release = submitted("emploi", officer)
    counts = {"published": 40, "proposed": 30, "revised": 9, "vanished": 27, "new": 0, "units": 1, "jumps": 0}
    ReleaseImport.objects.filter(release=release).update(account={"comparison": {"counts": counts}})
    _user, html = front(client, REVIEWERS)
    assert "Chiffres. Noé, aujourd’hui." in html
    assert "9 révisées, 27 disparaissent, 1 valeur suspecte" in html
    assert reverse("wagtailsnippets_indicators_release:edit", args=[release.pk]) in html


def test_whoever_submitted_is_told_that_somebody_else_reviews(client: Client, officer: User) -> None:
    submitted("emploi", officer)
    client.force_login(officer)
    html = client.get("/cms/").content.decode()
    assert "Une relecture de votre travail est en cours" in html
    assert "Aucun brouillon en cours." in html


def test_a_release_sent_back_is_a_draft_with_the_comment_of_the_reviewer(client: Client, officer: User) -> None:
    release = submitted("emploi", officer)
    reviewer = make_user(groups=(REVIEWERS,))
    release.current_workflow_task_state.reject(user=reviewer, comment="Les totaux ne tombent pas juste.")
    client.force_login(officer)
    assert "Les totaux ne tombent pas juste." in client.get("/cms/").content.decode()


def test_a_file_left_half_way_leads_back_to_its_reading(client: Client) -> None:
    user, _html = front(client, DATA, departments=[make_department()])
    upload = make_upload(make_indicator(department=make_department()), user=user)
    Upload.objects.filter(pk=upload.pk).update(state=Upload.State.READ)
    html = client.get("/cms/").content.decode()
    assert f"/cms/chiffres/importer/{upload.pk}/lecture/" in html
    assert "La lecture reste à vérifier" in html


def test_late_figures_of_ones_own_departments_lead_to_their_deposit(client: Client) -> None:
    make_indicator("mien", department=make_department(), source=overdue())
    make_indicator("autre", department=make_department("autre"), source=overdue())
    _user, html = front(client, DATA, departments=[make_department()])
    assert "?indicateur=mien" in html
    assert "Indicateur autre" not in html


def test_more_than_five_late_sources_end_with_a_link(client: Client) -> None:
    for number in range(7):
        make_indicator(f"tardif-{number}", source=overdue(f"source-{number}", days=number + 1))
    _user, html = front(client, PLATFORM)
    assert html.count("?indicateur=") == 5
    assert "Voir les indicateurs des 7 sources en retard" in html


def test_the_strip_has_one_stroke_for_each_public_indicator_by_its_lateness(client: Client) -> None:
    for code, days in (("proche", 5), ("loin", 200), ("tres-loin", 800), ("a-jour", -5)):
        make_live(make_release(make_indicator(code, source=overdue(code, days=days))))
    _user, html = front(client, EDITORS)
    for words in (
        "<b>1</b> à jour",
        "<b>1</b> en retard de moins de 3 mois",
        "<b>1</b> en retard de 3 mois à un an",
        "<b>1</b> en retard de plus d’un an",
    ):
        assert words in html


def judged(release: Release, trend: str) -> None:
    StoredJudgement.objects.filter(release=release).update(trend=trend, robust="yes")


def test_an_indicator_whose_judgement_changed_sides_is_a_new_signal_and_another_is_not(client: Client) -> None:
    for code, before, after in (("tourne", "stable", "improves"), ("continue", "worsens", "worsens_clearly")):
        indicator = make_indicator(code)
        first = make_release(indicator)
        judged(first, before)
        make_live(first)
        second = make_release(indicator)
        judged(second, after)
        make_live(second)
    _user, html = front(client, EDITORS)
    signals = html[html.index("Nouveaux signaux favorables") : html.index("Dernières publications")]
    assert "Indicateur tourne" in signals
    assert "Avant\u00a0: stable. Maintenant\u00a0: s’améliore." in signals
    assert "Indicateur continue" not in signals
    assert "Aucun indicateur ne s’est mis à se dégrader depuis un mois." in signals


def test_a_panel_of_a_higher_application_shows_what_its_slot_gives(client: Client, monkeypatch) -> None:
    monkeypatch.setattr(dashboard.WATCH, "providers", [])
    assert "Rien à signaler" in front(client, EDITORS)[1]
    dashboard.WATCH.fill(lambda user: [Notice("2 liens ne répondent plus", "/cms/", "Page « Méthode »")])
    html = front(client, EDITORS)[1]
    assert "2 liens ne répondent plus" in html
    assert "Rien à signaler" not in html


def test_the_front_page_costs_the_same_queries_for_two_indicators_as_for_eight(client: Client, officer: User) -> None:
    def fill(numbers: range) -> None:
        for number in numbers:
            make_live(make_release(make_indicator(f"public-{number}", source=overdue(f"s-{number}"))))
            submitted(f"attend-{number}", officer)

    def cost() -> int:
        client.force_login(make_user(groups=(PLATFORM,)))
        client.get("/cms/")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/cms/")
        return len(asked)

    fill(range(2))
    few = cost()
    fill(range(2, 8))
    assert cost() == few
    assert few <= 75
