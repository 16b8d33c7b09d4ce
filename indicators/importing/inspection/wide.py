"""Layouts in which the header itself carries dimensions: periods, territories, months, categories."""

import re
from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from indicators.importing.looks import period_of
from indicators.importing.periods import parse_period
from indicators.importing.recipes import BreakdownRule, Origin, PeriodRule, TerritoryRule

from .columns import Column, share
from .guesses import ALMOST, SURE, Guess, Measure
from .period import GRANULARITY_NAMES
from .territory_names import known_names, name_rule
from .view import View
from .vocabulary import VALUE_WORDS

_ENDING_YEAR = re.compile(r"^(.*?\D)((?:19|20)\d{2})$")
MANY = 10
MANY_MONTHS = 24


@dataclass(frozen=True, eq=False)
class WideFinding:
    """What the header rows carry; `columns` are those of values, `matching` the pattern of their names if needed."""

    layout: str
    columns: tuple[Column, ...]
    period: PeriodRule | None = None
    territory: TerritoryRule | None = None
    breakdowns: tuple[BreakdownRule, ...] = ()
    matching: str = ""
    guesses: tuple[Guess, ...] = field(default_factory=tuple)
    measures: tuple[Measure, ...] = ()
    """What the person may read instead: one of the columns alone."""


def find_wide(view: View, row_period: Column | None, row_territory: Column | None) -> WideFinding | None:
    """The wide layout of the table; None when every column is a variable of its own."""
    columns = _value_columns(view, row_period, row_territory)
    if not columns or not view.table.header:
        return None
    if len(view.table.header) > 1:
        return _several_rows(view, columns, row_period)
    row = view.table.shape.header[0]
    texts = tuple(column.headers[0] for column in columns)
    return (
        _months_down(view, columns, texts, row, row_period)
        or _periods(columns, texts, row, row_period)
        or _years_after_a_stem(columns, texts, row)
        or (_territories(view, columns, texts, row) if row_period and not row_territory else None)
    )


def _value_columns(view: View, *used: Column | None) -> list[Column]:
    """Columns of numbers, and blank ones whose header is a period."""
    taken = {column.place for column in used if column}
    numeric = {column.place for column in view.numeric} - taken
    return [
        column
        for column in view.table.columns
        if column.headers and column.headers[-1]
        if column.place in numeric or (column.is_empty and period_of(column.headers[-1]))
    ]


def _is_month(text: str) -> bool:
    period = parse_period(f"{text} 2001") if not period_of(text) else None
    return period is not None and period.granularity == "month"


def _months_down(
    view: View, columns: list[Column], texts: tuple[str, ...], row: int, row_period: Column | None
) -> WideFinding | None:
    """A month in each row, a year in each column."""
    months = next((column for column in view.columns if _are_months(column)), None)
    years = [column for column, text in zip(columns, texts, strict=True) if _is_year(text)]
    if row_period or months is None or not years or len(years) < 0.6 * len(columns):
        return None
    rule = PeriodRule(Origin(column=months.name, header_rows=(row,)))
    guess = Guess(
        "layout",
        "month_by_year",
        _("Chaque ligne est un mois, chaque colonne une année."),
        _("La colonne %(name)s tient des mois ; %(count)d titres sont des années.")
        % {"name": months.name, "count": len(years)},
        SURE,
    )
    return WideFinding("month_by_year", tuple(years), period=rule, guesses=(guess,))


def _are_months(column: Column) -> bool:
    return column.number_share < 0.5 and column.distinct > 3 and share(column.texts[:MANY_MONTHS], _is_month) > 0.9


def _is_year(text: str) -> bool:
    period = parse_period(text)
    return period is not None and period.granularity == "year"


def _periods(columns: list[Column], texts: tuple[str, ...], row: int, row_period: Column | None) -> WideFinding | None:
    if row_period and share(texts, _is_month) > 0.8 and len(texts) > 3:
        rule = PeriodRule(Origin(column=row_period.name, header_rows=(row,)))
        return WideFinding("month_by_year", tuple(columns), period=rule, guesses=(_crossed_guess(row_period, texts),))
    dated = [column for column, text in zip(columns, texts, strict=True) if period_of(text)]
    if row_period or not dated or (len(dated) < 2 and len(columns) > 1) or len(dated) < 0.6 * len(columns):
        return None
    suffix = "refuse" if all(parse_period(column.headers[0]) for column in dated) else "note"
    rule = PeriodRule(Origin(header_rows=(row,)), suffix=suffix)
    return WideFinding("periods_in_columns", tuple(dated), period=rule, guesses=(_header_guess(dated),))


def _header_guess(columns: list[Column]) -> Guess:
    periods = [period for column in columns if (period := period_of(column.headers[-1]))]
    usual = Counter(period.granularity for period in periods).most_common(1)[0][0]
    labels = sorted(period.label for period in periods)
    return Guess(
        "layout",
        "periods_in_columns",
        _("Chaque colonne est une période : %(first)s à %(last)s, %(rhythm)s.")
        % {"first": labels[0], "last": labels[-1], "rhythm": GRANULARITY_NAMES[usual]},
        _("%(count)d titres de colonnes sont des périodes.") % {"count": len(periods)},
        SURE,
    )


