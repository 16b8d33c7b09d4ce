"""All that the page of an indicator shows, in a fixed number of queries whatever the number of observations."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from indicators.models import Goal, Indicator, PriorityIssue, Publication, Release, Target, Territory
from indicators.models.territory import Level
from indicators.selectors.breakdowns import BreakdownView, ShownBreakdown, breakdown_views, shown_breakdown
from indicators.selectors.choices import MAP, OVER_TIME, RANKING, Choices, Comparators, comparators
from indicators.selectors.judging import judge_rows
from indicators.selectors.maps import TerritoryMap, Zone, map_zones, territory_map
from indicators.selectors.related import related_indicators
from indicators.selectors.rows import Row, last_known, of_usual_granularity, total_rows, total_rows_of_period
from indicators.selectors.standing import Standing, standing_among
from indicators.selectors.territories import (
    enclosing_territories,
    peers_of,
    reading_territory,
    territories_by_key,
)
from indicators.selectors.units import is_amount
from indicators.selectors.versions import Version, versions_of
from indicators.trends import Judgement


@dataclass(frozen=True)
class TerritoryRows:
    """The series of a territory; the first of a page is the one that the indicator is read on."""

    territory: Territory
    rows: Sequence[Row]
    is_focus: bool


@dataclass(frozen=True)
class IndicatorPage:
    """Facts only: words and drawings are made from them elsewhere."""

    indicator: Indicator
    publication: Publication
    release: Release
    goals: list[Goal]
    targets: list[Target]
    issues: list[PriorityIssue]
    versions: list[Version]
    reading: Territory | None
    series: list[TerritoryRows]
    judgement: Judgement
    reference: Territory | None
    peers: list[Territory]
    peer_rows: dict[int, Row]
    comparators: Comparators
    choices: Choices
    views: list[BreakdownView] = field(default_factory=list)
    breakdown: ShownBreakdown | None = None
    standing: Standing | None = None
    zones: list[Zone] = field(default_factory=list)
    map: TerritoryMap | None = None
    related: list[Indicator] = field(default_factory=list)

    @property
    def is_current(self) -> bool:
        """Whether the release shown is the one that is public now."""
        return self.release.pk == self.publication.release_id

    @property
    def rows(self) -> Sequence[Row]:
        """The series of the reading territory."""
        return self.series[0].rows if self.series else []

    @cached_property
    def latest(self) -> Row | None:
        """The last observation that has a value."""
        return last_known(self.rows)

    @property
    def is_amount(self) -> bool:
        """Whether the value grows with the size of the territory, so that comparing it says nothing."""
        return is_amount(self.indicator)

    @property
    def shows_breakdown(self) -> bool:
        return self.breakdown is not None

    @property
    def shows_ranking(self) -> bool:
        return self.choices.view == RANKING and self.standing is not None

    @property
    def shows_time(self) -> bool:
        return not (self.shows_breakdown or self.shows_ranking or self.map)

    @property
    def unknown_view(self) -> bool:
        """Whether the address asks for a view that this release does not have."""
        return self.choices.view != OVER_TIME and self.shows_time


def indicator_page(indicator: Indicator, release: Release, choices: Choices) -> IndicatorPage:
    """Read the page of an indicator as `release` tells it: at most 16 queries, and only the rows that are shown."""
    chain = enclosing_territories()
    chain_rows = total_rows(release, [place.pk for place in chain])
    reading = reading_territory(chain, chain_rows)
    rows = of_usual_granularity(chain_rows[reading.pk]) if reading else []
    latest = last_known(rows)
    peers = peers_of(indicator, reading) if reading else []
    wider = _wider(chain, reading, chain_rows)
    asked = territories_by_key(choices.territories)
    near = [*wider, *peers, *asked.values()]
    at_latest = total_rows_of_period(release, {place.pk for place in near}, latest.period) if latest else {}
    known = [*at_latest, *[place.pk for place in wider]]
    found = comparators(choices, [*wider, *peers], asked, known, by_default=_by_default(indicator, reading))
    series = _series(release, reading, rows, found.chosen)
    views = breakdown_views(release, reading) if reading else []
    zones = map_zones(release, latest.period) if latest and not is_amount(indicator) else []
    reference = wider[0] if wider else None
    goals, issues = list(indicator.goals.all()), list(indicator.priority_issues.all())
    return IndicatorPage(
        indicator=indicator,
        publication=indicator.publication,
        release=release,
        goals=goals,
        targets=list(indicator.targets.select_related("goal")),
        issues=issues,
        versions=versions_of(indicator, indicator.publication),
        reading=reading,
        series=series,
        judgement=judge_rows(indicator, rows),
        reference=reference,
        peers=peers,
        peer_rows={place.pk: at_latest[place.pk] for place in [*wider, *peers] if place.pk in at_latest},
        comparators=found,
        choices=choices,
        views=views,
        breakdown=_breakdown(release, reading, views, choices, None if is_amount(indicator) else reference),
        standing=_standing(indicator, reading, latest, peers, at_latest),
        zones=zones,
        map=_map(release, reading, latest, zones, choices),
        related=related_indicators(indicator, goals, issues),
    )


def _breakdown(
    release: Release,
    reading: Territory | None,
    views: Sequence[BreakdownView],
    choices: Choices,
    reference: Territory | None,
) -> ShownBreakdown | None:
    view = next((view for view in views if view.key == choices.view), None)
    if view is None or reading is None:
        return None
    return shown_breakdown(
        release, reading, view, period=choices.period, chosen=choices.categories, reference=reference
    )


def _map(
    release: Release, reading: Territory | None, latest: Row | None, zones: Sequence[Zone], choices: Choices
) -> TerritoryMap | None:
    """The map asked for: the zone chosen, else that of the reading territory, else the one with the most values."""
    if choices.view != MAP or not zones or reading is None or latest is None:
        return None
    by_scheme = {zone.scheme: zone for zone in zones}
    zone = by_scheme.get(choices.zone) or by_scheme.get(reading.scheme) or zones[0]
    return territory_map(release, reading, zone, period=latest.period, asked=choices.period)


def _standing(
    indicator: Indicator,
    reading: Territory | None,
    latest: Row | None,
    peers: Sequence[Territory],
    rows: dict[int, Row],
) -> Standing | None:
    """None for an amount, whose order is that of the sizes of the territories."""
    if reading is None or latest is None or is_amount(indicator):
        return None
    return standing_among(indicator, reading, latest, peers, rows)


def _by_default(indicator: Indicator, reading: Territory | None) -> int:
    """Lines beside the first one before anybody chooses: the reference, and two peers where likeness is known."""
    if is_amount(indicator):
        return 0
    return 3 if reading and reading.population else 1


def _wider(chain: Sequence[Territory], reading: Territory | None, rows: dict[int, list[Row]]) -> list[Territory]:
    """Territories with a series around the reading one, the widest country first: it is the reference."""
    if reading is None:
        return []
    around = [place for place in chain[chain.index(reading) + 1 :] if place.pk in rows and place.level != Level.COMMUNE]
    countries = [place for place in around if place.level == Level.COUNTRY]
    return [*countries, *[place for place in reversed(around) if place not in countries]]


def _series(
    release: Release, reading: Territory | None, rows: Sequence[Row], chosen: Sequence[Territory]
) -> list[TerritoryRows]:
    """The reading territory and those that it is compared with (one query), all with the same length of period."""
    if reading is None:
        return []
    found = total_rows(release, [place.pk for place in chosen])
    length = rows[0].granularity if rows else ""
    others = [
        TerritoryRows(place, [row for row in found.get(place.pk, []) if row.granularity == length], is_focus=False)
        for place in chosen
    ]
    return [TerritoryRows(reading, rows, is_focus=True), *others]
