"""Whole columns of ordinary numbers at once; the others are left to `numbers.read_number`, which is the authority."""

import pyarrow as pa
import pyarrow.compute as pc

from .numbers import GROUP_MARKS, MAX_DIGITS, SPACES, NumberStyle


def plain_numbers(texts: pa.Array, style: NumberStyle) -> pa.Array:
    """Canonical decimal text where the cell is an ordinary number in this style, null elsewhere."""
    if style.scale != 1:
        return pa.nulls(len(texts), pa.large_string())
    bare = _without_units(texts, style)
    read = pc.and_(pc.match_substring_regex(bare, _pattern(style)), pc.less_equal(pc.binary_length(bare), MAX_DIGITS))
    return _canonical(pc.if_else(read, bare, pa.scalar(None, pa.large_string())), style)


def _without_units(texts: pa.Array, style: NumberStyle) -> pa.Array:
    if not style.units:
        return texts
    signs = "|".join(_quoted(unit) for unit in style.units)
    return pc.replace_substring_regex(texts, f"(\\d)[{SPACES}]*(?:{signs})$", r"\1")


def _quoted(sign: str) -> str:
    return "".join(f"\\x{{{ord(letter):x}}}" for letter in sign)


def _pattern(style: NumberStyle) -> str:
    marks = GROUP_MARKS[style.thousands]
    decimal = style.decimal or {"comma": ".", "point": ","}.get(style.thousands, "")
    grouped = "|".join(f"[1-9]\\d{{0,2}}(?:{_quoted(mark)}\\d{{3}})+" for mark in marks)
    whole = f"(?:0|[1-9]\\d*{'|' + grouped if grouped else ''})"
    part = f"(?:{_quoted(decimal)}\\d+)?" if decimal else r"(?:\.(?:\d{1,2}|\d{4,}))?"
    return f"^(?:{whole}{part}|[-\\x{{2212}}][1-9]\\d*{part})$"


def _canonical(texts: pa.Array, style: NumberStyle) -> pa.Array:
    marks = GROUP_MARKS[style.thousands]
    if marks:
        texts = pc.replace_substring_regex(texts, f"[{''.join(_quoted(mark) for mark in marks)}]", "")
    if style.decimal == "," or style.thousands == "point":
        texts = pc.replace_substring(texts, ",", ".")
    return pc.replace_substring(texts, "\u2212", "-")
