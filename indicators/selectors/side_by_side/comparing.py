"""Everything that the page « Comparer » shows, in a number of queries that does not grow with what is compared."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from indicators.breakdown_keys import TOTAL
from indicators.models import Indicator, Observation, Territory
from indicators.selectors.rows import FIELDS, Row, by_territory
from indicators.selectors.side_by_side.asked import MOST_INDICATORS, MOST_OTHERS, Asked, address_query
from indicators.selectors.side_by_side.columns import (
    MOST_OFFERED,
    chosen_columns,
    peers_of_focus,
    reading_chains,
    wider_places,
)
from indicators.selectors.side_by_side.defaults import default_indicators
from indicators.selectors.side_by_side.lines import Line, line_of
from indicators.selectors.territories import enclosing_territories, territory_key
from portal.sorting import reading_order


@dataclass(frozen=True)
class Comparison:
    """Facts only. The first column is the territory of the observatory."""

    asked: Asked
    columns: list[Territory]
    lines: list[Line]
    published: list[Indicator]
    peers: list[Territory]
    wider: list[Territory]

    @property
    def focus(self) -> Territory:
        return self.columns[0]

    @cached_property
    def reference_rank(self) -> int:
        """The column that the focus is compared with in words: the first one of which something can be said."""
        ranks = range(1, len(self.columns))
        return next((rank for rank in ranks if any(line.verdict_against(rank) for line in self.lines)), 1)

    @property
    def reference(self) -> Territory | None:
        return self.columns[self.reference_rank] if len(self.columns) > 1 else None

    def verdict(self, line: Line) -> str:
        """Whether the focus does better or worse than the reference; empty when it cannot be said."""
        return line.verdict_against(self.reference_rank)

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(line.indicator.slug for line in self.lines)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(territory_key(place) for place in self.columns[1:])

    @cached_property
    def offered(self) -> list[Territory]:
        """Territories offered at once: those chosen, the country, the region, the nearest peers."""
        near = [*self.wider[:1], *self.peers[:4], *self.wider[1:2]]
        return list(dict.fromkeys([*self.columns[1:], *near]))[: max(MOST_OFFERED, len(self.columns) - 1)]

    @property
    def curve(self) -> Line | None:
        """The line drawn over time: the one asked for, else the first that has a figure."""
        drawn = [line for line in self.lines if any(cell.value is not None for cell in line.cells[:1])]
        return next((line for line in drawn if line.indicator.slug == self.asked.curve), drawn[0] if drawn else None)

    @property
    def unknown_indicators(self) -> bool:
        known = {indicator.slug for indicator in self.published}
        return any(slug not in known for slug in self.asked.indicators)

    @property
    def unknown_territories(self) -> bool:
        known = {territory_key(place) for place in self.columns}
        return any(key not in known for key in self.asked.territories[:MOST_OTHERS])

    @property
    def has_too_many(self) -> bool:
        return len(self.asked.indicators) > MOST_INDICATORS or len(self.asked.territories) > MOST_OTHERS

    def query(self, *, without: str = "", curve: str = "") -> str:
        """The address of this view, or of the same with one indicator less."""
        return address_query(tuple(slug for slug in self.slugs if slug != without), self.keys, curve)


def compare(asked: Asked) -> Comparison | None:
    """Read what is asked for, else what is comparable (at most 11 queries); None without a territory of its own."""
    chain = enclosing_territories()
    if not chain:
        return None
    published = _published()
    peers = peers_of_focus(chain[0])
    columns = chosen_columns(asked.territories, chain, peers)
    chains = reading_chains(columns, chain)
    by_slug = {indicator.slug: indicator for indicator in published}
    chosen = [by_slug[slug] for slug in asked.indicators if slug in by_slug][:MOST_INDICATORS]
    chosen = chosen or default_indicators(published, columns, chains)
    rows = _rows(chosen, {place.pk for places in chains.values() for place in places})
    lines = [line_of(one, columns, chains, rows[one.publication.release_id]) for one in chosen]
    return Comparison(asked, columns, lines, published, peers, wider_places(chain))


def _published() -> list[Indicator]:
    """Every published indicator, by title (two queries)."""
    found = Indicator.objects.published().select_related("source", "publication__release").prefetch_related("goals")
    return sorted(found.order_by("pk"), key=lambda indicator: reading_order(str(indicator.title)))


def _rows(indicators: Sequence[Indicator], places: Iterable[int]) -> Mapping[int, dict[int, list[Row]]]:
    """The totals of these territories, by release (one query)."""
    releases = [indicator.publication.release_id for indicator in indicators]
    found = Observation.objects.filter(release__in=releases, territory__in=list(places), breakdown__key=TOTAL)
    grouped: dict[int, list[tuple]] = defaultdict(list)
    for release, *row in found.order_by("period_start", "period").values_list("release_id", *FIELDS):
        grouped[release].append(tuple(row))
    return defaultdict(dict, {release: by_territory(values) for release, values in grouped.items()})
