"""The values as they will be stored, each beside the cell that it was read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.importing.observations import Reading
from indicators.statuses import words_of
from portal.formatting import format_number, format_short_period

from .examples import example_positions

EXAMPLES, DOUBTFUL, ALL = "exemples", "douteuses", "toutes"
CHOICES = (EXAMPLES, DOUBTFUL, ALL)
PAGE = 50
NO_VALUE = "\u2013"

SCHEME_WORDS = {
    "COG commune": gettext_lazy("commune"),
    "COG département": gettext_lazy("département"),
    "COG région": gettext_lazy("région"),
    "EPCI SIREN": gettext_lazy("intercommunalité"),
    "ISO3166-1 alpha-2": gettext_lazy("pays"),
    "ISO3166-1 alpha-3": gettext_lazy("pays"),
}


@dataclass(frozen=True)
class DoubtMark:
    """The yellow number of a question on the table. `positions` are rows of the reading; () marks the column's head."""

    number: int
    column: str
    positions: frozenset[int] = frozenset()
    is_open: bool = False
    """Nobody has said yet what the sign means: the status of these rows is « à dire »."""

    @property
    def on_heading(self) -> bool:
        return not self.positions and not self.is_open


@dataclass(frozen=True)
class ValueRow:
    """One observation. `doubts` are the numbers of the questions about it."""

    row: int
    territory: str
    code: str
    period: str
    categories: tuple[str, ...]
    cell: str
    value: str
    status: str
    doubts: tuple[int, ...] = ()


@dataclass(frozen=True)
class ValuesTable:
    """`heads` names the breakdowns; `choice` is one of CHOICES; `page` counts from 1."""

    heads: tuple[str, ...]
    rows: tuple[ValueRow, ...]
    choice: str
    total: int
    doubtful: int
    page: int = 1
    pages: int = 1
    marks: tuple[DoubtMark, ...] = ()

    @property
    def has_previous(self) -> bool:
        return self.page > 1

    @property
    def has_next(self) -> bool:
        return self.page < self.pages

    @property
    def previous(self) -> int:
        return self.page - 1

    @property
    def next(self) -> int:
        return self.page + 1

    def heading_marks(self, column: str) -> list[int]:
        """Numbers of the questions about a whole column."""
        return [mark.number for mark in self.marks if mark.column == column and mark.on_heading]

    @property
    def territory_marks(self) -> list[int]:
        return self.heading_marks("territory")

    @property
    def period_marks(self) -> list[int]:
        return self.heading_marks("period")

    @property
    def value_marks(self) -> list[int]:
        return self.heading_marks("value")


def values_table(
    reading: Reading, *, marks: Sequence[DoubtMark] = (), choice: str = EXAMPLES, page: int = 1
) -> ValuesTable:
    """The rows of this choice: one example of each case, the doubtful ones, or a page of all."""
    doubtful = sorted({position for mark in marks for position in mark.positions})
    chosen = choice if choice in CHOICES else EXAMPLES
    positions = {
        EXAMPLES: lambda: example_positions(reading, [sorted(mark.positions) for mark in marks]),
        DOUBTFUL: lambda: doubtful,
        ALL: lambda: range(len(reading.table)),
    }[chosen]()
    pages = max(1, -(-len(positions) // PAGE))
    page = min(max(1, page), pages)
    shown = list(positions[(page - 1) * PAGE : page * PAGE])
    heads = breakdown_names(reading)
    rows = value_rows(reading, shown, heads, marks)
    return ValuesTable(heads, tuple(rows), chosen, len(reading.table), len(doubtful), page, pages, tuple(marks))


def breakdown_names(reading: Reading) -> tuple[str, ...]:
    """Every breakdown of the reading, in the order met."""
    return tuple(dict.fromkeys(name for categories in reading.breakdowns for name in categories))


def value_rows(
    reading: Reading, positions: Sequence[int], heads: Sequence[str], marks: Sequence[DoubtMark] = ()
) -> list[ValueRow]:
    """These rows of the reading, in words."""
    columns = reading.table.iloc[list(positions)].to_dict("records")
    return [_row(reading, position, record, heads, marks) for position, record in zip(positions, columns, strict=True)]


def _row(reading: Reading, position: int, record: dict, heads: Sequence[str], marks: Sequence[DoubtMark]) -> ValueRow:
    territory = reading.territories[record["territory"]]
    categories = reading.breakdowns[record["breakdown"]]
    return ValueRow(
        row=int(record["row"]),
        territory=territory.name or territory.label or territory.code,
        code=code_words(territory.scheme, territory.code),
        period=format_short_period(reading.periods[record["period"]].label),
        categories=tuple(categories.get(head) or _("ensemble") for head in heads),
        cell=str(record["cell"]),
        value=value_words(record["value"]),
        status=_status(
            reading.statuses[record["status"]], any(mark.is_open and position in mark.positions for mark in marks)
        ),
        doubts=tuple(mark.number for mark in marks if position in mark.positions),
    )


def value_words(value: object) -> str:
    """The exact value with the digits that it has; a dash without a value."""
    return format_number(Decimal(value)) if isinstance(value, str) and value else NO_VALUE


def code_words(scheme: str, code: str) -> str:
    """« région 52 »; empty for a territory that is not known by a code."""
    return f"{SCHEME_WORDS.get(scheme, scheme)} {code}" if code else ""


def _status(statuses: Sequence[str], is_open: bool) -> str:
    return _("à dire") if is_open else words_of(statuses)
