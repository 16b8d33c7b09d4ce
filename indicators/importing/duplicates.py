"""Several values for the same territory, period and breakdown: refused, or summed or averaged as the recipe says."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact, InvalidOperation

import numpy as np
import pandas as pd
import pyarrow as pa
from django.utils.translation import gettext as _

from indicators import statuses as say

from .decisions import DROP
from .draft_table import Draft
from .ledger import DISTINCT_SHOWN, Ledger
from .numbers import is_too_long
from .problems import BLOCKING, INFORMATION, Problem
from .recipes import DuplicateRule
from .status_reading import Statuses
from .trouble_texts import SENTENCES

_EXACT = Context(prec=80, traps=[Inexact, InvalidOperation])
ROWS_TOLD = 4


def settled(ledger: Ledger, draft: Draft, rule: DuplicateRule) -> tuple[Draft, int]:
    """The observations with one value for each key, and the number of cells that went into a sum or a mean."""
    keys = draft.keys()
    repeated = pd.Series(keys).duplicated(keep=False).to_numpy()
    if not repeated.any():
        return draft, 0
    places = np.flatnonzero(repeated)
    numbers, _present = pd.factorize(keys[places])
    order = np.argsort(numbers, kind="stable")
    groups = np.split(places[order], np.cumsum(np.bincount(numbers))[:-1])
    if rule.action == "refuse":
        return _refused(ledger, draft, groups), 0
    return _merged(ledger, draft, groups, rule)


def _refused(ledger: Ledger, draft: Draft, groups: Sequence[np.ndarray]) -> Draft:
    out = np.zeros(len(draft.places), dtype=bool)
    for group in groups[:DISTINCT_SHOWN]:
        problem = _problem(ledger, draft, group)
        decision = ledger.decisions.get(problem.key)
        if decision and decision.action == DROP and problem.code == "identical_duplicate":
            group = group[1:]
        ledger.add(problem, draft.places[group])
        out[group] = True
    if others := groups[DISTINCT_SHOWN:]:
        group = np.concatenate(others)
        reason = _("%(number)d autres groupes de lignes du même genre.") % {"number": len(others)}
        rows = tuple(ledger.cells.row[draft.places[group]].tolist())
        remedy = SENTENCES["duplicate"][1]
        ledger.add(
            Problem("duplicate", BLOCKING, reason, remedy, cell="…", rows=rows, count=len(group)), draft.places[group]
        )
        out[group] = True
    return draft.cut(~out)


def _problem(ledger: Ledger, draft: Draft, group: np.ndarray) -> Problem:
    texts = [ledger.cells.text[place].as_py() for place in draft.places[group].tolist()]
    rows = ledger.cells.row[draft.places[group]].tolist()
    values = draft.values.take(pa.array(group)).to_pylist()
    code = (
        "identical_duplicate" if len(set(zip(values, draft.status[group].tolist(), strict=True))) == 1 else "duplicate"
    )
    told = " ; ".join(
        _("ligne %(row)d : « %(text)s »") % {"row": row, "text": text}
        for row, text in list(zip(rows, texts, strict=True))[:ROWS_TOLD]
    )
    more = _(" ; et %(count)d autres") % {"count": len(rows) - ROWS_TOLD} if len(rows) > ROWS_TOLD else ""
    reason, remedy = SENTENCES[code]
    first = draft.places[group[0]]
    sheet, column = (coded.texts[coded.codes[first]] for coded in (ledger.cells.sheet, ledger.cells.column))
    name = _key_name(draft, group[0])
    return Problem(code, BLOCKING, f"{reason} {told}{more}.", remedy, column, name, sheet, tuple(rows), len(group))


def _key_name(draft: Draft, place: int) -> str:
    ref, period = draft.territories[draft.territory[place]], draft.periods[draft.period[place]]
    breakdown = ", ".join(draft.breakdowns[draft.breakdown[place]].values())
    return " · ".join(filter(None, (ref.code or ref.label, period.label, breakdown)))


def _merged(ledger: Ledger, draft: Draft, groups: Sequence[np.ndarray], rule: DuplicateRule) -> tuple[Draft, int]:
    values, status, sets = draft.values.to_pylist(), draft.status.copy(), list(draft.statuses)
    out = np.zeros(len(values), dtype=bool)
    merged, incomplete = 0, []
    for group in groups:
        first = group[0]
        statuses = _together([sets[place] for place in status[group].tolist()])
        amount, trouble = _amount([values[place] for place in group.tolist()], rule)
        if trouble:
            ledger.add(_trouble(ledger, draft, group, trouble), draft.places[group])
            out[group] = True
            continue
        if amount is None:
            incomplete.append(group)
        values[first] = amount
        sets.append(statuses)
        status[first] = len(sets) - 1
        out[group[1:]] = True
        merged += len(group) - 1
    if incomplete:
        ledger.add(_incomplete(ledger, draft, incomplete), np.array([], dtype=np.int64))
    whole = replace(draft, values=pa.array(values, type=pa.large_string()), status=status, statuses=sets)
    return whole.cut(~out), merged


def _together(sets: Sequence[Statuses]) -> Statuses:
    found = {status for statuses in sets for status in statuses}
    reason = [status for status in say.WITHOUT_VALUE if status in found][:1]
    return tuple(status for status in say.QUALIFYING if status in found) + tuple(reason)


def _amount(values: Sequence[str | None], rule: DuplicateRule) -> tuple[str | None, str]:
    """The exact sum or mean, None when a part of it is unknown, or the trouble with it."""
    if any(value is None for value in values):
        return None, ""
    total = Decimal(0)
    for value in values:
        total = _EXACT.add(total, Decimal(value or 0))
    try:
        amount = total if rule.action == "sum" else _mean(total, len(values), rule.decimals)
    except Inexact:
        return None, "endless_mean"
    text = _without_idle_zeros(f"{amount:f}") if rule.action == "mean" and rule.decimals < 0 else f"{amount:f}"
    if is_too_long(text):
        return None, "endless_mean" if rule.action == "mean" else "number_too_long"
    return text, ""


def _without_idle_zeros(text: str) -> str:
    """A division has no decimals of its own: 12.50 says nothing more than 12.5."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def _mean(total: Decimal, count: int, decimals: int) -> Decimal:
    if decimals < 0:
        return _EXACT.divide(total, Decimal(count))
    loose = Context(prec=80, rounding=ROUND_HALF_EVEN)
    return loose.divide(total, Decimal(count)).quantize(Decimal(1).scaleb(-decimals), context=loose)


def _trouble(ledger: Ledger, draft: Draft, group: np.ndarray, code: str) -> Problem:
    reason, remedy = SENTENCES[code]
    rows = tuple(ledger.cells.row[draft.places[group]].tolist())
    return Problem(code, BLOCKING, reason, remedy, cell=_key_name(draft, group[0]), rows=rows, count=len(group))


def _incomplete(ledger: Ledger, draft: Draft, groups: Sequence[np.ndarray]) -> Problem:
    reason, remedy = SENTENCES["sum_incomplete"]
    rows = tuple(ledger.cells.row[draft.places[np.concatenate(groups)]].tolist())
    return Problem("sum_incomplete", INFORMATION, reason, remedy, rows=rows, count=len(groups))
