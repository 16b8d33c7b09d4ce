"""The trip of a release: submitted by one person, approved by another, public, replaced, withdrawn."""

import pytest
from django.utils import timezone

from indicators.models import FigureLogEntry, Indicator, Publication, Release
from indicators.services.review import approve_release, request_changes
from indicators.services.review_submission import submit_release
from indicators.services.withdrawal import withdraw_release
from portal.generation import current_generation
from portal.review import AlreadyDecided, NotAllowed, OwnWork, ReviewOutdated
from tests.factories.indicators import make_department, make_indicator, make_release, make_upload, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def release(officer):
    return make_release(make_indicator("emploi"), user=officer)


def public_release(indicator: Indicator) -> Release | None:
    publication = Publication.objects.filter(indicator=indicator).first()
    return publication and publication.release


def test_an_approved_release_is_public_at_once(release, officer, reviewer):
    before = current_generation()
    submit_release(release=release, user=officer, message="Chiffres 2022.")
    assert public_release(release.indicator) is None
    approved = approve_release(release=release, user=reviewer, comment="Vu.")
    assert public_release(release.indicator) == release
    assert approved.live
    assert approved.message == "Chiffres 2022."
    assert Publication.objects.get().published_by == reviewer
    assert current_generation() > before


def test_the_log_says_who_published_from_which_bytes(release, officer, reviewer):
    submit_release(release=release, user=officer)
    approve_release(release=release, user=reviewer)
    entry = FigureLogEntry.objects.get(action="figures.publish")
    upload = release.provenance.upload
    assert (entry.user, entry.data["sha256"], entry.data["upload"]) == (reviewer, upload.sha256, upload.pk)
    actions = set(FigureLogEntry.objects.filter(object_id=str(release.pk)).values_list("action", flat=True))
    assert {"wagtail.workflow.start", "wagtail.workflow.approve", "wagtail.publish"} <= actions


def test_the_first_release_of_a_new_indicator_publishes_its_sheet(officer, reviewer):
    indicator = make_indicator("nouveau", live=False, author=officer)
    release = make_release(indicator, user=officer)
    submit_release(release=release, user=officer)
    approve_release(release=release, user=reviewer)
    assert list(Indicator.objects.published()) == [indicator]


def test_the_author_of_the_sheet_cannot_approve_the_first_release(officer):
    author = make_user(groups=("Relecture",))
    release = make_release(make_indicator("nouveau", live=False, author=author), user=officer)
    submit_release(release=release, user=officer)
    with pytest.raises(OwnWork):
        approve_release(release=release, user=author)
    assert not Indicator.objects.get().live
    assert public_release(release.indicator) is None


def test_changes_are_asked_for_with_a_comment_and_the_release_can_be_submitted_again(release, officer, reviewer):
    submit_release(release=release, user=officer)
    with pytest.raises(NotAllowed):
        request_changes(release=release, user=reviewer, comment=" ")
    request_changes(release=release, user=reviewer, comment="Il manque 2020.")
    assert not Release.objects.get().workflow_in_progress
    submit_release(release=release, user=officer)
    approve_release(release=release, user=reviewer)
    assert public_release(release.indicator) == release


def test_a_release_cannot_be_submitted_twice(release, officer):
    submit_release(release=release, user=officer)
    with pytest.raises(NotAllowed):
        submit_release(release=release, user=officer)


def test_a_new_release_takes_the_place_of_the_former_one_which_stays_readable(release, officer, reviewer):
    second = make_release(release.indicator, {"2023": "13.1"}, user=officer)
    for one in (release, second):
        submit_release(release=one, user=officer)
        approve_release(release=one, user=reviewer)
    former = Release.objects.get(pk=release.pk)
    assert public_release(release.indicator) == second
    assert not former.live
    assert former.first_published_at
    assert former.observations.count() == 2


