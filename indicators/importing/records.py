"""Observations as the public contract prints them, one mapping each."""

from collections.abc import Iterator
from typing import Any

from .observations import Reading


def to_records(reading: Reading) -> Iterator[dict[str, Any]]:
    """`territory_scheme` and `territory` (the label when there is no code), `period`, `breakdown` ({} is the total),
    `value` (decimal text or None), `status` (list) and `note`."""
    table = reading.table
    columns = [table[name].tolist() for name in ("territory", "period", "breakdown", "status", "note")]
    values = table["value"].astype(object).where(table["value"].notna(), None).tolist()
    for territory, period, breakdown, status, note, value in zip(*columns, values, strict=True):
        ref = reading.territories[territory]
        yield {
            "territory_scheme": ref.scheme,
            "territory": ref.code or ref.label,
            "period": reading.periods[period].label,
            "breakdown": dict(reading.breakdowns[breakdown]),
            "value": value,
            "status": list(reading.statuses[status]),
            "note": reading.notes[note],
        }
