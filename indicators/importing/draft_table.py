"""Observations on their way to the table: one array for each column, cut and merged together."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa

from .bounds_reading import Bounds
from .breakdown_reading import Breakdowns
from .cells import Cells
from .coded import Coded
from .ledger import Ledger
from .observations import PeriodRef, TerritoryRef
from .period_reading import Periods
from .status_reading import Statuses, StatusSets
from .territory_reading import TerritoryColumn

T = TypeVar("T")


@dataclass(frozen=True)
class Draft:
    """`places` are positions among the cells; the other arrays go with them, the lists are what they point into."""

    places: np.ndarray
    territory: np.ndarray
    period: np.ndarray
    breakdown: np.ndarray
    values: pa.Array
    status: np.ndarray
    territories: list[TerritoryRef]
    periods: list[PeriodRef]
    breakdowns: list[dict[str, str]]
    statuses: list[Statuses]

    def keys(self) -> np.ndarray:
        """One number for each territory, period and breakdown."""
        keys = self.territory.astype(np.int64) * max(len(self.periods), 1) + self.period
        return keys * max(len(self.breakdowns), 1) + self.breakdown

    def cut(self, mask: np.ndarray) -> "Draft":
        """Only these observations."""
        if mask.all():
            return self
        arrays = ("places", "territory", "period", "breakdown", "status")
        return replace(
            self, values=self.values.filter(pa.array(mask)), **{name: getattr(self, name)[mask] for name in arrays}
        )


def draft(
    ledger: Ledger,
    territories: TerritoryColumn,
    periods: Periods,
    breakdowns: Breakdowns,
    values: pa.Array,
    statuses: StatusSets,
) -> Draft:
    """The cells that give an observation, with only the territories and periods that occur, each once."""
    places = ledger.kept()
    refs = [ref for ref in periods.refs if ref is not None]
    ranks = np.cumsum([0, *(ref is not None for ref in periods.refs)])[:-1]
    territory, territory_list = _compact(territories.codes[places], territories.refs, _territory_key)
    period, period_list = _compact(ranks[periods.codes[places]], refs, _period_key)
    breakdown, breakdown_list = _compact(breakdowns.codes[places], breakdowns.items, _breakdown_key)
    status, status_list = _compact(statuses.codes[places], statuses.sets, _same)
    arrays = (places, territory, period, breakdown, values.take(pa.array(places)), status)
    return Draft(*arrays, territory_list, period_list, breakdown_list, status_list)


def frame(cells: Cells, table: Draft, notes: Coded, bounds: Bounds | None = None) -> pd.DataFrame:
    """The table of a `Reading` (columns of `observations.COLUMNS`, and those of the bounds when there are some)."""
    places = table.places
    read = pd.DataFrame(
        {
            "row": cells.row[places],
            "column": pd.Categorical.from_codes(cells.column.codes[places], pd.Index(cells.column.texts)),
            "cell": _text_column(cells.text.take(pa.array(places))),
            "territory": table.territory,
            "period": table.period,
            "breakdown": table.breakdown,
            "value": _text_column(table.values),
            "status": table.status,
            "note": notes.codes[places],
        }
    )
    if bounds is not None:
        kept = bounds.take(places)
        read["lower"], read["upper"] = _text_column(kept.lower), _text_column(kept.upper)
    return read


def _text_column(texts: pa.Array) -> pd.Series:
    return pd.Series(texts.to_pandas(), dtype="str")


def _territory_key(ref: TerritoryRef) -> Hashable:
    return ref.scheme, ref.code, "" if ref.code else ref.label


def _period_key(ref: PeriodRef) -> Hashable:
    return ref.label


def _breakdown_key(item: dict[str, str]) -> Hashable:
    return tuple(sorted(item.items()))


def _same(found: Statuses) -> Hashable:
    return found


def _compact(codes: np.ndarray, items: Sequence[T], key: Callable[[T], Hashable]) -> tuple[np.ndarray, list[T]]:
    """The items that occur, each once by its key, and the positions among them."""
    kept: dict[Hashable, tuple[int, T]] = {}
    moved = np.zeros(len(items), dtype=np.int32)
    for place in np.unique(codes).tolist():
        moved[place] = kept.setdefault(key(items[place]), (len(kept), items[place]))[0]
    return moved[codes], [item for _place, item in kept.values()]
