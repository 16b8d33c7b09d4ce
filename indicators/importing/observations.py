"""The result of reading a file: observations in columns, so that a million of them fit in memory and in seconds."""

import datetime
from dataclasses import dataclass, field

import pandas as pd

from .problems import Problem

COLUMNS = ("row", "column", "cell", "territory", "period", "breakdown", "value", "status", "note")


@dataclass(frozen=True)
class TerritoryRef:
    """A territory as the file names it and, when `code` is not "", as the catalogue knows it.

    `scheme` and `code` are those of the catalogue (`COG département`, `44`); `known` tells whether the catalogue holds
    it; `label` is the text of the file; `pk` is the database key when there is one.
    """

    scheme: str
    code: str
    name: str
    label: str = ""
    known: bool = False
    pk: int | None = None


@dataclass(frozen=True)
class PeriodRef:
    """`label` is canonical: 2017 · 2020-12 · 2023-Q4 · 2017-S1 · 2002/03 · 1984-1988 · 2023-03-25 (ARCHITECTURE).

    `granularity`: year, semester, quarter, month, day, season (a year that straddles two), span (several years).
    """

    label: str
    start: datetime.date
    granularity: str


@dataclass(frozen=True)
class Account:
    """What became of the rows: `rows_read` data rows, `cells_read` cells that could hold a value, `kept`
    observations (with or without value), `filtered` cells left out by the recipe's filters or totals,
    `skipped` empty cells that the recipe leaves out, `dropped` cells left out as a loss to accept, `merged` cells that
    went into a sum or a mean beyond the first of their key."""

    rows_read: int = 0
    cells_read: int = 0
    kept: int = 0
    filtered: int = 0
    skipped: int = 0
    dropped: int = 0
    merged: int = 0


@dataclass(frozen=True)
class Reading:
    """Observations, problems and account of one file read with one recipe.

    `table` has the columns of `COLUMNS`: `row` (1-based, of the file), `column` (header as written) and `cell` (raw
    text) say where it comes from; `territory`, `period`, `breakdown`, `status`, `note` are positions in the lists
    below; `value` is canonical decimal text (`-16.0`, no exponent, no thousands) or missing. When the recipe names
    them, `lower` and `upper` are the bounds of the confidence interval, written likewise.
    """

    table: pd.DataFrame
    territories: list[TerritoryRef]
    periods: list[PeriodRef]
    breakdowns: list[dict[str, str]]
    statuses: list[tuple[str, ...]]
    notes: list[str]
    problems: list[Problem] = field(default_factory=list)
    account: Account = field(default_factory=Account)
    facts: list[str] = field(default_factory=list)
    """Sentences worth saying that need no decision (formulas read by their stored value, an obsolete code mapped…)."""
