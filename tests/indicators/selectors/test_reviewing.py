"""The number beside « Mises à jour »: the same rule as the decision, in as many questions for ten as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.dashboard.to_review import errands_to_review
from indicators.models import Release
from indicators.selectors.reviewing import count_to_review
from indicators.services.review_submission import submit_release
from portal.models import User
from tests.factories.indicators import (
    make_department,
    make_indicator,
    make_release,
    make_superuser,
    make_upload,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> User:
    return make_user("donnees@example.org", groups=("Données",), departments=[make_department()])


@pytest.fixture
def reviewer() -> User:
    return make_user("relecture@example.org", groups=("Relecture",))


def submitted(code: str, officer: User, **fields: object) -> Release:
    """A release that waits."""
    return submit_release(release=make_release(make_indicator(code), user=officer, **fields), user=officer)


def fresh(user: User) -> User:
    """The same person, as another request knows them."""
    return User.objects.get(pk=user.pk)


def questions(user: User) -> int:
    """How many queries the count asks."""
    person = fresh(user)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        count_to_review(person)
    return len(asked)


def test_the_count_asks_no_more_for_ten_releases_than_for_one(officer: User, reviewer: User) -> None:
    submitted("premier", officer)
    asked_for_one = questions(reviewer)
    for number in range(9):
        submitted(f"suite-{number}", officer)
    assert count_to_review(reviewer) == 10
    assert questions(reviewer) == asked_for_one


def test_nobody_counts_what_they_wrote_imported_brought_or_submitted(officer: User, reviewer: User) -> None:
    both = make_user(groups=("Données", "Relecture"), departments=[make_department()])
    indicator = make_indicator("apporte")
    submitted("importe", both)
    submit_release(
        release=make_release(indicator, user=officer, upload=make_upload(indicator, user=both)), user=officer
    )
    submit_release(release=make_release(make_indicator("soumis"), user=officer), user=both)
    reworded = make_release(make_indicator("ecrit"), user=officer)
    reworded.save_revision(user=both)
    submit_release(release=reworded, user=officer)
    assert count_to_review(both) == len(errands_to_review(both)) == 0
    assert count_to_review(reviewer) == len(errands_to_review(reviewer)) == 4


def test_a_reviewer_of_one_department_counts_those_of_that_department(officer: User) -> None:
    submitted("emploi", officer)
    elsewhere = make_user(groups=("Relecture",), departments=[make_department("autre")])
    here = make_user(groups=("Relecture",), departments=[make_department()])
    assert count_to_review(elsewhere) == len(errands_to_review(elsewhere)) == 0
    assert count_to_review(here) == len(errands_to_review(here)) == 1


def test_an_administrator_counts_all_and_a_data_officer_none(officer: User) -> None:
    submitted("emploi", officer)
    assert count_to_review(make_superuser()) == 1
    assert count_to_review(officer) == 0


def test_a_release_that_was_sent_back_waits_no_more(officer: User, reviewer: User) -> None:
    release = submitted("emploi", officer)
    release.current_workflow_task_state.reject(user=reviewer, comment="À corriger.")
    assert count_to_review(reviewer) == len(errands_to_review(reviewer)) == 0
