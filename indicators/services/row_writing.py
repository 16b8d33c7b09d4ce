"""Rows into the table of observations, a few thousand at a time, so that nobody else waits for an import.

Each chunk is a transaction of its own: the rows belong to a release that is invisible until it is sealed. On SQLite,
where there is one writer at a time, writing rests now and then, and anybody who waits for their turn gets it.
"""

import datetime
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import connection, transaction

from indicators.importing.rows import Row, columns_of, in_key_order, row_batches
from indicators.importing.snapshots import Snapshot
from indicators.models import Breakdown, Observation

CHUNK = 2_000
CHUNKS_READY = 10
SPELL, REST = 0.15, 0.05
"""Seconds of writing, then seconds left to others. Somebody who waits for SQLite asks again every 25 to 50 ms during
the first 230 ms: one of their questions falls into a rest."""
KEYS_AT_ONCE = 500

Told = Callable[[float], None]


def write_rows(*, snapshot: Snapshot, release_id: int, progress: Told | None = None) -> int:
    """Write every row of the snapshot under a release; returns their number. `progress` is told the share written."""
    breakdown_ids = breakdown_keys(snapshot)
    chunks = row_batches(
        in_key_order(snapshot), release_id=release_id, breakdown_ids=breakdown_ids, adapt_date=stored_date, size=CHUNK
    )
    columns = columns_of(snapshot)
    written = 0
    for chunk in with_rests(chunks) if connection.vendor == "sqlite" else chunks:
        write_chunk(chunk, columns)
        written += len(chunk)
        if progress:
            progress(written / len(snapshot))
    return written


def breakdown_keys(snapshot: Snapshot) -> dict[str, int]:
    """Database keys of the breakdowns of a snapshot; those that nobody used before are created."""
    keys = list(snapshot.breakdowns)
    known = _known(keys)
    missing = [Breakdown(key=key) for key in keys if key not in known]
    Breakdown.objects.bulk_create(missing, batch_size=KEYS_AT_ONCE, ignore_conflicts=True)
    return known | _known([breakdown.key for breakdown in missing])


def _known(keys: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for first in range(0, len(keys), KEYS_AT_ONCE):
        part = Breakdown.objects.filter(key__in=keys[first : first + KEYS_AT_ONCE])
        found |= dict(part.values_list("key", "pk"))
    return found


def stored_date(day: datetime.date) -> Any:
    """A day as the database takes it in a raw statement."""
    return connection.ops.adapt_datefield_value(day)


def with_rests(chunks: Iterator[list[Row]]) -> Iterator[list[Row]]:
    """The same chunks, with a rest after each spell of writing; the next ones are made ready meanwhile."""
    ready: deque[list[Row]] = deque()
    while True:
        rest_ends = time.monotonic() + REST
        ready.extend(islice(chunks, CHUNKS_READY - len(ready)))
        if not ready:
            return
        time.sleep(max(0.0, rest_ends - time.monotonic()))
        spell_ends = time.monotonic() + SPELL
        while ready and time.monotonic() < spell_ends:
            yield ready.popleft()


def write_chunk(chunk: list[Row], names: Sequence[str]) -> None:
    """One short transaction: COPY on PostgreSQL, executemany elsewhere."""
    table = connection.ops.quote_name(Observation._meta.db_table)
    columns = ", ".join(names)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in chunk:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(names))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", chunk)
