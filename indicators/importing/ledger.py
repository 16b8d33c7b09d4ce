"""The running account of a reading: problems found, decisions applied, cells dropped or blocked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from django.utils.translation import ngettext

from .cells import Cells
from .coded import Coded
from .decisions import DROP, Decision
from .problems import BLOCKING, Problem
from .recipes import Origin
from .trouble_texts import SENTENCES

DISTINCT_SHOWN = 200
"""Different texts of one kind of trouble in one column that are told one by one; the others are one line."""

Retry = Callable[[Decision, np.ndarray], bool]
Suggest = Callable[[str], tuple[str, ...]]


@dataclass
class Ledger:
    """Masks of the cells left out: `blocked` by a trouble, `dropped` as an accepted loss, `skipped` because empty,
    `filtered` as a total that the recipe does not keep."""

    cells: Cells
    decisions: Mapping[str, Decision]
    blocked: np.ndarray = field(init=False)
    dropped: np.ndarray = field(init=False)
    skipped: np.ndarray = field(init=False)
    filtered: np.ndarray = field(init=False)
    problems: list[Problem] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in ("blocked", "dropped", "skipped", "filtered"):
            setattr(self, name, np.zeros(len(self.cells), dtype=bool))

    def open(self, mask: np.ndarray) -> np.ndarray:
        """Positions of the cells of this mask that are still to be read."""
        return np.flatnonzero(mask & ~(self.dropped | self.skipped | self.filtered))

    def column_of(self, origin: Origin) -> str | Coded:
        """The column to name when a text of this origin is in trouble: its own, else the one whose header says it."""
        return origin.column or " + ".join(origin.columns) or (self.cells.column if origin.header_rows else "")

    def kept(self) -> np.ndarray:
        """Positions of the cells that give an observation so far."""
        return self.open(~self.blocked)

    def skip(self, mask: np.ndarray) -> None:
        """Leave out these empty cells."""
        self.skipped |= mask & ~self.filtered

    def settle(
        self,
        code: str,
        places: np.ndarray,
        texts: Coded,
        column: str | Coded,
        *,
        retry: Retry | None = None,
        suggest: Suggest | None = None,
        keeps_rows: bool = False,
        shown: int = DISTINCT_SHOWN,
    ) -> None:
        """Tell the trouble of these cells once for each distinct text, or apply what was decided about it.

        `retry` applies a decision other than `drop` and answers whether that settled it; `keeps_rows` leaves the cells
        in the table all the same; `shown` different texts are told one by one, the others together.
        """
        for problem, group in self._groups(code, places, texts, column, suggest, shown):
            decision = self.decisions.get(problem.key)
            if decision and decision.action == DROP:
                self.dropped[group] = True
            elif decision and retry and retry(decision, group):
                self.facts.append(_decided(problem, decision))
            else:
                self.problems.append(problem)
                self.blocked[group] |= not keeps_rows

    def add(self, problem: Problem, places: np.ndarray) -> None:
        """A problem already put in words; its cells are dropped when that was decided, blocked when it is blocking."""
        decision = self.decisions.get(problem.key)
        if decision and decision.action == DROP:
            self.dropped[places] = True
            return
        self.problems.append(problem)
        self.blocked[places] |= problem.severity == BLOCKING

    def _groups(
        self, code: str, places: np.ndarray, texts: Coded, column: str | Coded, suggest: Suggest | None, shown: int
    ) -> Iterator[tuple[Problem, np.ndarray]]:
        if not len(places):
            return
        columns = column if isinstance(column, Coded) else Coded.constant(column, len(self.cells))
        sheets = self.cells.sheet
        keys = (sheets.codes[places].astype(np.int64) * len(columns.texts) + columns.codes[places]) * len(texts.texts)
        distinct, inverse, counts = np.unique(keys + texts.codes[places], return_inverse=True, return_counts=True)
        members = np.split(places[np.argsort(inverse, kind="stable")], np.cumsum(counts)[:-1])
        by_count = np.argsort(-counts, kind="stable")
        reason, remedy = SENTENCES[code]
        for rank, position in enumerate(by_count[:shown].tolist()):
            first = members[position][0]
            text = texts.texts[texts.codes[first]]
            yield (
                Problem(
                    code,
                    BLOCKING,
                    reason,
                    remedy,
                    column=columns.texts[columns.codes[first]],
                    cell=text,
                    sheet=sheets.texts[sheets.codes[first]],
                    rows=_row_numbers(self.cells, members[position]),
                    count=int(counts[position]),
                    suggestions=suggest(text) if suggest and rank < DISTINCT_SHOWN else (),
                ),
                members[position],
            )
        if len(distinct) > shown:
            others = np.concatenate([members[position] for position in by_count[shown:].tolist()])
            yield self._others(code, others, len(distinct) - shown), others

    def _others(self, code: str, places: np.ndarray, number: int) -> Problem:
        _reason, remedy = SENTENCES[code]
        reason = ngettext("%(number)d autre texte du même genre.", "%(number)d autres textes du même genre.", number)
        rows = _row_numbers(self.cells, places)
        return Problem(code, BLOCKING, reason % {"number": number}, remedy, cell="…", rows=rows, count=len(places))


def _row_numbers(cells: Cells, places: np.ndarray) -> tuple[int, ...]:
    return tuple(np.unique(cells.row[places]).tolist())


def _decided(problem: Problem, decision: Decision) -> str:
    return ngettext(
        "« %(cell)s » (colonne %(column)s) est lu comme « %(text)s » par décision : %(count)d case.",
        "« %(cell)s » (colonne %(column)s) est lu comme « %(text)s » par décision : %(count)d cases.",
        problem.count,
    ) % {
        "cell": problem.cell,
        "column": problem.column,
        "text": decision.text or f"{decision.scheme} {decision.code}",
        "count": problem.count,
    }
