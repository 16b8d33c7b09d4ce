"""The blocks of a page of the demo: those of every page, and those that show figures."""

from collections.abc import Iterable
from typing import Any

from home.page_notation import TEXT_WRITERS, Raw, Writer, block_id, items, rich
from home.page_notation import body_of as written
from indicators.models import Indicator, Territory
from indicators.selectors.territories import territories_by_key

__all__ = ["WRITERS", "block_id", "body_of", "rich"]


def body_of(key: str, blocks: Iterable[Raw], language: str) -> list[Raw]:
    """The raw value of a stream field, in one language."""
    return written(key, blocks, language, WRITERS)


def _figure(content: Any, language: str, key: str) -> Raw:
    return {"indicator": _indicator(content), "freshness": "live", "version": None}


def _chart(content: Raw, language: str, key: str) -> Raw:
    return {
        "title": content["title"][language],
        "indicator": _indicator(content["indicator"]),
        "kind": content.get("kind", "line"),
        "dimension": content.get("dimension", ""),
        "territories": items([_territory(one) for one in content.get("territories", [])], f"{key}-territory"),
        "start": content.get("start"),
        "end": content.get("end"),
        "description": content["description"][language],
        "freshness": "live",
        "version": None,
    }


def _indicator(code: str) -> int:
    return Indicator.objects.only("pk").get(code=code).pk


def _territory(key: str) -> int:
    found: dict[str, Territory] = territories_by_key([key])
    return found[key].pk


WRITERS: dict[str, tuple[str, Writer]] = TEXT_WRITERS | {
    "sentence": ("sentence", lambda content, language, key: content[language].strip()),
    "figure": ("figure", _figure),
    "chart": ("chart", _chart),
}
"""How each name of the notation is written."""
