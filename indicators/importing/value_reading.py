"""From the text of each cell to exact decimal text, the signs glued to it, or the reason why there is no value."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from django.utils.translation import gettext as _

from .coded import Coded
from .decisions import Decision
from .hopeless import refuse_hopeless
from .ledger import Ledger
from .marks import flag_statuses, mark_status
from .numbers import NumberStyle, read_number
from .plain_numbers import flagged_numbers, plain_numbers
from .recipes import Recipe, ValueRule

Statuses = tuple[str, ...]


@dataclass(frozen=True)
class CellReading:
    """One distinct text: a value, or statuses without value, or a trouble, or nothing (`empty`)."""

    value: str | None = None
    statuses: Statuses = ()
    trouble: str = ""
    empty: bool = False


@dataclass
class Values:
    """`values` is decimal text or null for each cell; `readings[codes[i]]` says the rest of cell i."""

    values: pa.Array
    codes: np.ndarray
    readings: list[CellReading]

    def empty(self) -> np.ndarray:
        """The cells with nothing in them."""
        return np.fromiter((reading.empty for reading in self.readings), bool, len(self.readings))[self.codes]


def number_style(rule: ValueRule) -> NumberStyle:
    """How the recipe says that numbers are written."""
    return NumberStyle(rule.decimal, rule.thousands, rule.units, rule.scale, rule.flags, rule.parentheses)


def read_cell(text: str, style: NumberStyle, marks: Mapping[str, str], flags: Mapping[str, str]) -> CellReading:
    """What one cell says: a number with its glued flags, a mark, a mark with flags (`: c`), nothing, or a trouble."""
    if not text.strip():
        return CellReading(empty=True)
    if status := mark_status(text, marks):
        return CellReading(statuses=(status,))
    number = read_number(text, style)
    if number.trouble:
        return _marked_with_flags(text, style, marks, flags) or CellReading(trouble=number.trouble)
    statuses = flag_statuses(number.flags, flags)
    return CellReading(trouble="unknown_flag") if statuses is None else CellReading(number.value, statuses)


def _marked_with_flags(
    text: str, style: NumberStyle, marks: Mapping[str, str], flags: Mapping[str, str]
) -> CellReading | None:
    mark, _space, letters = text.strip().partition(" ")
    if not (style.flags and letters):
        return None
    status, statuses = mark_status(mark, marks), flag_statuses(letters, flags)
    if status is None or statuses is None:
        return None
    return CellReading(statuses=tuple(dict.fromkeys((status, *statuses))))


def read_values(ledger: Ledger, recipe: Recipe) -> Values:
    """Every cell read; those in trouble are in the ledger. Formulas without result are in trouble, not empty."""
    style, cells = number_style(recipe.value), ledger.cells
    texts = pc.utf8_trim_whitespace(cells.text)
    values = Values(plain_numbers(texts, style), np.zeros(len(cells), dtype=np.int32), [CellReading()])
    if style.flags:
        _read_flagged(values, texts, style, recipe.status.flags)
    rest = _unread(values)
    others = Coded.raw(texts.take(pa.array(rest)))
    refuse_hopeless(
        others.texts,
        lambda text: not read_cell(text, style, recipe.status.marks, recipe.status.flags).trouble,
        _("%(count)s cases différentes ne sont pas des nombres, par exemple %(examples)s."),
    )
    readings = [read_cell(text, style, recipe.status.marks, recipe.status.flags) for text in others.texts]
    values.values = _filled(values.values, rest, others.codes, readings)
    values.codes[rest] = others.codes + len(values.readings)
    shown = [*("" for _reading in values.readings), *others.texts]
    values.readings.extend(readings)
    _settle_formulas(ledger)
    _settle_troubles(ledger, values, shown, recipe)
    return values


def _unread(values: Values) -> np.ndarray:
    return np.flatnonzero(pc.is_null(values.values).to_numpy(zero_copy_only=False))


def _read_flagged(values: Values, texts: pa.Array, style: NumberStyle, flags: Mapping[str, str]) -> None:
    """The ordinary numbers with an ordinary known flag, at once."""
    rest = _unread(values)
    numbers, letters = flagged_numbers(texts.take(pa.array(rest)), style)
    found = pc.is_valid(numbers).to_numpy(zero_copy_only=False)
    coded = Coded.of(letters.filter(pa.array(found)))
    meanings = [flag_statuses(flag, flags) for flag in coded.texts]
    known = coded.where(meaning is not None for meaning in meanings)
    places = rest[found][known]
    values.codes[places] = coded.codes[known] + len(values.readings)
    values.readings.extend(CellReading(statuses=meaning or ()) for meaning in meanings)
    mask = np.zeros(len(texts), dtype=bool)
    mask[places] = True
    read = numbers.filter(pa.array(found)).filter(pa.array(known))
    values.values = pc.replace_with_mask(values.values, pa.array(mask), read)


def _filled(plain: pa.Array, rest: np.ndarray, codes: np.ndarray, readings: list[CellReading]) -> pa.Array:
    if not len(rest):
        return plain
    distinct = pa.array([reading.value for reading in readings], type=pa.large_string())
    mask = np.zeros(len(plain), dtype=bool)
    mask[rest] = True
    return pc.replace_with_mask(plain, pa.array(mask), distinct.take(pa.array(codes)))


def _settle_formulas(ledger: Ledger) -> None:
    places = ledger.open(ledger.cells.unvalued)
    ledger.settle("formula_without_value", places, Coded.constant("", len(ledger.cells)), ledger.cells.column)


def _settle_troubles(ledger: Ledger, values: Values, texts: list[str], recipe: Recipe) -> None:
    whole = Coded(values.codes.copy(), texts)
    style = number_style(recipe.value)

    def retry(decision: Decision, places: np.ndarray) -> bool:
        reading = read_cell(decision.text, style, recipe.status.marks, recipe.status.flags)
        if reading.trouble or reading.empty:
            return False
        values.readings.append(reading)
        values.codes[places] = len(values.readings) - 1
        values.values = replaced(values.values, places, reading.value)
        return True

    for code in dict.fromkeys(reading.trouble for reading in values.readings if reading.trouble):
        wrong = np.array([reading.trouble == code for reading in values.readings])[values.codes]
        ledger.settle(code, ledger.open(wrong & ~ledger.cells.unvalued), whole, ledger.cells.column, retry=retry)


def replaced(values: pa.Array, places: np.ndarray, value: str | None) -> pa.Array:
    """The same values with another one (or none) at these places."""
    mask = np.zeros(len(values), dtype=bool)
    mask[places] = True
    return pc.if_else(pa.array(mask), pa.scalar(value, pa.large_string()), values)
