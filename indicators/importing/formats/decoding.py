"""Bytes of a text file to UTF-8 bytes, naming the encoding that was found."""

import codecs
import re
from dataclasses import dataclass

from .refusals import refused

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SINGLE_BYTE = ("cp1252", "latin-1", "mac_roman", "cp850")
LETTERS = frozenset("éèêëàâäçôöûùüîïœæñÉÈÊËÀÂÇÔÛÎÏŒ’«»°€²³")
SHOWN = 200_000
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MULTI_BYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")


@dataclass(frozen=True)
class DecodedText:
    """`data` is UTF-8 without byte order mark; `encoding` is the one of the file; `quirks` as in SourceFile."""

    data: bytes
    encoding: str
    quirks: tuple[str, ...] = ()


def decode_text(content: bytes, encoding: str | None = None) -> DecodedText:
    """Raises FileRefused for binary content, stray NUL bytes, or a chosen encoding that does not fit."""
    if encoding:
        return _decode_as_told(content, encoding)
    for mark, name in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _with_mark(content[len(mark) :], name)
    wide = _wide_encoding(content)
    if wide:
        return _transcoded(content, wide, ())
    _refuse_binary(content)
    return _without_mark(content)


def _decode_as_told(content: bytes, encoding: str) -> DecodedText:
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise refused("unknown_encoding") from error
    return DecodedText(text.removeprefix("\ufeff").encode(), encoding.lower())


def _with_mark(content: bytes, name: str) -> DecodedText:
    if name == "utf-8":
        _refuse_binary(content)
        found = _without_mark(content)
        return DecodedText(found.data, found.encoding, ("byte_order_mark", *found.quirks))
    return _transcoded(content, name, ("byte_order_mark",))


def _transcoded(content: bytes, name: str, quirks: tuple[str, ...]) -> DecodedText:
    try:
        text = content.decode(name)
    except UnicodeDecodeError as error:
        raise refused("truncated") from error
    if "\x00" in text:
        raise refused("nul_bytes")
    return DecodedText(text.encode("utf-8", "replace"), name, quirks)


def _wide_encoding(content: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte of Western text is NUL."""
    head = content[:SHOWN]
    half = max(len(head) // 2, 1)
    if head[1::2].count(0) > 0.7 * half:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > 0.7 * half else ""


def _refuse_binary(content: bytes) -> None:
    head = content[:SHOWN]
    if len(CONTROL.findall(head)) > max(8, len(head) // 100):
        raise refused("binary")
    if b"\x00" in content:
        raise refused("nul_bytes")


def _without_mark(content: bytes) -> DecodedText:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(content)
    return DecodedText(content, "utf-8")


def _not_utf8(content: bytes) -> DecodedText:
    """A few broken bytes in UTF-8 text stay UTF-8; anything else is one of the single-byte encodings."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if len(MULTI_BYTE.findall(content)) > 20 * broken:
        return DecodedText(text.encode(), "utf-8", ("replaced_characters",))
    name = max(SINGLE_BYTE, key=lambda name: (_likeness(content, name), -SINGLE_BYTE.index(name)))
    return DecodedText(content.decode(name).encode(), name, (f"decoded_as_{name}",))


def _likeness(content: bytes, name: str) -> int:
    """How much the text reads like French or English in that encoding."""
    try:
        text = content[:2_000_000].decode(name)
    except UnicodeDecodeError:
        return -(10**9)
    unusual = [sign for sign in text if sign > "\x7f"]
    known = sum(sign in LETTERS or sign in "\xa0\u202f" for sign in unusual)
    return 2 * known - len(unusual)
