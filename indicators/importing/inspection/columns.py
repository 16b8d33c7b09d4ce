"""What each column of a table is made of, from its distinct cells."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.importing.looks import is_mark, is_number, is_period, period_of
from indicators.importing.sheets import Sheet
from indicators.importing.spellings import folded, tidy

KEPT = 3_000
"""Distinct cells looked at in one column, spread over the whole of it."""
KEPT_IN_ALL, KEPT_AT_LEAST = 60_000, 400
"""In a table of many columns, fewer of each."""
SAMPLE = 150
_WORD = re.compile(r"[a-z0-9_µ+]+")


@dataclass(frozen=True, eq=False)
class Column:
    """`codes` gives for each row of data the position in `dictionary`, the distinct cells as written."""

    place: int
    name: str
    headers: tuple[str, ...]
    codes: np.ndarray
    dictionary: pa.Array
    kept: int = KEPT
    """How many distinct cells are looked at: fewer in a table of many columns."""

    @cached_property
    def counts(self) -> np.ndarray:
        """Rows of each distinct cell."""
        return np.bincount(self.codes, minlength=len(self.dictionary))

    @cached_property
    def _empty_codes(self) -> np.ndarray:
        return np.flatnonzero(pc.equal(pc.utf8_trim_whitespace(self.dictionary), "").to_numpy(zero_copy_only=False))

    @cached_property
    def filled_rows(self) -> np.ndarray:
        """A mask of the rows where the column holds something."""
        return ~np.isin(self.codes, self._empty_codes)

    @cached_property
    def filled(self) -> float:
        return float(self.filled_rows.mean()) if len(self.codes) else 0.0

    @cached_property
    def distinct(self) -> int:
        """Distinct cells, the empty ones left aside."""
        return int(np.count_nonzero(self.counts)) - int(np.count_nonzero(self.counts[self._empty_codes]))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Distinct filled cells, tidied, at most `kept`."""
        present = np.flatnonzero(self.counts)
        if len(present) > self.kept:
            present = present[np.linspace(0, len(present) - 1, self.kept).astype(int)]
        cells = self.dictionary.take(pa.array(present)).to_pylist()
        return tuple(dict.fromkeys(text for cell in cells if (text := tidy(cell))))

    @cached_property
    def frequencies(self) -> dict[str, int]:
        """Rows of each distinct filled cell, the most frequent first; only for columns of few distinct cells."""
        rows: Counter[str] = Counter()
        for cell, count in zip(self.dictionary.to_pylist(), self.counts.tolist(), strict=True):
            if count and tidy(cell):
                rows[tidy(cell)] += count
        return dict(rows.most_common())

    @cached_property
    def words(self) -> frozenset[str]:
        """Words of the header, its pieces between capitals and underscores, and the whole header as one word."""
        spaced = folded(re.sub(r"([a-zà-ÿ])([A-Z])", r"\1 \2", self.name))
        found = set(_WORD.findall(spaced))
        whole = folded(self.name)
        pieces = {piece for word in found for piece in word.split("_")}
        return frozenset(found | pieces | {whole, whole.replace(" ", "_"), whole.replace(" ", "")})

    @cached_property
    def unmarked(self) -> tuple[str, ...]:
        return tuple(text for text in self.texts if not is_mark(text))

    @cached_property
    def sampled(self) -> tuple[str, ...]:
        """A few of them, spread over the column."""
        return self.unmarked[:: max(1, len(self.unmarked) // SAMPLE)]

    @cached_property
    def number_share(self) -> float:
        return share(self.sampled, is_number)

    @cached_property
    def period_share(self) -> float:
        """Worked out on all distinct cells only where a sample makes it likely: the forms of a period are many."""
        likely = share(self.sampled, is_period)
        return likely if likely < 0.5 else share(self.unmarked, is_period)

    @cached_property
    def granularities(self) -> Counter[str]:
        return Counter(period.granularity for text in self.unmarked if (period := period_of(text)))

    @property
    def is_empty(self) -> bool:
        return self.distinct == 0

    @cached_property
    def has_decimals(self) -> bool:
        return any(re.search(r"\d[.,]\d", text) for text in self.unmarked[:500])


def share(texts: tuple[str, ...], test: Callable[[str], bool]) -> float:
    """The part of the texts that pass, 0 without any text."""
    return sum(map(test, texts)) / len(texts) if texts else 0.0


def read_columns(sheet: Sheet) -> tuple[Column, ...]:
    """Every column of the sheet, blank ones included."""
    kept = min(KEPT, max(KEPT_AT_LEAST, KEPT_IN_ALL // max(1, len(sheet.columns))))
    columns = []
    for column in sheet.columns:
        encoded = sheet.cells(column.position).dictionary_encode()
        codes = encoded.indices.to_numpy(zero_copy_only=False)
        columns.append(Column(column.position, column.name, column.headers, codes, encoded.dictionary, kept))
    return tuple(columns)


def depends_on(column: Column, *others: Column) -> bool:
    """Whether the others decide the column: each combination of theirs goes with one cell of it only."""
    keys = combined(others)
    pairs = keys.astype(np.int64) * len(column.dictionary) + column.codes
    return len(np.unique(pairs)) == len(np.unique(keys))


def combined(columns: tuple[Column, ...] | list[Column]) -> np.ndarray:
    """One number for each row, equal where all the columns are equal."""
    keys = np.zeros(len(columns[0].codes), dtype=np.int64) if columns else np.zeros(0, dtype=np.int64)
    for column in columns:
        keys = np.unique(keys * len(column.dictionary) + column.codes, return_inverse=True)[1]
    return keys
