"""From the short notation of the YAML files to the blocks of a page.

The ids of the blocks are made from the page and the rank of the block, so that both languages have the same ones.
"""

import re
import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.html import escape

from indicators.models import Indicator, Territory
from indicators.selectors.territories import territories_by_key

Raw = dict[str, Any]
_NAMESPACE = uuid.UUID("5e1d6c9e-6f0f-4b6a-9a57-0d1f3c1f9a11")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")


def body_of(key: str, blocks: Iterable[Raw], language: str) -> list[Raw]:
    """The raw value of a stream field, in one language."""
    return [
        {"type": kind, "value": value, "id": block_id(key, rank)}
        for rank, block in enumerate(blocks)
        for kind, value in [_block(block, language, f"{key}-{rank}")]
    ]


def block_id(key: str, rank: object) -> str:
    """The same id each time, for the same block of the same page."""
    return str(uuid.uuid5(_NAMESPACE, f"{key}-{rank}"))


def rich(text: str) -> str:
    """`**bold**` and `[words](address)` as rich text; a blank line between paragraphs, everything else escaped."""
    return "".join(f"<p>{_inline(part.strip())}</p>" for part in text.strip().split("\n\n") if part.strip())


def _inline(text: str) -> str:
    linked = _LINK.sub(r'<a href="\2">\1</a>', escape(text).replace("&#x27;", "’"))
    return _BOLD.sub(r"<b>\1</b>", linked)


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</ul>"


def _block(block: Raw, language: str, key: str) -> tuple[str, Any]:
    ((name, content),) = block.items()
    kind, write = WRITERS[name]
    return kind, write(content, language, key)


def _figure(content: Any, language: str, key: str) -> Raw:
    return {"indicator": _indicator(content), "freshness": "live", "version": None}


def _chart(content: Raw, language: str, key: str) -> Raw:
    return {
        "title": content["title"][language],
        "indicator": _indicator(content["indicator"]),
        "kind": content.get("kind", "line"),
        "dimension": content.get("dimension", ""),
        "territories": _items([_territory(one) for one in content.get("territories", [])], f"{key}-territory"),
        "start": content.get("start"),
        "end": content.get("end"),
        "description": content["description"][language],
        "freshness": "live",
        "version": None,
    }


def _resources(content: Raw, language: str, key: str) -> Raw:
    lines = [
        {
            "title": one["title"][language],
            "address": one["address"],
            "page": None,
            "description": one.get("description", {}).get(language, ""),
            "file_format": "",
        }
        for one in content["resources"]
    ]
    return {"title": content["title"][language], "resources": _items(lines, f"{key}-resource")}


def _items(values: list[Any], key: str) -> list[Raw]:
    return [{"type": "item", "value": value, "id": block_id(key, rank)} for rank, value in enumerate(values)]


def _call_out(content: Raw, language: str, key: str) -> Raw:
    title = content.get("title", {}).get(language, "")
    return {"kind": content.get("kind", "information"), "title": title, "text": rich(content["text"][language])}


def _indicator(code: str) -> int:
    return Indicator.objects.only("pk").get(code=code).pk


def _territory(key: str) -> int:
    found: dict[str, Territory] = territories_by_key([key])
    return found[key].pk


WRITERS: dict[str, tuple[str, Callable[[Any, str, str], Any]]] = {
    "heading": ("heading", lambda content, language, key: {"text": content[language], "level": "h2"}),
    "subheading": ("heading", lambda content, language, key: {"text": content[language], "level": "h3"}),
    "p": ("paragraph", lambda content, language, key: rich(content[language])),
    "list": ("paragraph", lambda content, language, key: _list(content[language])),
    "sentence": ("sentence", lambda content, language, key: content[language].strip()),
    "key_message": ("key_message", lambda content, language, key: {"text": content[language]}),
    "call_out": ("call_out", _call_out),
    "figure": ("figure", _figure),
    "chart": ("chart", _chart),
    "resources": ("resources", _resources),
}
"""How each name of the notation is written."""
