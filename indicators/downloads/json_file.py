"""JSON: the metadata, then every observation as in the public contract of the import."""

import json
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from indicators.downloads.records import Record, Selection, exact, records


def to_json(data: object) -> str:
    """JSON text as every download writes it."""
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False)


def json_parts(chosen: Selection, about: dict[str, Any]) -> Iterator[str]:
    """Stream `{"metadata": …, "observations": […]}`; values are decimal text, so that none is rounded."""
    yield f'{{"metadata": {to_json(about)}, "observations": ['
    separator = ""
    for record in records(chosen):
        yield f"{separator}\n{to_json(observation(record))}"
        separator = ","
    yield "\n]}\n"


def observation(record: Record) -> dict[str, Any]:
    """One observation; `breakdown` is empty for the total; the bounds are there when there is an interval."""
    return {
        "territory_scheme": record.territory_scheme,
        "territory": record.territory,
        "territory_name": record.territory_name,
        "period": record.period,
        "breakdown": record.breakdown,
        "value": record.value_text or None,
        "status": record.status,
        "note": record.note,
        **({} if record.lower is None else {"lower": exact(record.lower), "upper": exact(record.upper)}),
    }
