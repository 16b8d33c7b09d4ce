"""What a file is, from its first bytes; the extension lies too often."""

from .refusals import refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
REFUSED_STARTS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"RIFF", "image"),
    (b"BM\xff", "image"),
    (b"{\\rtf", "document"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"PK\x05\x06", "empty"),
    (b"PAR1", "binary"),
    (b"SQLite format 3", "binary"),
)
TABLE_TAGS = (b"<table", b"<tr", b"<td")
WEB_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<meta")
SHOWN = 4096


def content_kind(content: bytes) -> str:
    """`zip`, `ole`, `json` or `text`. Raises FileRefused for what can never be a table."""
    if not content.strip():
        raise refused("empty")
    for start, code in REFUSED_STARTS:
        if content.startswith(start):
            raise refused(code)
    if content.startswith(ZIP):
        return "zip"
    if content.startswith(OLE):
        return "ole"
    return _text_kind(content[:SHOWN].removeprefix(b"\xef\xbb\xbf").lstrip(), content)


def _text_kind(head: bytes, content: bytes) -> str:
    lowered = head.lower()
    if lowered.startswith((b"<", b"mime-version:")):
        raise refused(_markup_kind(lowered, content))
    return "json" if _looks_like_json(head) else "text"


def _markup_kind(head: bytes, content: bytes) -> str:
    is_web = head.startswith(WEB_TAGS) or any(tag in head for tag in WEB_TAGS) or head.startswith(TABLE_TAGS)
    if not is_web:
        return "xml"
    return "html_table" if content[:200_000].lower().count(b"<tr") > 2 else "web_page"


def _looks_like_json(head: bytes) -> bool:
    if head[:1] == b"{":
        return head[1:].lstrip()[:1] in (b'"', b"}")
    return head[:1] == b"[" and head[1:].lstrip()[:1] in (b"{", b"[", b"]")
