"""Text cells that a spreadsheet would run as a formula are made harmless; numbers are left as they are."""

import re

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def safe_cell(text: str) -> str:
    """The same text, with an apostrophe before it when a spreadsheet would take it for a formula (OWASP's rule)."""
    if text.lstrip(" ").startswith(_DANGEROUS) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
