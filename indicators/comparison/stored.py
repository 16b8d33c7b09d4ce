"""The rows of a release as a snapshot."""

from collections.abc import Iterator

from django.db.models import CharField
from django.db.models.functions import Cast

from indicators.importing.published import StoredRow, empty_snapshot, snapshot_from_rows
from indicators.importing.snapshots import Snapshot
from indicators.models import Breakdown, Observation, Release

FETCHED_AT_ONCE = 20_000


def snapshot_of_release(release: Release | None) -> Snapshot:
    """All its observations in columns (three queries, whatever their number); an empty one without a release."""
    return snapshot_from_rows(stored_rows(release)) if release else empty_snapshot()


def stored_rows(release: Release) -> Iterator[StoredRow]:
    """The rows as they are stored: values stay text and each period is read once, so a million rows take seconds."""
    rows = Observation.objects.filter(release=release)
    starts = {
        (label, granularity): start
        for label, start, granularity in rows.order_by().values_list("period", "period_start", "granularity").distinct()
    }
    breakdowns = dict(
        Breakdown.objects.filter(pk__in=rows.order_by().values("breakdown").distinct()).values_list("pk", "key")
    )
    fields = ("territory_id", "period", "granularity", "breakdown_id", "exact", "status", "note")
    found = rows.order_by().annotate(exact=Cast("value", CharField())).values_list(*fields)
    for territory, period, granularity, breakdown, value, status, note in found.iterator(FETCHED_AT_ONCE):
        start = starts[period, granularity]
        yield territory, period, start, granularity, breakdowns[breakdown], value, status, note