def _crossed_guess(column: Column, texts: tuple[str, ...]) -> Guess:
    return Guess(
        "layout",
        "month_by_year",
        _("Chaque ligne est une année, chaque colonne un mois."),
        _("La colonne %(name)s tient des années ; %(count)d titres sont des mois.")
        % {"name": column.name, "count": len(texts)},
        SURE,
    )


def literal(text: str) -> str:
    """The text as a pattern that RE2 reads: it knows no escaped space."""
    return re.escape(text).replace("\\ ", " ")


def _years_after_a_stem(columns: list[Column], texts: tuple[str, ...], row: int) -> WideFinding | None:
    """`gdppc1995`, `gdppc1996`: one measure, the year at the end of the header."""
    found = [
        (column, match) for column, text in zip(columns, texts, strict=True) if (match := _ENDING_YEAR.match(text))
    ]
    if not found:
        return None
    stem, times = Counter(match[1] for _column, match in found).most_common(1)[0]
    if times < 3:
        return None
    kept = [column for column, match in found if match[1] == stem]
    pattern = rf"^{literal(stem)}((?:19|20)\d{{2}})$"
    rule = PeriodRule(Origin(header_rows=(row,), pattern=pattern))
    guess = Guess(
        "layout",
        "periods_in_columns",
        _("Les colonnes « %(stem)s… » sont une valeur par an.") % {"stem": stem},
        _("%(count)d titres ne diffèrent que par l’année.") % {"count": times},
        SURE if times == len(columns) else ALMOST,
    )
    return WideFinding("periods_in_columns", tuple(kept), period=rule, matching=pattern, guesses=(guess,))


def _territories(view: View, columns: list[Column], texts: tuple[str, ...], row: int) -> WideFinding | None:
    if any(column.words & VALUE_WORDS for column in columns):
        return None
    known = known_names(view, texts)[0]
    if known >= 0.5 or (known > 0 and len(texts) >= MANY):
        scheme, labels = name_rule(view, texts)
        rule = TerritoryRule(Origin(header_rows=(row,)), scheme=scheme, by="label", labels=labels)
        guess = _territory_guess(texts, known)
        return WideFinding("territories_in_columns", tuple(columns), territory=rule, guesses=(guess,))
    return _territory_and_category(view, columns, texts, row)


def _territory_guess(texts: tuple[str, ...], known: float) -> Guess:
    return Guess(
        "layout",
        "territories_in_columns",
        _("Chaque colonne est un territoire : %(names)s…") % {"names": ", ".join(texts[:3])},
        _("%(known)d %% des titres sont dans le référentiel.") % {"known": round(100 * known)},
        SURE if known > 0.8 else ALMOST,
    )


def _territory_and_category(view: View, columns: list[Column], texts: tuple[str, ...], row: int) -> WideFinding | None:
    """`Paris - Catégorie A`: both in one header."""
    parts = [text.split(" - ", 1) for text in texts]
    if any(len(part) < 2 for part in parts):
        return None
    names = tuple(dict.fromkeys(part[0] for part in parts))
    known = known_names(view, names)[0]
    if known < 0.5:
        return None
    scheme, labels = name_rule(view, names)
    origin = Origin(header_rows=(row,), pattern="^(.+?) - ")
    territory = TerritoryRule(origin, scheme=scheme, by="label", labels=labels)
    breakdown = BreakdownRule(Origin(header_rows=(row,), pattern="^.+? - (.+)$"), _("catégorie"))
    guess = _territory_guess(tuple(dict.fromkeys(part[0] for part in parts)), known)
    return WideFinding(
        "territories_in_columns", tuple(columns), territory=territory, breakdowns=(breakdown,), guesses=(guess,)
    )


def _several_rows(view: View, columns: list[Column], row_period: Column | None) -> WideFinding | None:
    """Each header row carries one dimension."""
    period: PeriodRule | None = None
    territory: TerritoryRule | None = None
    breakdowns: list[BreakdownRule] = []
    guesses: list[Guess] = []
    for depth, row in enumerate(view.table.shape.header):
        texts = tuple(dict.fromkeys(column.headers[depth] for column in columns if column.headers[depth]))
        known = known_names(view, texts)[0]
        if texts and share(texts, lambda text: period_of(text) is not None) > 0.8 and not row_period:
            period = PeriodRule(Origin(header_rows=(row,)))
        elif known >= 0.5 and territory is None:
            scheme, labels = name_rule(view, texts)
            territory = TerritoryRule(Origin(header_rows=(row,)), scheme=scheme, by="label", labels=labels)
            guesses.append(_row_guess("territory.header_row", row, texts, _("les territoires")))
        elif len(texts) > 1:
            breakdowns.append(BreakdownRule(Origin(header_rows=(row,)), _category_name(breakdowns)))
            guesses.append(_row_guess("breakdown.header_row", row, texts, _("une ventilation")))
    if not period and not territory:
        return None
    return WideFinding("multi_row_header", tuple(columns), period, territory, tuple(breakdowns), guesses=tuple(guesses))


def _category_name(known: list[BreakdownRule]) -> str:
    return _("catégorie") if not known else _("catégorie %(number)d") % {"number": len(known) + 1}


def _row_guess(what: str, row: int, texts: tuple[str, ...], role: str) -> Guess:
    return Guess(
        what,
        str(row),
        _("La ligne %(row)d tient %(role)s : %(texts)s.") % {"row": row, "role": role, "texts": ", ".join(texts[:4])},
        _("Ses cases vides prennent le titre à leur gauche."),
        ALMOST,
    )
