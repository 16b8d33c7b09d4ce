"""The bounds of confidence intervals: two more numbers beside a value, read as it is; nothing is done without them."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .coded import Coded
from .jumps import floats
from .ledger import Ledger
from .numbers import NumberStyle, read_number
from .plain_numbers import plain_numbers
from .recipes import Recipe
from .value_reading import Values, number_style


@dataclass(frozen=True)
class Bounds:
    """Decimal texts or nulls, one for each cell; both are there or none."""

    lower: pa.Array
    upper: pa.Array

    def take(self, places: np.ndarray) -> "Bounds":
        """Those of these cells."""
        return Bounds(self.lower.take(pa.array(places)), self.upper.take(pa.array(places)))


def read_bounds(ledger: Ledger, recipe: Recipe, values: Values) -> Bounds | None:
    """The bounds of every cell, None when the recipe names no column for them.

    A bound that is no number, one without the other, and a value outside of its bounds are in the ledger. Where there
    is no value, bounds mean nothing and are left.
    """
    cells = ledger.cells
    if cells.lower is None or cells.upper is None:
        return None
    style = number_style(recipe.value)
    lower = _read(ledger, cells.lower, recipe.value.lower, style)
    upper = _read(ledger, cells.upper, recipe.value.upper, style)
    known = np.asarray(values.values.is_valid())
    _settle_order(ledger, values.values, lower, upper, known, recipe.value.lower)
    both = pa.array(known & np.asarray(lower.is_valid()) & np.asarray(upper.is_valid()))
    nothing = pa.scalar(None, pa.large_string())
    return Bounds(pc.if_else(both, lower, nothing), pc.if_else(both, upper, nothing))


def _read(ledger: Ledger, column: pa.Array, name: str, style: NumberStyle) -> pa.Array:
    texts = pc.utf8_trim_whitespace(column)
    read = plain_numbers(texts, style)
    rest = np.flatnonzero(np.asarray(read.is_null()) & np.asarray(pc.not_equal(texts, "")))
    if not len(rest):
        return read
    others = Coded.raw(texts.take(pa.array(rest)))
    numbers = [read_number(text, style) for text in others.texts]
    mask = np.zeros(len(texts), dtype=bool)
    mask[rest] = True
    found = pa.array([None if one.trouble else one.value for one in numbers], type=pa.large_string())
    read = pc.replace_with_mask(read, pa.array(mask), found.take(pa.array(others.codes)))
    wrong = np.asarray(read.is_null()) & mask
    ledger.settle("unreadable_bound", ledger.open(wrong), Coded.raw(texts), name)
    return read


def _settle_order(
    ledger: Ledger, values: pa.Array, lower: pa.Array, upper: pa.Array, known: np.ndarray, name: str
) -> None:
    low, middle, high = floats(lower), floats(values), floats(upper)
    has_low, has_high = np.asarray(lower.is_valid()), np.asarray(upper.is_valid())
    with np.errstate(invalid="ignore"):
        outside = known & has_low & has_high & ~((low <= middle) & (middle <= high))
    wrong = outside | (known & (has_low != has_high))
    if not wrong.any():
        return
    shown = pc.binary_join_element_wise(
        *(pc.fill_null(column, "…") for column in (lower, values, upper)), pa.scalar(" ; ", pa.large_string())
    )
    ledger.settle("disordered_bounds", ledger.open(wrong), Coded.raw(shown), name)
