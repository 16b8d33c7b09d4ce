"""Regular expressions written in recipes, run by RE2: time grows with the text, never exponentially."""

import re
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

MAX_PATTERN = 400
"""Characters of a pattern."""


def pattern_fault(pattern: str, *, groups: int = 0) -> str:
    """Why this pattern cannot be used ("" when it can): too long, invalid, or fewer than `groups` groups."""
    if len(pattern) > MAX_PATTERN:
        return "too_long"
    try:
        pc.match_substring_regex(pa.array([""]), pattern)
        found = re.compile(pattern).groups
    except (pa.ArrowInvalid, re.error, OverflowError, RecursionError):
        return "invalid"
    return "no_group" if found < groups else ""


def matching(texts: Sequence[str], pattern: str) -> np.ndarray:
    """Which texts the pattern is found in."""
    found = pc.match_substring_regex(_text_array(texts), pattern)
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=bool)


def extracted(texts: Sequence[str], pattern: str, group: int = 1) -> list[str | None]:
    """The text of one group of the first match, None where the pattern is not found."""
    array = _text_array(texts)
    found = pc.match_substring_regex(array, pattern)
    taken = pc.replace_substring_regex(array, f"^(?s:.*?)(?:{pattern})(?s:.*)$", f"\\{group}")
    return [text if hit else None for text, hit in zip(taken.to_pylist(), found.to_pylist(), strict=True)]


def _text_array(texts: Sequence[str]) -> pa.Array:
    return pa.array(list(texts), type=pa.string())
