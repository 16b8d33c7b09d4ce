"""The categories of several figures, each at its territory for its period, in one query."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.blocks.questions import Question
from indicators.breakdown_keys import TOTAL
from indicators.models import Observation
from indicators.selectors.rows import Row, by_territory

MOST_ROWS = 2_000
MOST_SHOWN = 24

Key = tuple[int, int, str]
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class CategoryValue:
    """« Femmes » of the dimension « sexe », with its observation of one period."""

    dimension: str
    label: str
    row: Row


def categories_asked(rows: Mapping[Question, tuple[int, Row] | None]) -> dict[Question, list[CategoryValue]]:
    """For each question, the categories beside the row (with its release) that it stops at: one query, or none."""
    keys = {one: (found[0], found[1].territory, found[1].period) for one, found in rows.items() if found}
    if not keys:
        return {}
    by_key = _read(set(keys.values()))
    return {question: by_key[key] for question, key in keys.items()}


def dimensions_of(categories: Sequence[CategoryValue]) -> list[str]:
    """The dimensions that have at least two categories, in order."""
    names = [category.dimension for category in categories]
    return [name for name in dict.fromkeys(names) if names.count(name) > 1]


def of_dimension(categories: Sequence[CategoryValue], dimension: str) -> list[CategoryValue]:
    """The categories of a dimension: ages and sizes in their own order, others the highest first."""
    kept = [category for category in categories if category.dimension == dimension]
    if sum(bool(_NUMBER.search(one.label)) for one in kept) > len(kept) / 2:
        return sorted(kept, key=_size)[:MOST_SHOWN]
    return sorted(kept, key=_value, reverse=True)[:MOST_SHOWN]


def _size(category: CategoryValue) -> tuple[float, str]:
    """« Moins de 30 ans » stands before « 30 à 39 ans »."""
    number = _NUMBER.search(category.label)
    below = category.label.lower().startswith("moins")
    return (float(number[0]) - (0.5 if below else 0) if number else float("inf")), category.label


def _value(category: CategoryValue) -> Decimal:
    return Decimal("-Infinity") if category.row.value is None else category.row.value


def _read(keys: set[Key]) -> dict[Key, list[CategoryValue]]:
    releases, places, periods = (set(part) for part in zip(*keys, strict=True))
    found = Observation.objects.filter(release__in=releases, territory__in=places, period__in=periods)
    rows = found.exclude(breakdown__key=TOTAL).order_by("breakdown__key")
    fields = ("release_id", "breakdown__key", "territory_id", "period", "period_start", "granularity", "value")
    by_key: dict[Key, list[CategoryValue]] = defaultdict(list)
    for release, breakdown, *row in rows.values_list(*fields, "status", "note")[: MOST_ROWS * len(keys)]:
        names = json.loads(breakdown)
        if len(names) == 1:  # crossings are on the page of the indicator and in its downloads
            ((dimension, label),) = names.items()
            by_key[(release, row[0], row[1])] += [
                CategoryValue(dimension, label, one) for one in by_territory([tuple(row)]).get(row[0], [])
            ]
    return by_key
