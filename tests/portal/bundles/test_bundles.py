"""What stands in an open bundle waits for it and goes online with all the rest, or nothing does."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from indicators.services.review import approve_release
from indicators.services.review_submission import submit_release
from portal.bundles import (
    BundleNotReady,
    Readiness,
    add_to_bundle,
    bundle_of,
    cancel_bundle,
    contents_of,
    publish_bundle,
    publish_due_bundles,
)
from portal.models import Bundle, PreviewTeam
from portal.review import NotAllowed
from tests.factories.indicators import make_department, make_indicator, make_release, make_user
from tests.factories.pages import make_article, make_editor, make_page_reviewer, publish_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def bundle() -> Bundle:
    return Bundle.objects.create(title="Égalité 2026")


def approved_article(bundle: Bundle, title: str = "Un article"):
    page = make_article(title, live=False)
    add_to_bundle(bundle=bundle, subject=page)
    return publish_page(page)


def submitted_release():
    department = make_department("egalite")
    officer = make_user(groups=("Données",), departments=[department])
    release = make_release(make_indicator("ecart", department=department), {"2022": "15"}, user=officer)
    return submit_release(release=release, user=officer)


def test_an_approved_page_in_an_open_bundle_waits(bundle: Bundle) -> None:
    page = approved_article(bundle)
    assert not page.live
    assert [one.readiness for one in contents_of(bundle)] == [Readiness.READY]


def test_pages_and_figures_of_a_bundle_go_online_together(bundle: Bundle) -> None:
    page = approved_article(bundle)
    release = submitted_release()
    add_to_bundle(bundle=bundle, subject=release)
    approve_release(release=release, user=make_user(groups=("Relecture",)))
    assert Client().get("/fr/indicateurs/ecart/").status_code == 404
    publish_bundle(bundle=bundle, user=make_editor())
    assert Client().get("/fr/indicateurs/ecart/").status_code == 200
    assert Client().get(page.get_url()).status_code == 200
    bundle.refresh_from_db()
    assert bundle.state == Bundle.State.PUBLISHED


def test_nothing_goes_online_while_something_is_not_approved(bundle: Bundle) -> None:
    page = approved_article(bundle)
    add_to_bundle(bundle=bundle, subject=make_article("Pas encore relu", live=False))
    with pytest.raises(BundleNotReady, match="Pas encore relu"):
        publish_bundle(bundle=bundle)
    page.refresh_from_db()
    assert not page.live


def test_an_empty_bundle_is_not_published(bundle: Bundle) -> None:
    with pytest.raises(BundleNotReady):
        publish_bundle(bundle=bundle)


def test_a_page_changed_after_its_approval_is_not_ready(bundle: Bundle) -> None:
    page = approved_article(bundle)
    page.title = "Changé"
    page.save_revision(user=make_editor())
    assert contents_of(bundle)[0].readiness is Readiness.DRAFT
    with pytest.raises(BundleNotReady):
        publish_bundle(bundle=bundle)


def test_one_open_bundle_at_most_holds_a_content(bundle: Bundle) -> None:
    page = make_article(live=False)
    add_to_bundle(bundle=bundle, subject=page)
    add_to_bundle(bundle=bundle, subject=page)
    assert bundle.items.count() == 1
    with pytest.raises(NotAllowed, match="déjà dans le lot"):
        add_to_bundle(bundle=Bundle.objects.create(title="Autre"), subject=page)


def test_a_content_with_a_date_of_its_own_does_not_enter_a_bundle(bundle: Bundle) -> None:
    page = make_article(live=False)
    page.go_live_at = timezone.now() + timedelta(days=2)
    page.save_revision(user=make_editor())
    publish_page(page)
    with pytest.raises(NotAllowed, match="date"):
        add_to_bundle(bundle=bundle, subject=page)


def test_a_bundle_is_published_at_its_date(bundle: Bundle) -> None:
    page = approved_article(bundle)
    assert publish_due_bundles() == 0
    Bundle.objects.update(publish_at=timezone.now() - timedelta(minutes=1))
    assert publish_due_bundles() == 1
    page.refresh_from_db()
    assert page.live


def test_a_date_that_cannot_be_kept_leaves_its_reason(bundle: Bundle) -> None:
    add_to_bundle(bundle=bundle, subject=make_article("Pas encore relu", live=False))
    Bundle.objects.update(publish_at=timezone.now() - timedelta(minutes=1))
    assert publish_due_bundles() == 0
    bundle.refresh_from_db()
    assert "Pas encore relu" in bundle.failure
    assert bundle.publish_at is None
    assert publish_due_bundles() == 0


def test_a_cancelled_bundle_holds_nothing_back(bundle: Bundle) -> None:
    page = make_article(live=False)
    add_to_bundle(bundle=bundle, subject=page)
    cancel_bundle(bundle=bundle, user=make_editor())
    assert bundle_of(page) is None
    assert publish_page(page).live


def test_a_published_bundle_is_closed(bundle: Bundle) -> None:
    approved_article(bundle)
    publish_bundle(bundle=bundle)
    with pytest.raises(NotAllowed):
        publish_bundle(bundle=bundle)
    with pytest.raises(NotAllowed):
        add_to_bundle(bundle=bundle, subject=make_article("Trop tard", live=False))


def test_an_editor_prepares_and_publishes_a_bundle_on_screen(client: Client, bundle: Bundle) -> None:
    page = make_article("À deux", live=False)
    client.force_login(make_editor())
    address = reverse("bundles:contents", args=[bundle.pk])
    assert "À deux" in client.get(address).content.decode()
    client.post(reverse("bundles:add", args=[bundle.pk]), {"subject": f"wagtailcore.page-{page.pk}"})
    assert "Brouillon" in client.get(address).content.decode()
    assert (
        "Pas encore approuvé" in client.post(reverse("bundles:publish", args=[bundle.pk]), follow=True).content.decode()
    )
    publish_page(page, reviewer=make_page_reviewer())
    client.post(reverse("bundles:publish", args=[bundle.pk]))
    page.refresh_from_db()
    assert page.live


def test_an_unknown_choice_is_told(client: Client, bundle: Bundle) -> None:
    client.force_login(make_editor())
    response = client.post(reverse("bundles:add", args=[bundle.pk]), {"subject": "x"}, follow=True)
    assert "Choisissez un contenu" in response.content.decode()


def test_a_preview_team_reads_what_is_not_online_and_changes_nothing(client: Client, bundle: Bundle) -> None:
    page = make_article("Pas encore en ligne", live=False)
    item = add_to_bundle(bundle=bundle, subject=page)
    guest = make_user(groups=("Données",), email="invite@example.org")
    client.force_login(guest)
    preview = reverse("bundles:preview", args=[bundle.pk, item.pk])
    assert client.get(preview).status_code in (302, 403)
    team = PreviewTeam.objects.create(name="Élus")
    team.members.add(guest)
    bundle.preview_teams.add(team)
    assert "Pas encore en ligne" in client.get(preview).content.decode()
    client.post(reverse("bundles:publish", args=[bundle.pk]))
    bundle.refresh_from_db()
    assert bundle.state == Bundle.State.OPEN


def test_preview_teams_are_told_where_to_read(client: Client, bundle: Bundle) -> None:
    team = PreviewTeam.objects.create(name="Élus")
    team.members.add(make_user(email="elue@example.org"))
    bundle.preview_teams.add(team)
    client.force_login(make_editor())
    client.post(reverse("bundles:notify", args=[bundle.pk]))
    assert mail.outbox[0].to == ["elue@example.org"]
    assert reverse("bundles:contents", args=[bundle.pk]) in mail.outbox[0].body


def test_who_works_with_neither_sees_no_bundle(client: Client, bundle: Bundle) -> None:
    client.force_login(make_user(groups=("Données",)))
    assert client.get(reverse("bundles:contents", args=[bundle.pk])).status_code in (302, 403)
