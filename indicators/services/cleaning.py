"""What an interrupted import left behind."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from indicators.models import Observation, Release, ReleaseImport

CHUNK = 2_000
ABANDONED_AFTER = timedelta(minutes=60)
"""The longest import takes minutes; one that is still loading after an hour was killed."""


def clean_imports(*, older_than: timedelta = ABANDONED_AFTER) -> int:
    """Remove the releases whose rows were never all written; returns how many there were."""
    left = ReleaseImport.objects.filter(
        state=ReleaseImport.State.LOADING, release__created_at__lt=timezone.now() - older_than
    )
    releases = list(left.values_list("release_id", flat=True))
    for release_id in releases:
        discard_release(release_id=release_id)
    return len(releases)


def discard_release(*, release_id: int) -> None:
    """Remove a release that is still loading, with its rows in short transactions. A sealed one stays untouched."""
    if not ReleaseImport.objects.filter(release=release_id, state=ReleaseImport.State.LOADING).exists():
        return
    rows = Observation.objects.filter(release=release_id).order_by()
    while keys := list(rows.values_list("pk", flat=True)[:CHUNK]):
        Observation.objects.filter(pk__gte=min(keys), pk__lte=max(keys), release=release_id)._raw_delete("default")
    with transaction.atomic():
        ReleaseImport.objects.filter(release=release_id).delete()
        Release.objects.filter(pk=release_id).delete()
