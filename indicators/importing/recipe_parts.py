"""The parts of a recipe: how the file of a source is read. Values only; `docs/recipes.md` explains every key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Texts = tuple[str, ...]


@dataclass(frozen=True)
class FileShape:
    """Where the table stands. Row numbers are those of the file, from 1; `header` () means that there is none and that
    columns are named A, B, C…; `sheets` () is the first sheet, ("*",) all of them."""

    encoding: str = ""
    separator: str = ""
    sheets: Texts = ()
    sheets_matching: str = ""
    header: tuple[int, ...] = (1,)
    skip: tuple[int, ...] = ()
    skip_matching: str = ""
    footer: int = 0
    footer_matching: str = ""
    footer_notes: bool = False
    """The notes at the bottom are found each time, whatever their number."""
    fill_down: Texts = ()


@dataclass(frozen=True)
class Origin:
    """Where a text is found: one of the first six; a period may join several. `header_rows` are numbers of header rows
    of the file; `source` is file_name, sheet_name or title; `cell` a spreadsheet address (`I2`); `pattern` keeps its
    first group."""

    column: str = ""
    columns: Texts = ()
    header_rows: tuple[int, ...] = ()
    cell: str = ""
    source: str = ""
    constant: str = ""
    pattern: str = ""

    @property
    def is_untold(self) -> bool:
        """Nothing says where the text is: a person must, before anything is imported."""
        return not (
            self.column or self.columns or self.header_rows or self.cell or self.source or self.constant.strip()
        )


@dataclass(frozen=True)
class TerritoryRule:
    """`scheme` alone, or by the text of `scheme_column`, or by the `prefixes` of the code; `labels` maps a spelling to
    `scheme|code`."""

    origin: Origin
    scheme: str = ""
    scheme_column: str = ""
    schemes: Mapping[str, str] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)
    by: str = "code"
    pad: int = 0
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PeriodRule:
    """`suffix` says what becomes of a sign glued to the period (`2003a`): refuse, drop, note or status."""

    origin: Origin
    format: str = "auto"
    suffix: str = "refuse"


@dataclass(frozen=True)
class FlagRow:
    """Flags stand in the row just below each series, where `column` holds the text `equals`."""

    column: str
    equals: str


@dataclass(frozen=True)
class ValueRule:
    """One `column`, or `columns` each with its breakdown, or those `matching` a pattern, or what the layout implies."""

    column: str = ""
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    matching: str = ""
    decimal: str = ""
    thousands: str = ""
    units: Texts = ()
    scale: Decimal = Decimal(1)
    flags: bool = False
    parentheses: bool = False
    flag_row: FlagRow | None = None
    lower: str = ""
    upper: str = ""
    """Columns of the bounds of the confidence interval, both or none; beside one column of values only."""


@dataclass(frozen=True)
class BreakdownRule:
    """A column or header row kept as a breakdown; `totals` are the labels that mean everybody."""

    origin: Origin
    name: str
    totals: Texts = ()
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FilterRule:
    """Rows kept: `operator` is equals, in, not, matches, not_matches, empty or not_empty."""

    column: str
    operator: str
    values: Texts = ()


@dataclass(frozen=True)
class StatusColumn:
    """A column of flags; `values` adds to the flags of the recipe for this column."""

    column: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class StatusRule:
    """`marks` stand instead of a value, `flags` beside it."""

    marks: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[StatusColumn, ...] = ()


@dataclass(frozen=True)
class DuplicateRule:
    """`action` is refuse, sum or mean; `decimals` rounds a mean that has no end (-1: refused)."""

    action: str = "refuse"
    decimals: int = -1


@dataclass(frozen=True)
class Recipe:
    """How the file of a source is read, kept for next year."""

    territory: TerritoryRule
    period: PeriodRule
    value: ValueRule = ValueRule()
    version: int = 1
    name: str = ""
    file: FileShape = FileShape()
    layout: str = "long"
    breakdown: tuple[BreakdownRule, ...] = ()
    filter: tuple[FilterRule, ...] = ()
    status: StatusRule = StatusRule()
    note: Texts = ()
    empty: str = "missing"
    duplicates: DuplicateRule = DuplicateRule()
    totals: str = "keep"
    scope: str = "replaces"
    placeholder_zero: str = "flag"

    @property
    def untold(self) -> Texts:
        """`territory` and `period`, each when nothing says it: such a recipe shows a file, it never imports one."""
        return tuple(name for name in ("territory", "period") if getattr(self, name).origin.is_untold)
