"""Periods across the columns, alone or crossed with the rows (month × year)."""

from indicators.importing.origins import header_texts
from indicators.importing.patterns import extracted
from indicators.importing.periods import parse_period, split_suffix
from indicators.importing.recipes import PeriodRule, Recipe
from indicators.importing.sheets import Sheet

from .value_columns import ValueColumn, free_columns

_OTHER_HALVES = ("2001 ", "janvier ")
"""What half a period in a header needs to be recognised: a month name wants a year, a year wants a month."""


def period_columns(sheet: Sheet, recipe: Recipe) -> list[ValueColumn]:
    """The columns whose header says a period. A header with digits behind the first of them that says none (`2O21`) is
    kept too, so that it is reported with its cells instead of being forgotten."""
    free = list(free_columns(sheet, recipe))
    texts = header_texts(free, recipe.period.origin, sheet.header)
    says = [_says_period(text, recipe.period) for text in texts]
    first = says.index(True) if any(says) else len(says)
    doubtful = [
        place > first and not recipe.period.origin.pattern and _has_digits(text) for place, text in enumerate(texts)
    ]
    return [ValueColumn(column) for column, sure, doubt in zip(free, says, doubtful, strict=True) if sure or doubt]


def _says_period(text: str, rule: PeriodRule) -> bool:
    if rule.origin.pattern:
        text = extracted([text], rule.origin.pattern)[0] or ""
    bare = split_suffix(text)[0] if rule.suffix != "refuse" else text
    crossed = (
        rule.origin.column or rule.origin.columns or rule.origin.cell or rule.origin.source or rule.origin.constant
    )
    return any(parse_period(half + bare, rule.format) for half in ("", *(_OTHER_HALVES if crossed else ())))


def _has_digits(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) >= 2 and len(text) <= 12
