"""The rows of a release as a snapshot."""

from collections.abc import Iterator, Sequence

from django.db import connection

from indicators.importing.published import StoredRow, empty_snapshot, snapshot_from_batches
from indicators.importing.snapshots import Snapshot
from indicators.models import Breakdown, Observation, Release

FETCHED_AT_ONCE = 5_000
COLUMNS = "territory_id, period, CAST(period_start AS VARCHAR(10)), granularity, breakdown_id, value, status, note"


def snapshot_of_release(release: Release | None) -> Snapshot:
    """All its observations in columns (two queries, whatever their number); an empty one without a release."""
    if release is None:
        return empty_snapshot()
    used = Observation.objects.filter(release=release).order_by().values("breakdown").distinct()
    keys = dict(Breakdown.objects.filter(pk__in=used).values_list("pk", "key"))
    return snapshot_from_batches(stored_rows(release), keys)


def has_intervals(release: Release) -> bool:
    """Whether its import kept confidence intervals (no query when the provenance is at hand)."""
    provenance = getattr(release, "provenance", None)
    return bool(provenance and provenance.has_intervals)


def stored_rows(release: Release) -> Iterator[Sequence[StoredRow]]:
    """The rows as they are stored, in lists: a raw statement, because making a Decimal and a date for each of a million
    rows would take longer than everything else."""
    table = connection.ops.quote_name(Observation._meta.db_table)
    with connection.chunked_cursor() as cursor:
        columns = f"{COLUMNS}, lower, upper" if has_intervals(release) else COLUMNS
        cursor.execute(f"SELECT {columns} FROM {table} WHERE release_id = %s", [release.pk])
        while rows := cursor.fetchmany(FETCHED_AT_ONCE):
            yield rows