def test_withdrawing_shows_the_former_release_again(release, officer, reviewer):
    second = make_release(release.indicator, {"2023": "13.1"}, user=officer)
    for one in (release, second):
        submit_release(release=one, user=officer)
        approve_release(release=one, user=reviewer)
    before = current_generation()
    assert withdraw_release(release=second, user=reviewer, reason="Unité fausse.") == release
    assert public_release(release.indicator) == release
    assert Release.objects.get(pk=release.pk).live
    assert not Release.objects.get(pk=second.pk).live
    assert Publication.objects.get().published_by == reviewer
    assert current_generation() > before
    entry = FigureLogEntry.objects.get(action="figures.withdraw")
    assert (entry.data["reason"], entry.user) == ("Unité fausse.", reviewer)


def test_withdrawing_the_first_release_shows_nothing(release, officer, reviewer):
    submit_release(release=release, user=officer)
    approve_release(release=release, user=reviewer)
    assert withdraw_release(release=release, user=reviewer, reason="Erreur.") is None
    assert not Indicator.objects.published().exists()


def test_withdrawing_needs_the_right_and_a_reason(release, officer, reviewer):
    submit_release(release=release, user=officer)
    approve_release(release=release, user=reviewer)
    with pytest.raises(NotAllowed):
        withdraw_release(release=release, user=officer, reason="Erreur.")
    with pytest.raises(NotAllowed):
        withdraw_release(release=release, user=reviewer, reason="")


def test_a_withdrawn_release_never_comes_back(release, officer, reviewer):
    submit_release(release=release, user=officer)
    approve_release(release=release, user=reviewer)
    withdraw_release(release=release, user=reviewer, reason="Erreur.")
    with pytest.raises(NotAllowed):
        submit_release(release=release, user=officer)


def test_when_another_release_went_public_meanwhile_the_comparison_is_to_be_read_again(release, officer, reviewer):
    second = make_release(release.indicator, {"2023": "13.1"}, user=officer)
    submit_release(release=release, user=officer)
    submit_release(release=second, user=officer)
    approve_release(release=release, user=reviewer)
    with pytest.raises(ReviewOutdated):
        approve_release(release=second, user=reviewer)
    assert public_release(release.indicator) == release
    assert FigureLogEntry.objects.filter(action="figures.comparison").exists()
    approve_release(release=second, user=reviewer)
    assert public_release(release.indicator) == second


def test_a_reviewer_says_which_comparison_was_read(release, officer, reviewer):
    second = make_release(release.indicator, {"2023": "13.1"}, user=officer)
    submit_release(release=release, user=officer)
    submit_release(release=second, user=officer)
    approve_release(release=release, user=reviewer, compared_with=None)
    with pytest.raises(ReviewOutdated):
        approve_release(release=second, user=reviewer, compared_with=None)
    approve_release(release=second, user=reviewer, compared_with=release.pk)
    assert public_release(release.indicator) == second


def test_a_decision_is_taken_once(release, officer, reviewer):
    submit_release(release=release, user=officer)
    state = Release.objects.get().current_workflow_task_state
    state.approve(user=reviewer)
    stale = type(state).objects.get(pk=state.pk)
    stale.status = "in_progress"
    with pytest.raises(AlreadyDecided):
        stale.approve(user=make_user(groups=("Relecture",)))


def test_an_importer_of_another_department_cannot_submit(release):
    stranger = make_user(groups=("Données",), departments=[make_department("mobilite")])
    with pytest.raises(NotAllowed):
        submit_release(release=release, user=stranger)


def test_publishing_writes_no_fact_of_the_row_back(release, officer, reviewer):
    submit_release(release=release, user=officer)
    revision = Release.objects.get().latest_revision
    revision.content["number"] = 99
    revision.save()
    assert revision.as_object().number == 1


def test_who_brought_the_file_cannot_approve(officer):
    carrier = make_user(groups=("Relecture",))
    indicator = make_indicator("emploi")
    release = make_release(indicator, user=officer, upload=make_upload(indicator, user=carrier))
    submit_release(release=release, user=officer)
    with pytest.raises(OwnWork):
        approve_release(release=release, user=carrier)


def test_an_approved_release_waits_for_its_date(release, officer, reviewer):
    submit_release(release=release, user=officer)
    approve_release(release=release, user=reviewer, go_live_at=timezone.now() + timezone.timedelta(days=1))
    planned = Release.objects.get()
    assert not planned.live
    assert planned.scheduled_revision == planned.latest_revision
    assert public_release(release.indicator) is None
