"""Readings without a file: what the engine would give for a small table."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from indicators.importing.observations import Account, PeriodRef, Reading, TerritoryRef
from indicators.importing.problems import Problem
from indicators.importing.recipes import Origin, PeriodRule, Recipe, TerritoryRule
from indicators.models import Territory

RECIPE = Recipe(territory=TerritoryRule(Origin(constant="244400404")), period=PeriodRule(Origin(column="annee")))


def reference(territory: Territory) -> TerritoryRef:
    """A territory that the catalogue knows."""
    return TerritoryRef(territory.scheme, territory.code, str(territory.name), known=True, pk=territory.pk)


def unknown(label: str) -> TerritoryRef:
    """A territory that the catalogue lacks."""
    return TerritoryRef("COG commune", label, label, label=label)


def make_reading(
    values: Mapping[str, str | None],
    territory: Territory | TerritoryRef,
    *,
    breakdown: dict[str, str] | None = None,
    statuses: Mapping[str, tuple[str, ...]] | None = None,
    problems: tuple[Problem, ...] = (),
    note: str = "",
) -> Reading:
    """Yearly observations of one territory, `{"2022": "12.9", "2023": None}`; `statuses` by year."""
    marks = {year: tuple(found) for year, found in (statuses or {}).items()}
    distinct = list(dict.fromkeys(marks.get(year, ()) for year in values))
    table = pd.DataFrame(
        {
            "row": range(2, len(values) + 2),
            "column": "valeur",
            "cell": ["" if value is None else value for value in values.values()],
            "territory": 0,
            "period": range(len(values)),
            "breakdown": 0,
            "value": pd.Series(list(values.values()), dtype="str"),
            "status": [distinct.index(marks.get(year, ())) for year in values],
            "note": 0,
        }
    )
    place = reference(territory) if isinstance(territory, Territory) else territory
    periods = [PeriodRef(year, date(int(year), 1, 1), "year") for year in values]
    account = Account(rows_read=len(values), cells_read=len(values), kept=len(values))
    return Reading(table, [place], periods, [breakdown or {}], distinct, [note], list(problems), account)
