"""The value of one period by sex, age, sector…: one view for each dimension of the release."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.breakdown_keys import TOTAL
from indicators.models import Observation, Release, Territory
from indicators.selectors.rows import Row, by_territory

MOST_CATEGORIES = 40
MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Category:
    """A row of a view: « Femmes », with its value or the reason why there is none."""

    dimension: str
    label: str
    row: Row


def categories_of(release: Release, reading: Territory, period: str) -> list[Category]:
    """The categories of one dimension at the reading territory for one period (one query)."""
    found = (
        Observation.objects.filter(release=release, territory=reading, period=period)
        .exclude(breakdown__key=TOTAL)
        .select_related("breakdown")
        .order_by("breakdown__key")[:MOST_ROWS]
    )
    return [category for observation in found for category in _category(observation)]


def _category(observation: Observation) -> list[Category]:
    """Only one dimension at a time makes a bar chart; crossings are in the downloads."""
    names = observation.breakdown.categories
    if len(names) != 1:
        return []
    ((dimension, label),) = names.items()
    fields = (observation.territory_id, observation.period, observation.period_start, observation.granularity)
    rows = by_territory([(*fields, observation.value, observation.status, observation.note)])
    return [Category(dimension, label, row) for found in rows.values() for row in found]


def dimensions(categories: Sequence[Category]) -> list[str]:
    """The names of the dimensions, in order, those with at least two categories."""
    names = [category.dimension for category in categories]
    return [name for name in dict.fromkeys(names) if names.count(name) > 1]


def largest_first(categories: Sequence[Category]) -> list[Category]:
    """Categories as they come when they are ages or sizes (their text starts with a digit), else the highest first."""
    if sum(category.label[:1].isdigit() for category in categories) > len(categories) / 2:
        return list(categories)[:MOST_CATEGORIES]
    lowest = Decimal("-Infinity")
    ranked = sorted(categories, key=lambda one: lowest if one.row.value is None else one.row.value, reverse=True)
    return ranked[:MOST_CATEGORIES]
