"""Whole columns of ordinary numbers at once; the others are left to `numbers.read_number`, which is the authority."""

import pyarrow as pa
import pyarrow.compute as pc

from .numbers import GROUP_MARKS, MAX_DIGITS, SPACES, NumberStyle, is_too_long, scaled_text

_FLAGGED = rf"^(.*[\d%‰€])[{SPACES}]*(?:([A-Za-z]{{1,4}}|\*{{1,3}})|\(([A-Za-z]{{1,4}})\))$"


def plain_numbers(texts: pa.Array, style: NumberStyle) -> pa.Array:
    """Canonical decimal text where the cell is an ordinary number in this style, null elsewhere."""
    bare = _without_units(texts, style)
    read = pc.and_(pc.match_substring_regex(bare, _pattern(style)), pc.less_equal(pc.binary_length(bare), MAX_DIGITS))
    plain = _canonical(pc.if_else(read, bare, pa.scalar(None, pa.large_string())), style)
    return plain if style.scale == 1 else pa.array(_scaled(plain, style), type=pa.large_string())


def flagged_numbers(texts: pa.Array, style: NumberStyle) -> tuple[pa.Array, pa.Array]:
    """The same for numbers with a flag behind them (`17151 b`, `4,2*`, `4.3 (p)`), and their flags."""
    number = pc.replace_substring_regex(texts, _FLAGGED, r"\1")
    flag = pc.replace_substring_regex(texts, _FLAGGED, r"\2\3")
    return plain_numbers(number, style), flag


def _scaled(plain: pa.Array, style: NumberStyle) -> list[str | None]:
    scaled = (None if text is None else scaled_text(text, style.scale) for text in plain.to_pylist())
    return [None if text is None or is_too_long(text) else text for text in scaled]


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
    below_one = f"0{_quoted(decimal)}\\d*[1-9]\\d*" if decimal else r"0\.\d*[1-9]\d*"
    return f"^(?:{whole}{part}|[-\\x{{2212}}](?:[1-9]\\d*{part}|{below_one}))$"


def _canonical(texts: pa.Array, style: NumberStyle) -> pa.Array:
    marks = GROUP_MARKS[style.thousands]
    if marks:
        texts = pc.replace_substring_regex(texts, f"[{''.join(_quoted(mark) for mark in marks)}]", "")
    if style.decimal == "," or style.thousands == "point":
        texts = pc.replace_substring(texts, ",", ".")
    return pc.replace_substring(texts, "\u2212", "-")
