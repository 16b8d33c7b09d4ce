"""Every door to the public is shut to what nobody else has approved, superusers and code included."""

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import GroupApprovalTask, Revision, TaskState, Workflow, WorkflowContentType, WorkflowTask

from indicators.models import FigureLogEntry, Indicator, Publication, Release, Upload
from indicators.roles import TASK
from indicators.services.review import approve_release
from indicators.services.review_submission import submit_release
from portal.models import FourEyesTask, FourEyesTaskState
from portal.review import NotAllowed, NotReviewed, OwnWork, ReviewOutdated, ReviewRefused
from tests.factories.indicators import make_department, make_indicator, make_release, make_superuser, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss():
    return make_superuser("super@example.org")


@pytest.fixture
def release(officer):
    return make_release(Indicator.objects.first() or make_indicator("emploi"), user=officer)


@pytest.fixture
def sheet(officer):
    """A sheet that is online, with a change that nobody has reviewed."""
    indicator = Indicator.objects.first() or make_indicator("emploi")
    indicator.title_fr = "Titre changé"
    indicator.save_revision(user=officer)
    return Indicator.objects.get()


def assert_nothing_public() -> None:
    assert not Publication.objects.exists()
    assert not Release.objects.filter(live=True).exists()


def filled_in(form) -> dict:
    """What a browser would send for the form as it is shown."""
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, [], "")}


def refused(act) -> None:
    """The act raises one of our refusals, and leaves nothing behind."""
    with pytest.raises(ReviewRefused), transaction.atomic():
        act()


def test_revision_publish_by_code_is_refused(release, boss):
    refused(lambda: release.latest_revision.publish(user=boss))
    refused(lambda: release.latest_revision.publish(user=boss, skip_permission_checks=True))
    refused(lambda: release.latest_revision.publish())
    assert_nothing_public()


def test_publishing_a_release_by_code_is_refused_without_approval(release, boss):
    refused(lambda: release.publish(release.latest_revision, user=boss))
    assert_nothing_public()


def test_wagtails_publish_action_which_its_api_uses_is_refused(release, sheet, boss):
    refused(lambda: PublishRevisionAction(release.latest_revision, user=boss).execute(skip_permission_checks=True))
    refused(lambda: PublishRevisionAction(sheet.latest_revision, user=boss).execute(skip_permission_checks=True))
    assert_nothing_public()
    assert Indicator.objects.get().title_fr == "Indicateur emploi"


def test_saving_a_row_as_live_is_refused(release, officer):
    release.live = True
    refused(release.save)
    refused(lambda: release.save(update_fields=["live"]))
    draft = make_indicator("brouillon", live=False)
    draft.live, draft.live_revision = True, draft.latest_revision
    refused(draft.save)
    refused(
        lambda: Indicator.objects.create(
            code="x", title_fr="x", live=True, source=draft.source, department=draft.department
        )
    )
    assert_nothing_public()


def test_the_publish_button_does_nothing_for_a_superuser(client, sheet, boss):
    client.force_login(boss)
    address = reverse("wagtailsnippets_indicators_indicator:edit", args=[sheet.pk])
    page = client.get(address)
    assert 'name="action-publish"' not in page.content.decode()
    form = page.context["form"]
    data = filled_in(form)
    client.post(address, data | {"action-publish": "1", "title_fr": "Publié en douce"})
    assert Indicator.objects.get().title_fr == "Indicateur emploi"


