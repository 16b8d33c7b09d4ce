"""A page goes online only when somebody else than its authors has read it, whatever the door."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from portal.page_services import ContentFlawed, add_draft, approve_page, submit_page
from portal.review import NotReviewed, OwnWork, ReviewOutdated
from sdg_pages.models import ArticlePage
from tests.factories.blocks import body
from tests.factories.indicators import PASSWORD, make_superuser
from tests.factories.pages import article_index, goal_page, make_article, make_editor, make_page_reviewer, publish_page

pytestmark = pytest.mark.django_db


def test_a_reviewed_page_is_online() -> None:
    page = make_article()
    assert page.live
    assert Client().get(page.url).status_code == 200


def test_a_draft_is_not_online() -> None:
    page = make_article(live=False)
    assert Client().get(page.get_url()).status_code == 404


def test_the_author_cannot_approve_their_own_page() -> None:
    editor = make_editor()
    page = make_article(live=False, author=editor)
    submit_page(page=page, user=editor)
    with pytest.raises(OwnWork):
        approve_page(page=page, user=editor)
    page.refresh_from_db()
    assert not page.live


def test_a_page_with_a_flaw_is_not_submitted_from_code_either() -> None:
    editor = make_editor()
    blocks = body(("heading", {"text": "Détail", "level": "h3"}))
    page = make_article(live=False, author=editor, body=blocks)
    with pytest.raises(ContentFlawed) as refused:
        submit_page(page=page, user=editor)
    assert str(refused.value) == " ".join(finding.message for finding in refused.value.findings)
    assert not page.workflow_in_progress


def test_another_editor_may_approve_a_page() -> None:
    page = make_article(live=False)
    assert publish_page(page, reviewer=make_editor()).live


def test_a_superuser_cannot_publish_without_a_review() -> None:
    page = make_article(live=False)
    with pytest.raises(NotReviewed):
        page.latest_revision.publish(user=make_superuser())


def test_a_page_saved_as_live_by_code_is_refused() -> None:
    with pytest.raises(NotReviewed):
        article_index().add_child(instance=ArticlePage(title="Sans relecture", summary="Rien.", live=True))


def test_a_change_during_the_review_sends_the_page_back_to_it() -> None:
    editor, reviewer = make_editor(), make_page_reviewer()
    page = make_article(live=False, author=editor)
    submit_page(page=page, user=editor)
    page.title = "Un autre titre"
    page.save_revision(user=editor)
    page.refresh_from_db()
    assert page.current_workflow_task_state.revision_id == page.latest_revision_id
    assert approve_page(page=page, user=reviewer).title == "Un autre titre"


def test_a_reviewer_who_changes_the_page_cannot_approve_it_any_more() -> None:
    editor, reviewer = make_editor(), make_page_reviewer()
    page = make_article(live=False, author=editor)
    submit_page(page=page, user=editor)
    page.save_revision(user=reviewer)
    page.refresh_from_db()
    with pytest.raises(OwnWork):
        approve_page(page=page, user=reviewer)


def test_a_reading_is_outdated_when_another_version_went_online_meanwhile() -> None:
    page = make_article()
    page.title = "Deuxième version"
    page.save_revision(user=make_editor())
    submit_page(page=page, user=make_editor())
    Page.objects.filter(pk=page.pk).update(live_revision=None)
    with pytest.raises(ReviewOutdated):
        approve_page(page=page, user=make_page_reviewer())


def test_an_approved_page_waits_for_its_date() -> None:
    page = make_article(live=False)
    page.go_live_at = timezone.now() + timedelta(days=2)
    page.save_revision(user=make_editor())
    assert not publish_page(page).live
    revision = page.revisions.get(approved_go_live_at__isnull=False)
    past = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"], revision.approved_go_live_at = past.isoformat(), past
    revision.save()
    call_command("publish_scheduled", verbosity=0)
    page.refresh_from_db()
    assert page.live


def test_a_copy_is_a_draft() -> None:
    page = make_article()
    copy = page.copy(update_attrs={"title": "Copie", "slug": "copie"})
    assert not copy.live


def test_an_alias_of_a_reviewed_page_is_online_with_it() -> None:
    page = make_article()
    alias = page.create_alias(
        parent=article_index("en"), update_slug="alias", update_locale=Locale.objects.get(language_code="en")
    )
    assert alias.live
    page.title = "Titre relu"
    page.save_revision(user=make_editor())
    publish_page(page)
    alias.refresh_from_db()
    assert alias.title == "Titre relu"


def test_a_page_may_be_taken_offline() -> None:
    page = make_article()
    page.unpublish(user=make_superuser())
    assert Client().get(page.get_url()).status_code == 404


def test_starter_pages_of_the_goals_answer_in_both_languages() -> None:
    for language in ("fr", "en"):
        assert Client().get(f"/{language}/odd/").status_code == 200
        for number in (1, 17):
            assert Client().get(f"/{language}/odd/{number}/").status_code == 200


def test_a_starter_page_goes_through_the_review_like_any_other() -> None:
    page = goal_page(5)
    page.key_message = "L’écart de salaire se réduit."
    page.save_revision(user=make_editor())
    with pytest.raises(NotReviewed):
        page.latest_revision.publish()
    assert publish_page(page).key_message == "L’écart de salaire se réduit."


def test_the_editor_has_no_button_to_publish_and_one_to_submit(client: Client) -> None:
    page = make_article(live=False)
    for user in (make_superuser("super@example.org"), make_editor(email="editor@example.org")):
        client.login(username=user.email, password=PASSWORD)
        content = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert 'name="action-publish"' not in content
        assert 'name="action-submit"' in content


def test_a_posted_publish_is_refused_without_losing_the_draft(client: Client) -> None:
    page = make_article(live=False)
    user = make_superuser()
    client.force_login(user)
    data = {"title": "Forcé", "slug": page.slug, "summary": "Un texte.", "axis": "comprendre", "kind": "analyse"}
    blocks = {"body-count": 0, "corrections-count": 0, "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data | blocks | {"action-publish": "1"})
    page.refresh_from_db()
    assert response.status_code in (302, 403)
    assert not page.live


def test_a_new_draft_has_an_author() -> None:
    editor = make_editor()
    page = add_draft(parent=article_index(), page=ArticlePage(title="Brouillon", summary="Un texte."), user=editor)
    assert page.latest_revision.user == editor
