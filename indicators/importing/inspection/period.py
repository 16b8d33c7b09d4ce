"""Which column says the period, or where else the period stands: header, note, title, sheet or file name."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.importing.looks import is_period, period_of
from indicators.importing.observations import PeriodRef
from indicators.importing.periods import parse_period, split_suffix
from indicators.importing.recipes import Origin, PeriodRule
from indicators.importing.sheets import column_letter
from indicators.importing.spellings import tidy

from .columns import Column, share
from .guesses import ALMOST, SURE, TO_CONFIRM, Guess
from .view import View
from .vocabulary import NOT_A_PERIOD_WORDS, PERIOD_START_WORDS, PERIOD_WORDS

YEAR = r"((?:19|20)\d{2})"
SHORT_YEAR = re.compile(r"[A-Za-z](\d\d)$")
_FOUND_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
LEADING = 8
KEPT_BELOW = 400
EXACT_NAMES = frozenset(["annee", "year", "time_period", "timeperiod", "periode", "period", "date", "an", "time"])
GRANULARITY_NAMES = {
    "year": gettext_lazy("une par an"),
    "quarter": gettext_lazy("une par trimestre"),
    "month": gettext_lazy("une par mois"),
    "semester": gettext_lazy("une par semestre"),
    "day": gettext_lazy("une par jour"),
    "season": gettext_lazy("une par exercice"),
    "span": gettext_lazy("plusieurs années ensemble"),
}


@dataclass(frozen=True, eq=False)
class PeriodFinding:
    """The rule, its guess, and the column when it is one."""

    rule: PeriodRule
    guess: Guess
    column: Column | None = None


def period_columns(view: View) -> list[Column]:
    """Columns whose cells are periods, the likeliest first."""
    found = [column for column in view.columns if _may_be_period(column)]
    return sorted(found, key=lambda column: (-_score(column), column.place))


def _may_be_period(column: Column) -> bool:
    if column.words & NOT_A_PERIOD_WORDS or {"mise", "jour"} <= column.words:
        return False
    is_named = bool(column.words & PERIOD_WORDS)
    if _share_below_head(column) < (0.7 if is_named else 0.9):
        return False
    only_numbers = column.number_share == 1 and set(column.granularities) <= {"year", "month", "day"}
    return is_named or not only_numbers or (column.distinct <= 150 and set(column.granularities) == {"year"})


def _share_below_head(column: Column) -> float:
    """The share of periods, a few lines of identifiers and second titles at the top left aside."""
    head = next((place for place, text in enumerate(column.unmarked[:LEADING]) if period_of(text)), 0)
    return column.period_share if head == 0 else share(column.unmarked[head:][:KEPT_BELOW], is_period)


def _score(column: Column) -> float:
    score = 2.0 * bool(column.words & PERIOD_WORDS) + 1.0 * any(name in column.words for name in EXACT_NAMES)
    score += 0.5 * bool(column.words & PERIOD_START_WORDS) + 0.5 * (column.distinct > 1)
    return score + column.period_share


def find_period_column(view: View) -> PeriodFinding | None:
    """The column that says the period of each row."""
    columns = period_columns(view)
    if not columns:
        return None
    column = columns[0]
    rule = PeriodRule(Origin(column=column.name), format=_format(column.unmarked), suffix=_suffix(column.unmarked))
    return PeriodFinding(rule, _column_guess(column, rule.format), column)


def _column_guess(column: Column, period_format: str) -> Guess:
    periods = [period for text in column.unmarked if (period := _as_read(text, period_format))]
    labels = sorted(period.label for period in periods)
    usual = Counter(period.granularity for period in periods).most_common(1)[0][0]
    span = (
        labels[0] if labels[0] == labels[-1] else _("%(first)s à %(last)s") % {"first": labels[0], "last": labels[-1]}
    )
    return Guess(
        "period.column",
        column.name,
        _("La colonne %(name)s est la période : %(span)s, %(rhythm)s.")
        % {"name": column.name, "span": span, "rhythm": GRANULARITY_NAMES[usual]},
        _day_sentence(column, period_format)
        if set(column.granularities) == {"day"} and usual != "day"
        else _("%(count)d valeurs différentes, toutes des périodes.") % {"count": column.distinct}
        if column.period_share == 1
        else _("%(count)d valeurs différentes, presque toutes des périodes.") % {"count": column.distinct},
        SURE if column.period_share == 1 and column.words & PERIOD_WORDS else ALMOST,
    )


def _as_read(text: str, period_format: str) -> PeriodRef | None:
    return parse_period(text, period_format) or period_of(text)


def _day_sentence(column: Column, period_format: str) -> str:
    """Why dates are not read as days."""
    words = (
        _("Les %(count)d dates sont toutes le premier ou le dernier jour d’un mois : elles disent le mois.")
        if period_format == "month"
        else _("Les %(count)d dates sont toutes le premier ou le dernier jour d’une année : elles disent l’année.")
    )
    return words % {"count": column.distinct}


def _format(texts: tuple[str, ...]) -> str:
    """Days that only ever fall on the first or last of a month stand for months; `auto` says the rest."""
    periods = [period for text in texts if (period := period_of(text))]
    days = [period.start for period in periods if period.granularity == "day"]
    if not days or len(days) < len(periods):
        return "auto"
    ends = {
        (31, 1),
        (31, 3),
        (31, 5),
        (31, 7),
        (31, 8),
        (31, 10),
        (31, 12),
        (30, 4),
        (30, 6),
        (30, 9),
        (30, 11),
        (28, 2),
        (29, 2),
    }
    if all((day.day, day.month) == (1, 1) for day in days) or all((day.day, day.month) == (31, 12) for day in days):
        return "year"
    firsts = all(day.day == 1 for day in days)
    return "month" if firsts or all((day.day, day.month) in ends for day in days) else "auto"


def _suffix(texts: tuple[str, ...]) -> str:
    glued = [text for text in texts if parse_period(text) is None and period_of(text) is not None]
    if not glued:
        return "refuse"
    signs = {split_suffix(tidy(text))[1] for text in glued}
    return "drop" if len(signs) == 1 and len(glued) == len(texts) else "note"


def leading_rows(view: View, column: Column) -> tuple[int, ...]:
    """Rows between the header and the first period, as people count them: identifiers, units, a second title."""
    texts = [tidy(text) for text in column.dictionary.take(pa.array(column.codes[:LEADING])).to_pylist()]
    first = next((place for place, text in enumerate(texts) if period_of(text)), 0)
    return tuple(range(view.table.first + 1, view.table.first + 1 + first))


def find_period_elsewhere(view: View, values: list[Column]) -> PeriodFinding | None:
    """A period said once for the whole table: its place is kept, so that next year's file says its own."""
    for origin, text, where in _places(view, values):
        years = list(dict.fromkeys(_FOUND_YEAR.findall(text)))
        if years:
            return _found(origin, years, text, where)
    short = {found[1] for column in values if (found := SHORT_YEAR.search(column.name))}
    if len(short) == 1 and all(SHORT_YEAR.search(column.name) for column in values):
        return _short_year(view, short.pop())
    return next((_found(origin, [text], text, where) for origin, text, where in _texts_outside(view)), None)


