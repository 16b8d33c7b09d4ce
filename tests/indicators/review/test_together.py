"""Two people at once, on real connections: one decision is taken, and the other person is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from indicators.models import Publication, Release
from indicators.services.review import approve_release, request_changes
from indicators.services.review_submission import submit_release
from indicators.services.withdrawal import withdraw_release
from portal.models import User
from portal.review import ReviewRefused
from tests.factories.indicators import make_department, make_indicator, make_release, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def officer():
    return make_user("donnees@example.org", groups=("Données",), departments=[make_department()])


@pytest.fixture
def reviewers():
    return [make_user(f"relecture{number}@example.org", groups=("Relecture",)) for number in (1, 2)]


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act returned, or the refusal that it met."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            barrier.wait(timeout=20)
            return act()
        except ReviewRefused as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def fresh(user: User) -> User:
    """The same person, in another process."""
    return User.objects.get(pk=user.pk)


def refusals(results: list[object]) -> int:
    """How many were refused."""
    return sum(isinstance(result, ReviewRefused) for result in results)


def test_two_approvals_of_the_same_release_publish_once(officer, reviewers):
    release = make_release(make_indicator("emploi"), user=officer)
    submit_release(release=release, user=officer)
    results = at_once(*[lambda user=user: approve_release(release=release, user=fresh(user)) for user in reviewers])
    assert refusals(results) == 1
    assert Publication.objects.get().release == release


def test_two_releases_of_an_indicator_approved_at_once_are_not_both_published_unread(officer, reviewers):
    indicator = make_indicator("emploi")
    releases = [make_release(indicator, user=officer) for _ in range(2)]
    for release in releases:
        submit_release(release=release, user=officer)
    pairs = list(zip(releases, reviewers, strict=True))
    results = at_once(*[lambda r=r, user=user: approve_release(release=r, user=fresh(user)) for r, user in pairs])
    assert refusals(results) == 1
    assert Release.objects.filter(live=True).count() == 1


def test_approving_and_sending_back_at_once_is_one_decision(officer, reviewers):
    release = make_release(make_indicator("emploi"), user=officer)
    submit_release(release=release, user=officer)
    results = at_once(
        lambda: approve_release(release=release, user=fresh(reviewers[0])),
        lambda: request_changes(release=release, user=fresh(reviewers[1]), comment="Non."),
    )
    assert refusals(results) == 1
    published = Publication.objects.exists()
    assert published == (not isinstance(results[0], ReviewRefused))


def test_approving_the_next_release_while_the_public_one_is_withdrawn_leaves_one_truth(officer, reviewers):
    indicator = make_indicator("emploi")
    first, second = (make_release(indicator, user=officer) for _ in range(2))
    submit_release(release=first, user=officer)
    approve_release(release=first, user=reviewers[0])
    submit_release(release=second, user=officer)
    results = at_once(
        lambda: approve_release(release=second, user=fresh(reviewers[0])),
        lambda: withdraw_release(release=first, user=fresh(reviewers[1]), reason="Erreur."),
    )
    public = Publication.objects.filter(indicator=indicator).first()
    live = list(Release.objects.filter(live=True))
    assert live == ([public.release] if public else [])
    assert refusals(results) == 1
