"""Observations as the public contract prints them, one mapping each."""

from collections.abc import Iterator
from itertools import repeat
from typing import Any

from .observations import Reading


def to_records(reading: Reading) -> Iterator[dict[str, Any]]:
    """`territory_scheme` and `territory` (the label when there is no code), `period`, `breakdown` ({} is the total),
    `value` (decimal text or None), `status` (list) and `note`; `lower` and `upper` when there
    is a confidence interval."""
    table = reading.table
    bounds = [_texts(table[name]) if name in table else repeat(None) for name in ("lower", "upper")]
    columns = [table[name].tolist() for name in ("territory", "period", "breakdown", "status", "note")]
    for territory, period, breakdown, status, note, value, lower, upper in zip(
        *columns, _texts(table["value"]), *bounds, strict=False
    ):
        ref = reading.territories[territory]
        yield {
            "territory_scheme": ref.scheme,
            "territory": ref.code or ref.label,
            "period": reading.periods[period].label,
            "breakdown": dict(reading.breakdowns[breakdown]),
            "value": value,
            "status": list(reading.statuses[status]),
            "note": reading.notes[note],
            **({"lower": lower, "upper": upper} if lower is not None else {}),
        }


def _texts(column: Any) -> list[str | None]:
    return column.astype(object).where(column.notna(), None).tolist()
