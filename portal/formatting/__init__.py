"""Writing figures, periods, dates and texts the way each language does. Used by templates, downloads and charts."""

from portal.formatting.days import format_short_day, format_weekday
from portal.formatting.numbers import (
    format_difference,
    format_number,
    format_signed,
    format_value,
    is_french,
    with_unit,
)
from portal.formatting.ordinals import format_ordinal
from portal.formatting.periods import (
    format_date,
    format_period,
    format_period_in_sentence,
    format_short_period,
    format_span,
    format_until,
)
from portal.formatting.phrases import all_of, clauses, labelled, quoted
from portal.formatting.sizes import format_size
from portal.formatting.typography import typographic

__all__ = [
    "all_of",
    "clauses",
    "format_date",
    "format_difference",
    "format_number",
    "format_ordinal",
    "format_period",
    "format_period_in_sentence",
    "format_short_day",
    "format_short_period",
    "format_signed",
    "format_size",
    "format_span",
    "format_until",
    "format_value",
    "format_weekday",
    "is_french",
    "labelled",
    "quoted",
    "typographic",
    "with_unit",
]
