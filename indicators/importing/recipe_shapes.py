"""From the checked mapping of a recipe to its parts, and back to the shortest mapping that says the same."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from .recipe_parts import (
    BreakdownRule,
    DuplicateRule,
    FileShape,
    FilterRule,
    FlagRow,
    Origin,
    PeriodRule,
    Recipe,
    StatusColumn,
    StatusRule,
    TerritoryRule,
    ValueRule,
)

Raw = Mapping[str, Any]


def recipe_from(raw: Raw) -> Recipe:
    """The recipe that a mapping describes; the mapping has passed `recipe_faults`."""
    return Recipe(
        territory=_territory(raw["territory"]),
        period=PeriodRule(_origin(raw["period"]), **_plain(raw["period"], "format", "suffix")),
        value=_value(raw.get("value", {})),
        file=_file(raw.get("file", {})),
        breakdown=tuple(_breakdown(part) for part in raw.get("breakdown", [])),
        filter=tuple(_filter(part) for part in raw.get("filter", [])),
        status=_status(raw.get("status", {})),
        note=_texts(raw.get("note", ())),
        duplicates=_duplicates(raw.get("duplicates", "refuse")),
        **_plain(raw, "version", "name", "layout", "empty", "totals", "scope", "placeholder_zero"),
    )


def _plain(raw: Raw, *keys: str) -> dict[str, Any]:
    return {key: raw[key] for key in keys if key in raw}


def _texts(raw: Any) -> tuple[str, ...]:
    return tuple(str(text) for text in raw) if isinstance(raw, list | tuple) else (str(raw),)


def _mapping(raw: Raw | None) -> dict[str, str]:
    return {str(key): str(text) for key, text in (raw or {}).items()}


def _origin(raw: Raw) -> Origin:
    constant, rows = raw.get("constant", ""), raw.get("header_row", ())
    return Origin(
        column=str(raw.get("column", "")),
        columns=_texts(raw.get("columns", ())),
        header_rows=(rows,) if isinstance(rows, int) else tuple(rows),
        cell=raw.get("cell", ""),
        source=raw.get("from", ""),
        constant=str(constant["code"] if isinstance(constant, Mapping) else constant),
        pattern=raw.get("pattern", ""),
    )


def _file(raw: Raw) -> FileShape:
    sheets, footer, header = raw.get("sheets", ()), raw.get("footer", 0), raw.get("header", 1)
    return FileShape(
        sheets=("*",) if sheets == "all" else _texts(raw.get("sheet", () if isinstance(sheets, Mapping) else sheets)),
        sheets_matching=sheets["matching"] if isinstance(sheets, Mapping) else "",
        header=() if header == "none" else tuple(header) if isinstance(header, list) else (header,),
        skip=tuple(raw.get("skip", ())),
        footer=footer if isinstance(footer, int) else 0,
        footer_notes=footer == "notes",
        footer_matching=footer["matching"] if isinstance(footer, Mapping) else "",
        fill_down=_texts(raw.get("fill_down", ())),
        **_plain(raw, "encoding", "separator", "skip_matching"),
    )


def _territory(raw: Raw) -> TerritoryRule:
    scheme, constant = raw.get("scheme", ""), raw.get("constant")
    if isinstance(constant, Mapping):
        scheme = constant["scheme"]
    by_column = scheme if isinstance(scheme, Mapping) and "column" in scheme else {}
    return TerritoryRule(
        _origin(raw),
        scheme=scheme if isinstance(scheme, str) else "",
        scheme_column=str(by_column.get("column", "")),
        schemes=_mapping(by_column.get("values")),
        prefixes=_mapping(scheme.get("prefix")) if isinstance(scheme, Mapping) else {},
        labels={str(label): _target(target) for label, target in raw.get("labels", {}).items()},
        **_plain(raw, "by", "pad"),
    )


def _target(raw: str | Raw) -> str:
    return raw if isinstance(raw, str) else f"{raw['scheme']}|{raw['code']}"


def _value(raw: Raw) -> ValueRule:
    columns = raw.get("columns", {})
    if isinstance(columns, list):
        columns = {column: {} for column in columns}
    matching = columns["matching"] if isinstance(columns.get("matching"), str) else ""
    flag_row = raw.get("flag_row")
    return ValueRule(
        column=str(raw.get("column", "")),
        columns={} if matching else {str(column): _mapping(kept) for column, kept in columns.items()},
        matching=matching,
        units=_texts(raw.get("units", ())),
        scale=Decimal(str(raw.get("scale", 1))),
        flags=raw.get("flags_inside", False),
        parentheses="parentheses" in raw,
        flag_row=FlagRow(str(flag_row["column"]), str(flag_row["equals"])) if flag_row else None,
        lower=str(raw.get("lower", "")),
        upper=str(raw.get("upper", "")),
        **_plain(raw, "decimal", "thousands"),
    )


def _breakdown(raw: Raw) -> BreakdownRule:
    return BreakdownRule(_origin(raw), raw["name"], _texts(raw.get("total", ())), _mapping(raw.get("labels")))


def _filter(raw: Raw) -> FilterRule:
    operator = next(key for key in raw if key != "column")
    values = () if operator in ("empty", "not_empty") else _texts(raw[operator])
    return FilterRule(str(raw["column"]), operator, values)


def _status(raw: Raw) -> StatusRule:
    columns = [column if isinstance(column, Mapping) else {"column": column} for column in raw.get("columns", [])]
    return StatusRule(
        marks=_mapping(raw.get("marks")),
        flags=_mapping(raw.get("flags")),
        columns=tuple(StatusColumn(str(part["column"]), _mapping(part.get("values"))) for part in columns),
    )


def _duplicates(raw: str | Raw) -> DuplicateRule:
    return DuplicateRule(raw) if isinstance(raw, str) else DuplicateRule("mean", raw["mean"]["decimals"])
