"""From the short notation of the YAML files to the blocks of a page; docs/demo.md describes it.

The ids of the blocks are made from the page and the rank of the block, so that both languages have the same ones.
"""

import re
import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.html import escape

from portal.formatting import typographic

Raw = dict[str, Any]
Writer = Callable[[Any, str, str], Any]
_NAMESPACE = uuid.UUID("5e1d6c9e-6f0f-4b6a-9a57-0d1f3c1f9a11")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")


def body_of(key: str, blocks: Iterable[Raw], language: str, writers: Mapping[str, tuple[str, Writer]]) -> list[Raw]:
    """The raw value of a stream field, in one language."""
    return [
        {"type": kind, "value": value, "id": block_id(key, rank)}
        for rank, block in enumerate(blocks)
        for kind, value in [_block(block, language, f"{key}-{rank}", writers)]
    ]


def block_id(key: str, rank: object) -> str:
    """The same id each time, for the same block of the same page."""
    return str(uuid.uuid5(_NAMESPACE, f"{key}-{rank}"))


def rich(text: str, language: str = "fr") -> str:
    """`**bold**` and `[words](address)` as rich text; a blank line between paragraphs, everything else escaped."""
    parts = [part.strip() for part in text.strip().split("\n\n") if part.strip()]
    return "".join(f"<p>{_inline(part, language)}</p>" for part in parts)


def items(values: list[Any], key: str) -> list[Raw]:
    """The raw value of a list block."""
    return [{"type": "item", "value": value, "id": block_id(key, rank)} for rank, value in enumerate(values)]


def _inline(text: str, language: str) -> str:
    careful = escape(typographic(text, language)).replace("&#x27;", "’")
    return _BOLD.sub(r"<b>\1</b>", _LINK.sub(r'<a href="\2">\1</a>', careful))


def _list(lines: Iterable[str], language: str) -> str:
    return f"<ul>{''.join(f'<li>{_inline(line, language)}</li>' for line in lines)}</ul>"


def _block(block: Raw, language: str, key: str, writers: Mapping[str, tuple[str, Writer]]) -> tuple[str, Any]:
    ((name, content),) = block.items()
    kind, write = writers[name]
    return kind, write(content, language, key)


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
    return {"title": content["title"][language], "resources": items(lines, f"{key}-resource")}


def _call_out(content: Raw, language: str, key: str) -> Raw:
    title = content.get("title", {}).get(language, "")
    return {
        "kind": content.get("kind", "information"),
        "title": title,
        "text": rich(content["text"][language], language),
    }


def _table(content: Raw, language: str, key: str) -> Raw:
    return {
        "caption": content["caption"][language],
        "columns": [{"type": "text", "heading": heading} for heading in content["columns"][language]],
        "rows": [{"values": line} for line in content["rows"][language]],
    }


TEXT_WRITERS: dict[str, tuple[str, Writer]] = {
    "heading": ("heading", lambda content, language, key: {"text": content[language], "level": "h2"}),
    "subheading": ("heading", lambda content, language, key: {"text": content[language], "level": "h3"}),
    "p": ("paragraph", lambda content, language, key: rich(content[language], language)),
    "list": ("paragraph", lambda content, language, key: _list(content[language], language)),
    "key_message": ("key_message", lambda content, language, key: {"text": content[language]}),
    "call_out": ("call_out", _call_out),
    "table": ("table", _table),
    "resources": ("resources", _resources),
}
"""How each name of the notation is written, those of figures apart."""
