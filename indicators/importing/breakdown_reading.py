"""The breakdown of each cell; totals are the empty breakdown, kept or left out as the recipe says."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .coded import Coded, paired
from .ledger import Ledger
from .recipes import BreakdownRule, Recipe
from .spellings import tidy

Breakdown = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Breakdowns:
    """`items[codes[i]]` is the breakdown of cell i."""

    codes: np.ndarray
    items: list[dict[str, str]]


def read_breakdowns(ledger: Ledger, recipe: Recipe) -> Breakdowns:
    """The breakdown of every cell; with `totals: drop` the cells of a total are filtered."""
    cells = ledger.cells
    kept = [_labelled(texts, rule) for texts, rule in zip(cells.breakdowns, recipe.breakdown, strict=True)]
    if recipe.totals == "drop":
        for texts in kept:
            ledger.filtered |= texts.where(not text for text in texts.texts)
    codes, tuples = paired(
        [cells.given, *(texts.codes for texts in kept)], [cells.given_breakdowns, *(texts.texts for texts in kept)]
    )
    names = [rule.name for rule in recipe.breakdown]
    return _merged(codes, [_item(given, names, texts) for given, *texts in tuples])


def _labelled(texts: Coded, rule: BreakdownRule) -> Coded:
    totals = {tidy(text) for text in rule.totals}
    labels = {tidy(text): label for text, label in rule.labels.items()}
    return texts.mapped(lambda text: "" if text in totals else labels.get(text, text))


def _item(given: Breakdown, names: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    return {**dict(given), **{name: text for name, text in zip(names, texts, strict=True) if text}}


def _merged(codes: np.ndarray, items: list[dict[str, str]]) -> Breakdowns:
    positions: dict[Breakdown, int] = {}
    moved = [positions.setdefault(tuple(sorted(item.items())), len(positions)) for item in items]
    distinct = dict(zip(moved, items, strict=True))
    return Breakdowns(np.array(moved, dtype=np.int32)[codes], [distinct[place] for place in range(len(positions))])
