"""One measure told in several columns, one of which is the whole: `pop`, `pop_f`, `pop_m`, or `SNHM14`, `SNHMF14`…"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators.importing.periods import parse_period
from indicators.importing.recipes import BreakdownRule, Origin, PeriodRule, ValueRule

from .columns import Column
from .counting import values_words
from .guesses import ALMOST, Alternative, Guess, Measure
from .period import short_year_guess
from .values import is_rate, value_candidates
from .view import View
from .wide import WideFinding, literal
from .wording import says_exactly
from .written import read_writing

SHORTEST_STEM = 3
FEWEST = 3
"""Columns beside the whole: with fewer, two names that begin alike may be two measures."""


@dataclass(frozen=True)
class Stem:
    """What stands before and behind the category in each header; the header of the whole has nothing between."""

    before: str
    behind: str
    whole: Column

    @property
    def pattern(self) -> str:
        return f"^{literal(self.before)}(.*){literal(self.behind)}$"

    def holds(self, name: str) -> bool:
        return name.startswith(self.before) and name[len(self.before) :].endswith(self.behind)


def find_categories(view: View, row_period: Column | None, row_territory: Column | None) -> WideFinding | None:
    """All columns of values as one measure with its categories; None when a column is of another kind, or when the
    person names one of them."""
    if row_territory is None or len(view.table.header) != 1:
        return None
    used = frozenset(column.place for column in (row_period, row_territory) if column)
    columns = value_candidates(view, used)
    stem = _stem(columns)
    if stem is None or not _are_alike(columns) or any(says_exactly(view.hints.wording, c.name) for c in columns):
        return None
    row = view.table.shape.header[0]
    rule = BreakdownRule(Origin(header_rows=(row,), pattern=stem.pattern), _("catégorie"))
    period, guesses = _period(stem, row) if row_period is None else (None, ())
    return WideFinding(
        "measures_in_columns",
        tuple(columns),
        period=period,
        breakdowns=(rule,),
        matching=stem.pattern,
        guesses=(_guess(stem, columns), *guesses),
        measures=_measures(stem, columns),
    )


def _stem(columns: list[Column]) -> Stem | None:
    """The longest beginning and ending shared by all headers, one of which holds nothing more."""
    if len(columns) <= FEWEST:
        return None
    whole = min(columns, key=lambda column: len(column.name))
    for cut in range(len(whole.name), SHORTEST_STEM - 1, -1):
        stem = Stem(whole.name[:cut], whole.name[cut:], whole)
        if all(stem.holds(column.name) for column in columns):
            return stem if len({column.name for column in columns}) == len(columns) else None
    return None


def _are_alike(columns: list[Column]) -> bool:
    """A number of people and its share, or a sum in euros, are two measures whatever their names."""
    units = {read_writing(column.unmarked[:200]).units for column in columns}
    return len(units) == 1 and len({is_rate(column) for column in columns}) == 1


def _period(stem: Stem, row: int) -> tuple[PeriodRule | None, tuple[Guess, ...]]:
    """Two digits at the end of every header are a year."""
    digits = stem.behind[-2:]
    if not (digits.isascii() and digits.isdigit() and len(stem.behind) == 2 and parse_period(digits, "short_year")):
        return None, ()
    rule = PeriodRule(Origin(header_rows=(row,), pattern=r"(\d\d)$"), format="short_year")
    return rule, (short_year_guess(digits),)


def _guess(stem: Stem, columns: list[Column]) -> Guess:
    return Guess(
        "measure",
        stem.pattern,
        _("Les %(count)d colonnes « %(stem)s » sont une seule mesure, avec ses catégories.")
        % {"count": len(columns), "stem": f"{stem.before}…{stem.behind}"},
        _("« %(whole)s » est l’ensemble ; les autres titres ajoutent une catégorie.") % {"whole": stem.whole.name},
        ALMOST,
        tuple(Alternative(one.key, one.label, values_words(one.values)) for one in _measures(stem, columns)),
        _("Quelle mesure faut-il lire ?"),
    )


def _measures(stem: Stem, columns: list[Column]) -> tuple[Measure, ...]:
    counts = {column.name: int(column.filled_rows.sum()) for column in columns}
    alone = tuple(
        Measure(column.name, column.name, values=counts[column.name], value=ValueRule(column=column.name))
        for column in columns
    )
    label = _("Toutes : %(stem)s") % {"stem": f"{stem.before}…{stem.behind}"}
    together = Measure(stem.pattern, label, values=sum(counts.values()), value=ValueRule(matching=stem.pattern))
    return (together, *alone)
