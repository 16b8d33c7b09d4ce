"""The person wants a part of the territories: those of a region or département that another column names."""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from indicators.importing.recipes import FilterRule
from indicators.importing.spellings import tidy

from .columns import Column
from .guesses import ALMOST, Alternative, Guess
from .territory import TerritoryFinding
from .view import View
from .wording import says_exactly


@dataclass(frozen=True, eq=False)
class AreaFilter:
    """The filter, the rows it keeps, and its guess."""

    rule: FilterRule
    rows: np.ndarray
    guess: Guess


def find_area_filter(view: View, territory: TerritoryFinding | None) -> AreaFilter | None:
    """A column of larger areas one of which is named in what the person wants."""
    if territory is None or territory.column is None or not view.hints.wording:
        return None
    for column in view.columns:
        if column.place in territory.places and column is not territory.column and _is_larger(column, territory.column):
            named = [text for text in column.texts if len(text) > 4 and says_exactly(view.hints.wording, text)]
            if len(named) == 1:
                return _filter(column, named[0])
    return None


def _is_larger(column: Column, territory: Column) -> bool:
    return 1 < column.distinct < territory.distinct and column.number_share < 0.5


def _filter(column: Column, name: str) -> AreaFilter:
    good = [place for place, cell in enumerate(column.dictionary.to_pylist()) if tidy(cell) == name]
    guess = Guess(
        f"filter.{column.name}",
        name,
        _("Seules les lignes de %(name)s sont lues (colonne %(column)s).") % {"name": name, "column": column.name},
        _("C’est ce que vous cherchez."),
        ALMOST,
        (Alternative(name, name), Alternative("all", _("Toutes les lignes"))),
    )
    return AreaFilter(FilterRule(column.name, "equals", (name,)), np.isin(column.codes, good), guess)
