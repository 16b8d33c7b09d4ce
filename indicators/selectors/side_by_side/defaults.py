"""Which indicators are compared before anybody chooses: those that most of the territories have, on varied goals.

Those that the country has come before others, since the words compare with it.
"""

from collections.abc import Mapping, Sequence

from indicators.breakdown_keys import TOTAL
from indicators.models import Indicator, Observation, Territory
from indicators.selectors.units import is_amount

DEFAULT_COUNT = 5


def default_indicators(
    published: Sequence[Indicator], columns: Sequence[Territory], chains: Mapping[int, list[Territory]]
) -> list[Indicator]:
    """At most five, ratios with a desired direction before others, of different goals if possible (one query)."""
    places = {place.pk for chain in chains.values() for place in chain}
    releases = [indicator.publication.release_id for indicator in published]
    found = Observation.objects.filter(release__in=releases, territory__in=places, breakdown__key=TOTAL)
    known = set(found.order_by().values_list("release_id", "territory_id").distinct())

    def order(indicator: Indicator) -> tuple[int, bool]:
        release = indicator.publication.release_id
        own = sum((release, column.pk) in known for column in columns)
        near = sum(any((release, place.pk) in known for place in chains[column.pk]) for column in columns)
        reference = any((release, place.pk) in known for column in columns[1:2] for place in chains[column.pk])
        return -(2 * own + near + 3 * reference), not indicator.direction

    ranked = sorted((one for one in published if not is_amount(one)), key=order)
    return _of_varied_goals(ranked)


def _of_varied_goals(ranked: Sequence[Indicator]) -> list[Indicator]:
    kept: list[Indicator] = []
    goals: set[int] = set()
    for indicator in ranked:
        own = {goal.number for goal in indicator.goals.all()}
        if not own & goals:
            kept.append(indicator)
            goals |= own
    rest = [indicator for indicator in ranked if indicator not in kept]
    return [*kept, *rest][:DEFAULT_COUNT]