def _places(view: View, values: list[Column]) -> Iterator[tuple[Origin, str, str]]:
    header = view.table.shape.header
    for row in reversed(header):
        texts = {column.headers[header.index(row)] for column in values}
        if len(texts) == 1 or (texts and len({tuple(_FOUND_YEAR.findall(text)) for text in texts}) == 1):
            yield Origin(header_rows=(row,), pattern=YEAR), texts.pop(), _("le titre de la colonne")
    for row, place, text in view.table.above:
        yield Origin(cell=f"{column_letter(place)}{row + 1}", pattern=YEAR), text, _("le titre du tableau")
    for row in header:
        for place, text in enumerate(view.table.grid.cells.iloc[row - 1].tolist()):
            if len(tidy(text)) > 12:
                yield (
                    Origin(cell=f"{column_letter(place)}{row}", pattern=YEAR),
                    tidy(text),
                    _("une note dans la ligne de titres"),
                )
    yield Origin(source="sheet_name", pattern=YEAR), view.table.grid.name, _("le nom de la feuille")
    yield Origin(source="file_name", pattern=YEAR), view.source.name, _("le nom du fichier")


def _texts_outside(view: View) -> Iterator[tuple[Origin, str, str]]:
    for text in (*view.table.below, view.hints.wording):
        years = _FOUND_YEAR.findall(text)
        if years:
            yield Origin(constant=years[-1]), years[-1], _("un texte hors du tableau")


def _found(origin: Origin, years: list[str], text: str, where: str) -> PeriodFinding:
    sure = len(years) == 1
    guess = Guess(
        "period.constant",
        years[0],
        _("La période est %(year)s, la même pour toutes les lignes.") % {"year": years[0]},
        _("C’est %(where)s qui le dit : « %(text)s ».") % {"where": where, "text": text[:120]},
        ALMOST if sure else TO_CONFIRM,
        question=_("De quelle année sont ces valeurs ?"),
    )
    return PeriodFinding(PeriodRule(origin), guess)


def _short_year(view: View, digits: str) -> PeriodFinding:
    origin = Origin(header_rows=(view.table.shape.header[-1],), pattern=r"(\d\d)$")
    return PeriodFinding(PeriodRule(origin, format="short_year"), short_year_guess(digits))


def short_year_guess(digits: str) -> Guess:
    """Two digits at the end of all headers are the year."""
    period = parse_period(digits, "short_year")
    label = period.label if period else digits
    return Guess(
        "period.constant",
        label,
        _("La période est %(year)s, la même pour toutes les lignes.") % {"year": label},
        _("Toutes les colonnes de valeurs se terminent par « %(digits)s ».") % {"digits": digits},
        ALMOST,
    )


def unknown_period() -> PeriodFinding:
    """Nothing in the file says the period: the person must."""
    guess = Guess(
        "period.constant",
        "",
        _("Le fichier ne dit pas de quelle période sont ses valeurs."),
        _("Ni colonne, ni titre, ni nom de fichier ne contient de date."),
        TO_CONFIRM,
        question=_("De quelle période sont ces valeurs ?"),
    )
    return PeriodFinding(PeriodRule(Origin(constant="")), guess)
