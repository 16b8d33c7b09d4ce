"""Publication at a date: exactly the reviewed revision, and one that fails does not stop the others."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Revision

from indicators.models import FigureLogEntry, Indicator, Publication, Release
from indicators.services.review import approve_release
from indicators.services.review_submission import submit_release
from portal.generation import current_generation
from tests.factories.indicators import make_indicator, make_release

pytestmark = pytest.mark.django_db


def planned(indicator: Indicator, officer, reviewer, **hours: int) -> Release:
    """A release approved for in an hour."""
    release = make_release(indicator, user=officer)
    submit_release(release=release, user=officer)
    tomorrow = timezone.now() + timezone.timedelta(**hours or {"hours": 1})
    return approve_release(release=release, user=reviewer, go_live_at=tomorrow)


def let_time_pass() -> None:
    """Two hours later, as far as the planned revisions are concerned."""
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        earlier = revision.approved_go_live_at - timezone.timedelta(hours=2)
        revision.content["go_live_at"] = earlier.isoformat()
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=earlier, content=revision.content)


def test_nothing_happens_before_the_date(officer, reviewer):
    planned(make_indicator("emploi"), officer, reviewer)
    call_command("publish_scheduled")
    assert not Publication.objects.exists()


def test_at_the_date_the_reviewed_revision_is_public(officer, reviewer):
    release = planned(make_indicator("emploi"), officer, reviewer)
    let_time_pass()
    before = current_generation()
    call_command("publish_scheduled")
    publication = Publication.objects.get()
    assert (publication.release, publication.published_by) == (release, reviewer)
    assert Release.objects.get().live
    assert current_generation() > before
    call_command("publish_scheduled")


def test_a_draft_written_since_is_not_what_goes_public(officer, reviewer):
    release = planned(make_indicator("emploi"), officer, reviewer)
    draft = Release.objects.get(pk=release.pk)
    draft.note_fr = "Écrite après la relecture."
    draft.save_revision(user=officer)
    let_time_pass()
    call_command("publish_scheduled")
    assert Release.objects.get().note_fr == ""
    assert Release.objects.get().live


def test_one_that_fails_does_not_stop_the_others(officer, reviewer):
    broken = planned(make_indicator("un"), officer, reviewer)
    sound = planned(make_indicator("deux"), officer, reviewer, hours=1, minutes=1)
    broken.provenance.state = "loading"
    broken.provenance.save()
    let_time_pass()
    with pytest.raises(CommandError):
        call_command("publish_scheduled")
    assert Publication.objects.get().release == sound
    assert not Release.objects.get(pk=broken.pk).scheduled_revision
    entry = FigureLogEntry.objects.get(action="portal.unscheduled")
    assert entry.object_id == str(broken.pk)
    call_command("publish_scheduled")


def test_one_outdated_by_another_publication_is_not_published(officer, reviewer):
    indicator = make_indicator("emploi")
    planned(indicator, officer, reviewer)
    urgent = make_release(indicator, {"2023": "13.3"}, user=officer)
    submit_release(release=urgent, user=officer)
    approve_release(release=urgent, user=reviewer)
    let_time_pass()
    with pytest.raises(CommandError):
        call_command("publish_scheduled")
    assert Publication.objects.get().release == urgent


def test_a_trouble_of_the_moment_is_tried_again(officer, reviewer, monkeypatch):
    planned(make_indicator("emploi"), officer, reviewer)
    let_time_pass()

    def broken(**kwargs: object) -> None:
        raise RuntimeError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr("indicators.signal_handlers.show_release", broken)
        with pytest.raises(CommandError):
            call_command("publish_scheduled")
    assert not Release.objects.get().live
    call_command("publish_scheduled")
    assert Publication.objects.exists()


def test_a_dry_run_says_what_is_due_and_does_nothing(officer, reviewer, capsys):
    planned(make_indicator("emploi"), officer, reviewer)
    let_time_pass()
    call_command("publish_scheduled", dry_run=True)
    assert "due" in capsys.readouterr().out
    assert not Publication.objects.exists()


def test_a_failure_during_publication_leaves_nothing_half_done(officer, reviewer, monkeypatch):
    release = make_release(make_indicator("emploi"), user=officer)
    submit_release(release=release, user=officer)

    def broken() -> None:
        raise RuntimeError

    monkeypatch.setattr("indicators.services.publication.renew_generation", broken)
    with pytest.raises(RuntimeError):
        approve_release(release=release, user=reviewer)
    assert not Publication.objects.exists()
    assert not Release.objects.get().live
    assert Release.objects.get().workflow_in_progress
