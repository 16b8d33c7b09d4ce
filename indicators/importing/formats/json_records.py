"""JSON made of records: a list of objects, alone or wrapped, becomes a table with the names as header."""

import json
from typing import Any

import pandas as pd

from indicators.importing.grids import Grid, SourceFile

from .decoding import decode_text
from .limits import MAX_COLUMNS
from .refusals import refused

DEPTH = 4
STATISTICAL_SHAPES = ({"dimension", "value"}, {"dataSets", "structure"}, {"data", "structure", "meta"})


def open_json(content: bytes, *, name: str, encoding: str | None) -> SourceFile:
    """Numbers keep the text of the file. Raises FileRefused (`json_syntax`, `json_stat`, `json_shape`)."""
    text = decode_text(content, encoding)
    records = _records(_parsed(text.data.decode()))
    flat = [_flat(record) for record in records]
    names = list(dict.fromkeys(name for record in flat for name in record))
    if not names or len(names) > MAX_COLUMNS:
        raise refused("too_many_columns" if names else "json_shape")
    cells = pd.DataFrame({place: [key] + [record.get(key, "") for record in flat] for place, key in enumerate(names)})
    return SourceFile(name, "json", (Grid("", cells.astype("str")),), text.encoding, "", text.quirks)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except RecursionError as error:
        raise refused("json_shape") from error
    except ValueError as error:
        return _lines(text, error)


def _lines(text: str, error: ValueError) -> list[Any]:
    """One object per line, as logs and some portals write it."""
    try:
        rows = [json.loads(line, parse_float=str, parse_int=str) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        raise refused("json_syntax") from error
    return rows


def _records(whole: Any) -> list[dict[str, Any]]:
    if isinstance(whole, dict) and _is_statistical_shape(whole):
        raise refused("json_stat")
    found = max(_lists_of_objects(whole, DEPTH), key=len, default=[])
    if not found:
        raise refused("json_shape")
    return [_inner(record) for record in found]


def _inner(record: dict[str, Any]) -> dict[str, Any]:
    """What geographic and open data portals wrap: the values stand one step below."""
    wrapped = record.get("properties") or record.get("fields")
    return wrapped if isinstance(wrapped, dict) else record


def _is_statistical_shape(whole: dict[str, Any]) -> bool:
    return any(names <= whole.keys() for names in STATISTICAL_SHAPES) or whole.get("class") in ("dataset", "collection")


def _lists_of_objects(node: Any, depth: int) -> list[list[dict[str, Any]]]:
    """Every list of objects in the wrappers; what is inside a record is not looked at."""
    if isinstance(node, list) and node and all(isinstance(item, dict) for item in node):
        return [node]
    if depth == 0 or not isinstance(node, dict | list):
        return []
    inner = node.values() if isinstance(node, dict) else node
    return [found for item in inner for found in _lists_of_objects(item, depth - 1)]


def _flat(record: dict[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{prefix}{key}."))
        else:
            flat[_storable(f"{prefix}{key}")] = _storable(_text(value))
    return flat


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def _storable(text: str) -> str:
    """Half of an escaped pair of characters is no text: it becomes a question mark."""
    return text.encode("utf-8", "replace").decode()