def test_creating_with_the_publish_action_makes_a_draft(client, sheet, boss):
    client.force_login(boss)
    address = reverse("wagtailsnippets_indicators_indicator:add")
    form = client.get(address).context["form"]
    data = filled_in(form)
    data |= {
        "code": "neuf",
        "title_fr": "Neuf",
        "unit_fr": "%",
        "source": sheet.source_id,
        "department": sheet.department_id,
    }
    response = client.post(address, data | {"action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    assert not Indicator.objects.get(code="neuf").live


def test_a_copy_starts_as_a_draft(client, sheet, boss):
    client.force_login(boss)
    address = reverse("wagtailsnippets_indicators_indicator:copy", args=[sheet.pk])
    form = client.get(address).context["form"]
    data = filled_in(form)
    response = client.post(
        address, data | {"code": "copie", "slug": "copie", "title_fr": "Copie", "action-publish": "1"}
    )
    assert response.status_code == 302, response.context["form"].errors
    assert not Indicator.objects.get(code="copie").live
    assert Indicator.objects.get(pk=sheet.pk).live
    assert Indicator.objects.get(pk=sheet.pk).title_fr == "Indicateur emploi"


def test_a_date_set_without_approval_publishes_nothing_and_is_taken_away(release, sheet):
    past = timezone.now() - timezone.timedelta(minutes=1)
    Revision.objects.filter(pk__in=[release.latest_revision_id, sheet.latest_revision_id]).update(
        approved_go_live_at=past
    )
    with pytest.raises(CommandError):
        call_command("publish_scheduled")
    assert_nothing_public()
    assert Indicator.objects.get(pk=sheet.pk).title_fr == "Indicateur emploi"
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert FigureLogEntry.objects.filter(action="portal.unscheduled").count() == 2


def test_finishing_a_workflow_by_code_publishes_nothing(release, officer, boss):
    submit_release(release=release, user=officer)
    refused(lambda: Release.objects.get().current_workflow_state.finish(user=boss))
    assert Release.objects.get().workflow_in_progress
    assert_nothing_public()


@pytest.mark.parametrize("superuser", [True, False])
def test_nobody_approves_their_own_import(superuser):
    person = make_superuser() if superuser else make_user(groups=("Données", "Relecture"))
    release = make_release(make_indicator("emploi"), user=person)
    submit_release(release=release, user=make_superuser())
    with pytest.raises(OwnWork):
        approve_release(release=release, user=person)
    state = Release.objects.get().current_workflow_task_state
    assert state.task.specific.get_actions(release, person) == []
    refused(lambda: state.approve(user=person))
    refused(lambda: state.task.specific.on_action(state, person, "approve"))
    assert_nothing_public()


def test_nobody_approves_what_they_submitted(release, boss):
    submit_release(release=release, user=boss)
    with pytest.raises(OwnWork):
        approve_release(release=release, user=boss)
    assert_nothing_public()


def test_nobody_approves_what_they_edited_even_when_somebody_else_edited_last(release, officer, reviewer):
    release.note_fr = "Une précision."
    release.save_revision(user=reviewer)
    submit_release(release=release, user=officer)
    with pytest.raises(OwnWork):
        approve_release(release=release, user=reviewer)


def test_who_wrote_an_earlier_published_version_may_approve_the_next_one(officer, reviewer):
    indicator = make_indicator("emploi", author=reviewer)
    indicator.title_fr = "Nouveau titre"
    indicator.save_revision(user=officer)
    indicator.get_workflow().start(indicator, officer)
    Indicator.objects.get().current_workflow_task_state.approve(user=reviewer)
    assert Indicator.objects.get().title_fr == "Nouveau titre"


def test_a_data_officer_cannot_decide_by_any_way(release, officer):
    other = make_user(groups=("Données",), departments=[make_department()])
    submit_release(release=release, user=officer)
    state = Release.objects.get().current_workflow_task_state
    refused(lambda: approve_release(release=release, user=other))
    refused(lambda: state.approve(user=other))
    refused(lambda: state.reject(user=other))
    refused(lambda: state.approve(user=None))
    assert_nothing_public()


def test_a_reviewer_of_another_department_cannot_decide(release, officer):
    stranger = make_user(groups=("Relecture",), departments=[make_department("mobilite")])
    submit_release(release=release, user=officer)
    with pytest.raises(NotAllowed):
        approve_release(release=release, user=stranger)


def test_approving_the_bare_task_state_publishes_nothing(release, officer, reviewer):
    """`TaskState` without `.specific` skips our checks on approval; the publication asks for what they leave."""
    submit_release(release=release, user=officer)
    state = Release.objects.get().current_workflow_task_state
    refused(lambda: TaskState.objects.get(pk=state.pk).approve(user=reviewer))
    assert_nothing_public()


def test_a_workflow_without_four_eyes_publishes_nothing(release, officer, reviewer):
    task = GroupApprovalTask.objects.create(name="Autre tâche")
    task.groups.set(reviewer.groups.all())
    workflow = Workflow.objects.create(name="Autre circuit")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    workflow.start(release, officer)
    state = Release.objects.get().current_workflow_task_state
    refused(lambda: state.approve(user=reviewer))
    assert_nothing_public()


def test_a_workflow_without_any_task_publishes_nothing(release, officer):
    empty = Workflow.objects.create(name="Vide")
    WorkflowContentType.objects.filter(content_type__model="release").update(workflow=empty)
    refused(lambda: submit_release(release=release, user=officer))
    assert_nothing_public()


def test_an_approval_copied_to_another_revision_publishes_nothing(sheet, officer, reviewer):
    sheet.get_workflow().start(sheet, officer)
    state = Indicator.objects.get().current_workflow_task_state
    state.approve(user=reviewer)
    sheet = Indicator.objects.get()
    sheet.title_fr = "Après coup"
    later = sheet.save_revision(user=officer)
    state.workflow_state.copy_approved_task_states_to_revision(later)
    assert FourEyesTaskState.objects.filter(revision=later).exists()
    refused(lambda: later.publish(user=reviewer))
    assert Indicator.objects.get().title_fr == "Titre changé"


def test_going_back_to_an_older_revision_needs_a_review(sheet, officer, reviewer, boss):
    first = sheet.live_revision
    sheet.get_workflow().start(sheet, officer)
    Indicator.objects.get().current_workflow_task_state.approve(user=reviewer)
    refused(lambda: first.publish(user=boss, previous_revision=first))
    back = first.as_object().save_revision(user=boss, previous_revision=first, log_action=True)
    refused(lambda: back.publish(user=boss))
    assert Indicator.objects.get().title_fr == "Titre changé"


def test_the_revert_screen_makes_a_draft(client, sheet, boss):
    client.force_login(boss)
    first = sheet.live_revision
    address = reverse("wagtailsnippets_indicators_indicator:revisions_revert", args=[sheet.pk, first.pk])
    form = client.get(address).context["form"]
    data = filled_in(form)
    client.post(
        reverse("wagtailsnippets_indicators_indicator:edit", args=[sheet.pk]),
        data | {"action-publish": "1", "revision": first.pk},
    )
    assert Indicator.objects.get().live_revision == first
    client.post(address, data | {"action-publish": "1"})
    assert Indicator.objects.get().live_revision == first


def test_a_cancelled_workflow_publishes_nothing(release, officer, reviewer, boss):
    submit_release(release=release, user=officer)
    state = Release.objects.get().current_workflow_task_state
    workflow_state = state.workflow_state
    workflow_state.cancel(user=officer)
    refused(lambda: type(state).objects.get(pk=state.pk).approve(user=reviewer))
    TaskState.objects.filter(pk=state.pk).update(status="approved", finished_by=reviewer)
    refused(lambda: release.latest_revision.publish(user=boss))
    assert_nothing_public()


def test_a_workflow_taken_up_again_starts_a_new_review(release, officer, reviewer):
    submit_release(release=release, user=officer)
    state = Release.objects.get().current_workflow_task_state
    state.reject(user=reviewer, comment="À revoir.")
    Release.objects.get().current_workflow_state.resume(user=officer)
    assert Release.objects.get().current_workflow_task_state.status == "in_progress"
    assert_nothing_public()


def test_a_submitted_revision_is_not_written_over_by_autosave(sheet, officer, reviewer):
    sheet.get_workflow().start(sheet, officer)
    submitted = Indicator.objects.get().latest_revision
    draft = Indicator.objects.get().get_latest_revision_as_object()
    draft.title_fr = "Écrit par-dessus"
    draft.save_revision(user=officer, overwrite_revision=submitted)
    assert Revision.objects.get(pk=submitted.pk).content["title_fr"] == "Titre changé"
    assert Indicator.objects.get().latest_revision != submitted


def test_a_change_during_the_review_sends_it_back_to_review(release, officer, reviewer):
    submit_release(release=release, user=officer)
    stale = Release.objects.get().current_workflow_task_state
    changed = Release.objects.get()
    changed.note_fr = "Changée pendant la relecture."
    revision = changed.save_revision(user=officer)
    refused(lambda: stale.approve(user=reviewer))
    current = Release.objects.get().current_workflow_task_state
    assert current.revision == revision
    approve_release(release=release, user=reviewer)
    assert Release.objects.get().note_fr == "Changée pendant la relecture."


def test_a_revision_altered_after_its_submission_cannot_be_approved(release, officer, reviewer):
    submit_release(release=release, user=officer)
    revision = Release.objects.get().latest_revision
    revision.content["note_fr"] = "Altérée."
    revision.save()
    with pytest.raises(ReviewOutdated):
        approve_release(release=release, user=reviewer)
    assert_nothing_public()


def test_rows_exchanged_after_the_approval_are_not_published_at_the_date(release, officer, reviewer):
    submit_release(release=release, user=officer)
    approve_release(release=release, user=reviewer, go_live_at=timezone.now() + timezone.timedelta(hours=1))
    release.provenance.digest = "0" * 64
    release.provenance.save()
    refused(lambda: Release.objects.get().scheduled_revision.publish())
    assert_nothing_public()


def test_unpublishing_is_refused(sheet, release, boss):
    refused(lambda: sheet.unpublish(user=boss))
    refused(lambda: release.unpublish(user=boss))
    assert Indicator.objects.get(pk=sheet.pk).live


@pytest.mark.parametrize("name", ["unpublish", "delete", "lock", "unlock"])
@pytest.mark.parametrize("model", ["indicator", "release"])
def test_screens_that_take_away_are_closed_to_superusers(client, release, boss, model, name):
    client.force_login(boss)
    pk = release.pk if model == "release" else release.indicator_id
    response = client.post(reverse(f"wagtailsnippets_indicators_{model}:{name}", args=[pk]))
    assert response.status_code in (302, 403)
    assert Release.objects.exists()
    assert Indicator.objects.get().live


@pytest.mark.parametrize("model", ["indicator", "release"])
def test_bulk_deletion_is_closed(client, release, boss, model):
    client.force_login(boss)
    address = reverse("wagtail_bulk_action", args=["indicators", model, "delete"])
    client.post(f"{address}?id=all")
    assert Release.objects.exists()
    assert Indicator.objects.exists()


def test_no_bulk_action_publishes(boss):
    from wagtail.admin.views.bulk_action.registry import bulk_action_registry

    for model in ("indicator", "release"):
        actions = bulk_action_registry.get_bulk_actions_for_model("indicators", model)
        assert {action.action_type for action in actions} == {"delete"}


@pytest.mark.parametrize("name", ["add", "copy", "revisions_revert", "workflow_action", "collect_workflow_action_data"])
def test_the_raw_screens_of_a_release_are_closed(client, release, officer, boss, name):
    submit_release(release=release, user=officer)
    state = Release.objects.get().current_workflow_task_state
    arguments = {
        "add": [],
        "copy": [release.pk],
        "revisions_revert": [release.pk, release.latest_revision_id],
        "workflow_action": [release.pk, "approve", state.pk],
        "collect_workflow_action_data": [release.pk, "approve", state.pk],
    }[name]
    if name == "copy":
        return
    client.force_login(boss)
    response = client.post(reverse(f"wagtailsnippets_indicators_release:{name}", args=arguments))
    assert response.status_code in (302, 403)
    assert_nothing_public()
    assert Release.objects.count() == 1


def test_the_form_of_a_release_leads_to_the_review_screen(client, release, boss):
    client.force_login(boss)
    response = client.get(reverse("wagtailsnippets_indicators_release:edit", args=[release.pk]))
    assert response.status_code == 302
    assert response.url.endswith(f"/chiffres/mises-a-jour/{release.pk}/")


def test_the_author_of_a_sheet_cannot_approve_from_the_moderation_screen(client, sheet):
    author = make_superuser()
    draft = Indicator.objects.get().get_latest_revision_as_object()
    draft.title_fr = "De ma main"
    draft.save_revision(user=author)
    sheet.get_workflow().start(Indicator.objects.get(), make_superuser())
    state = Indicator.objects.get().current_workflow_task_state
    client.force_login(author)
    address = reverse("wagtailsnippets_indicators_indicator:workflow_action", args=[sheet.pk, "approve", state.pk])
    client.post(address, {"comment": ""})
    assert Indicator.objects.get().title_fr == "Indicateur emploi"


def test_another_reviewer_approves_a_sheet_from_the_moderation_screen(client, sheet, officer, reviewer):
    sheet.get_workflow().start(sheet, officer)
    state = Indicator.objects.get().current_workflow_task_state
    client.force_login(reviewer)
    address = reverse("wagtailsnippets_indicators_indicator:workflow_action", args=[sheet.pk, "approve", state.pk])
    client.post(address, {"comment": "Vu."})
    assert Indicator.objects.get().title_fr == "Titre changé"


def test_uploads_have_no_screen_to_delete_them(client, release, boss):
    client.force_login(boss)
    upload = Upload.objects.get()
    for name in ("edit", "delete"):
        assert client.post(reverse(f"indicators_uploads:{name}", args=[upload.pk])).status_code in (302, 403, 404)
    assert Upload.objects.exists()


def test_no_writing_api_is_mounted(client, boss):
    client.force_login(boss)
    for address in ("/api/v3/", "/cms/api/v3/", "/api/v3/snippets/indicators.indicator/"):
        assert client.get(address).status_code == 404


def test_the_task_is_the_same_for_releases_and_sheets():
    task = FourEyesTask.objects.get(name=TASK)
    assert {group.name for group in task.groups.all()} == {"Relecture", "Plateforme"}
    read = WorkflowContentType.objects.filter(workflow__workflow_tasks__task=task)
    assert set(read.values_list("content_type__model", flat=True)) == {"indicator", "release"}


def test_refusals_are_sentences():
    assert str(NotReviewed()).startswith("Rien ne se publie")
    assert str(OwnWork()).startswith("Vous avez contribué")
