"""A recipe as the shortest mapping that says it, in the order of the documentation."""

from typing import Any

from .recipe_checks import TO_BE_TOLD
from .recipe_parts import BreakdownRule, FileShape, Origin, Recipe, StatusRule, TerritoryRule, ValueRule

Shape = dict[str, Any]


def recipe_shape(recipe: Recipe) -> Shape:
    """What `recipe_from` turns back into an equal recipe; keys at their default value are left out."""
    period = {**_told(recipe.period.origin), **_unless(format=(recipe.period.format, "auto"))}
    shape = {
        "version": recipe.version,
        "name": recipe.name,
        "file": _file(recipe.file),
        "layout": recipe.layout,
        "territory": _territory(recipe.territory),
        "period": {**period, **_unless(suffix=(recipe.period.suffix, "refuse"))},
        "value": _value(recipe.value),
        "breakdown": [_breakdown(part) for part in recipe.breakdown],
        "filter": [
            {"column": part.column, part.operator: _operand(part.operator, part.values)} for part in recipe.filter
        ],
        "status": _status(recipe.status),
        "note": list(recipe.note),
        "duplicates": _duplicates(recipe),
        **_unless(empty=(recipe.empty, "missing"), totals=(recipe.totals, "keep"), scope=(recipe.scope, "replaces")),
        **_unless(placeholder_zero=(recipe.placeholder_zero, "flag")),
    }
    return _without_empty(shape)


def _unless(**keys: tuple[Any, Any]) -> Shape:
    return {key: value for key, (value, default) in keys.items() if value != default}


def _without_empty(shape: Shape) -> Shape:
    return {key: value for key, value in shape.items() if value not in ("", [], {}, None)}


def _origin(origin: Origin) -> Shape:
    shape = {
        "column": origin.column,
        "columns": list(origin.columns),
        "header_row": origin.header_rows[0] if len(origin.header_rows) == 1 else list(origin.header_rows),
        "cell": origin.cell,
        "from": origin.source,
        "constant": origin.constant,
        "pattern": origin.pattern,
    }
    return _without_empty(shape)


def _told(origin: Origin) -> Shape:
    """What nobody has told yet is written as such, so that whoever opens the recipe sees what to add."""
    return {TO_BE_TOLD: True} if origin.is_untold else _origin(origin)


def _file(file: FileShape) -> Shape:
    header: Any = file.header[0] if len(file.header) == 1 else list(file.header) or "none"
    shape = {
        "encoding": file.encoding,
        "separator": file.separator,
        "sheets": {"matching": file.sheets_matching} if file.sheets_matching else _sheets(file.sheets),
        "header": None if header == 1 else header,
        "skip": list(file.skip),
        "skip_matching": file.skip_matching,
        "footer": _footer(file),
        "fill_down": list(file.fill_down),
    }
    return _without_empty(shape)


def _footer(file: FileShape) -> Any:
    if file.footer_notes:
        return "notes"
    return {"matching": file.footer_matching} if file.footer_matching else file.footer or None


def _sheets(sheets: tuple[str, ...]) -> Any:
    return "all" if sheets == ("*",) else list(sheets)


def _territory(rule: TerritoryRule) -> Shape:
    scheme: Any = rule.scheme
    if rule.scheme_column:
        scheme = {"column": rule.scheme_column, "values": dict(rule.schemes)}
    elif rule.prefixes:
        scheme = {"prefix": dict(rule.prefixes)}
    shape = {
        **_told(rule.origin),
        "scheme": scheme,
        **_unless(by=(rule.by, "code"), pad=(rule.pad, 0)),
        "labels": dict(rule.labels),
    }
    return _without_empty(shape)


def _value(rule: ValueRule) -> Shape:
    columns: Any = {column: dict(kept) for column, kept in rule.columns.items()}
    if columns and not any(columns.values()):
        columns = list(columns)
    shape = {
        "column": rule.column,
        "columns": {"matching": rule.matching} if rule.matching else columns,
        "lower": rule.lower,
        "upper": rule.upper,
        "decimal": rule.decimal,
        "thousands": rule.thousands,
        "units": list(rule.units),
        "scale": None if rule.scale == 1 else str(rule.scale),
        "flags_inside": rule.flags or None,
        "parentheses": "negative" if rule.parentheses else None,
        "flag_row": {"column": rule.flag_row.column, "equals": rule.flag_row.equals} if rule.flag_row else None,
    }
    return _without_empty(shape)


def _breakdown(rule: BreakdownRule) -> Shape:
    shape = {**_origin(rule.origin), "name": rule.name, "total": list(rule.totals), "labels": dict(rule.labels)}
    return _without_empty(shape)


def _operand(operator: str, values: tuple[str, ...]) -> Any:
    if operator in ("empty", "not_empty"):
        return True
    return list(values) if operator in ("in", "not") else values[0]


def _status(rule: StatusRule) -> Shape:
    columns = [
        {"column": part.column, "values": dict(part.values)} if part.values else part.column for part in rule.columns
    ]
    return _without_empty({"marks": dict(rule.marks), "flags": dict(rule.flags), "columns": columns})


def _duplicates(recipe: Recipe) -> Any:
    rule = recipe.duplicates
    if rule.decimals >= 0:
        return {"mean": {"decimals": rule.decimals}}
    return "" if rule.action == "refuse" else rule.action
