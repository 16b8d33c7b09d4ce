"""Parts of a recipe written from what was seen."""

from indicators.importing.recipes import ValueRule

from .written import Writing, read_writing


def value_rule(
    texts: tuple[str, ...], *, column: str = "", columns: dict[str, dict[str, str]] | None = None
) -> ValueRule:
    """How numbers written like these are read."""
    return rule_of(read_writing(texts), column=column, columns=columns)


def rule_of(writing: Writing, *, column: str = "", columns: dict[str, dict[str, str]] | None = None) -> ValueRule:
    """The same from a writing already established."""
    return ValueRule(
        column=column,
        columns=columns or {},
        decimal=writing.decimal,
        thousands="" if writing.thousands in ("space", "apostrophe") else writing.thousands,
        units=writing.units,
        flags=bool(writing.flags),
    )
