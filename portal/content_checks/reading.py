"""What a page holds, as checks need it: its blocks in order, their running text, their links."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.rich_text import RichText

_BREAKS = frozenset({"p", "li", "br", "h2", "h3", "h4", "ul", "ol"})


@dataclass(frozen=True, slots=True)
class Link:
    """Where a text leads: an address, or the kind and key of a page or document of the site."""

    words: str
    address: str = ""
    kind: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, and where it stands."""

    field: str
    block: Any
    value: Any
    block_id: str
    name: str


class _RichTextReader(HTMLParser):
    """Reads the HTML that the editor keeps: links to pages and documents by their key."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.links: list[Link] = []
        self._attributes: dict[str, str | None] | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.text.append("\n")
        if tag == "a":
            self._attributes, self._words = dict(attrs), []

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._attributes is not None:
            found = self._attributes
            address, kind, key = (found.get(name) or "" for name in ("href", "linktype", "id"))
            self.links.append(Link("".join(self._words).strip(), address, kind, key))
            self._attributes = None

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self._attributes is not None:
            self._words.append(data)


def read_rich_text(source: str) -> tuple[str, list[Link]]:
    """The text of some rich text, a line for each paragraph or item, and its links."""
    reader = _RichTextReader()
    reader.feed(source)
    return "".join(reader.text).strip(), reader.links


def blocks_of(page: Any) -> list[Placed]:
    """The blocks of every stream field of a page, in order."""
    fields = [field for field in page._meta.get_fields() if isinstance(field, StreamField)]
    return [
        Placed(field.name, child.block, child.value, child.id or "", child.block_type)
        for field in fields
        for child in field.value_from_object(page) or []
    ]


def leaves(block: Any, value: Any) -> Iterator[tuple[Any, Any]]:
    """The fields inside a block, however deep, with their values."""
    if isinstance(block, blocks.StructBlock) and value:
        for name, child in block.child_blocks.items():
            yield from leaves(child, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in value or []:
            yield from leaves(block.child_block, item)
    elif isinstance(block, blocks.StreamBlock):
        for item in value or []:
            yield from leaves(item.block, item.value)
    else:
        yield block, value


def running_text(placed: Placed) -> str:
    """The sentences of a block: its paragraphs, not its titles and labels."""
    return "\n".join(text for block, value in leaves(placed.block, placed.value) if (text := _text(block, value)))


def links_of(placed: Placed) -> list[Link]:
    """Every link of a block, of its texts as of its address fields."""
    return [link for block, value in leaves(placed.block, placed.value) for link in _links(block, value)]


def _text(block: Any, value: Any) -> str:
    if isinstance(value, RichText):
        return read_rich_text(value.source)[0]
    return str(value or "") if isinstance(block, blocks.TextBlock) else ""


def _links(block: Any, value: Any) -> Iterable[Link]:
    if isinstance(value, RichText):
        return read_rich_text(value.source)[1]
    if isinstance(block, blocks.URLBlock) and value:
        return [Link("", address=str(value))]
    if isinstance(block, blocks.PageChooserBlock) and value:
        return [Link("", kind="page", key=str(value.pk))]
    return []
