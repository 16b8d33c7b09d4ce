"""The categories of several figures, each at its territory for its period, in one query."""

from collections import defaultdict
from collections.abc import Mapping

from indicators.blocks.questions import Question
from indicators.breakdown_keys import TOTAL
from indicators.models import Observation
from indicators.selectors.breakdowns import MOST_ROWS, Category
from indicators.selectors.rows import Row, by_territory

Key = tuple[int, int, str]


def categories_asked(rows: Mapping[Question, tuple[int, Row] | None]) -> dict[Question, list[Category]]:
    """For each question, the categories beside the row (with its release) that it stops at: one query, or none."""
    keys = {one: (found[0], found[1].territory, found[1].period) for one, found in rows.items() if found}
    if not keys:
        return {}
    by_key = _read(set(keys.values()))
    return {question: by_key[key] for question, key in keys.items()}


def _read(keys: set[Key]) -> dict[Key, list[Category]]:
    releases, places, periods = (set(part) for part in zip(*keys, strict=True))
    found = Observation.objects.filter(release__in=releases, territory__in=places, period__in=periods)
    rows = found.exclude(breakdown__key=TOTAL).select_related("breakdown").order_by("breakdown__key")
    by_key: dict[Key, list[Category]] = defaultdict(list)
    for observation in rows[: MOST_ROWS * len(keys)]:
        by_key[(observation.release_id, observation.territory_id, observation.period)] += _categories(observation)
    return by_key


def _categories(observation: Observation) -> list[Category]:
    """Only one dimension at a time makes a bar chart."""
    names = observation.breakdown.categories
    if len(names) != 1:
        return []
    ((dimension, label),) = names.items()
    fields = (observation.territory_id, observation.period, observation.period_start, observation.granularity)
    rows = by_territory([(*fields, observation.value, observation.status, observation.note)])
    return [Category(dimension, label, row) for found in rows.values() for row in found]
