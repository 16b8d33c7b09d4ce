"""The list of published indicators, each with its latest figure: a fixed number of queries for the whole list."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from indicators.breakdown_keys import TOTAL
from indicators.models import Goal, Indicator, Observation, PriorityIssue, Territory
from indicators.models.territory import Level
from indicators.selectors.judging import judge_rows
from indicators.selectors.rows import Row, by_territory, last_known, of_usual_granularity
from indicators.selectors.territories import enclosing_territories, reading_territory
from indicators.selectors.units import is_amount
from indicators.trends import Judgement
from portal.sorting import reading_order


@dataclass(frozen=True)
class Card:
    """An indicator in a list."""

    indicator: Indicator
    goals: Sequence[Goal]
    reading: Territory | None
    rows: Sequence[Row]
    judgement: Judgement
    reference: Territory | None = None
    reference_row: Row | None = None
    """The country around the reading territory and its value for the latest period: none for an amount."""

    @property
    def latest(self) -> Row | None:
        return last_known(self.rows)

    @property
    def issues(self) -> list[PriorityIssue]:
        """Its priority issues: for cards read with `indicator_cards("priority_issues")`."""
        return list(self.indicator.priority_issues.all())

    @property
    def trend(self) -> str:
        """The code of the trend; a person's decision replaces the computed one."""
        return self.indicator.publication.release.override_trend or self.judgement.trend

    @property
    def days_late(self) -> int:
        """How many days the next figures are overdue; 0 when they are not."""
        expected: date | None = self.indicator.source.next_expected
        return max((timezone.localdate() - expected).days, 0) if expected else 0


def indicator_cards(*also: str) -> list[Card]:
    """Every published indicator, by title: five queries, and only the totals around the focus.

    `also` names other relations that the caller reads (`"targets"`): one query more for each.
    """
    indicators = (
        Indicator.objects.published()
        .select_related("source", "department", "publication__release")
        .prefetch_related("goals", *also)
    )
    chain = enclosing_territories()
    rows = _rows_by_release([indicator.publication.release_id for indicator in indicators], chain)
    cards = [_card(indicator, chain, rows[indicator.publication.release_id]) for indicator in indicators]
    return sorted(cards, key=lambda card: reading_order(str(card.indicator.title)))


def _rows_by_release(releases: Sequence[int], chain: Sequence[Territory]) -> dict[int, dict[int, list[Row]]]:
    found = Observation.objects.filter(
        release__in=releases, territory__in=[place.pk for place in chain], breakdown__key=TOTAL
    ).order_by("period_start", "period")
    grouped: dict[int, list[tuple]] = defaultdict(list)
    fields = ("release_id", "territory_id", "period", "period_start", "granularity", "value", "status", "note")
    for release, *row in found.values_list(*fields):
        grouped[release].append(tuple(row))
    return defaultdict(dict, {release: by_territory(rows) for release, rows in grouped.items()})


def _card(indicator: Indicator, chain: Sequence[Territory], rows: dict[int, list[Row]]) -> Card:
    reading = reading_territory(chain, rows)
    kept = of_usual_granularity(rows[reading.pk]) if reading else []
    judgement = judge_rows(indicator, kept)
    compared = _reference(indicator, chain, kept, rows)
    return Card(indicator, list(indicator.goals.all()), reading, kept, judgement, *compared)


def _reference(
    indicator: Indicator, chain: Sequence[Territory], own: Sequence[Row], rows: dict[int, list[Row]]
) -> tuple[Territory | None, Row | None]:
    """The first country of the chain that has a value for the latest period; none for an amount."""
    latest = last_known(own)
    if latest is None or is_amount(indicator):
        return None, None
    for place in chain:
        if place.level != Level.COUNTRY or place.pk == latest.territory:
            continue
        found = [row for row in rows.get(place.pk, []) if row.period == latest.period and row.value is not None]
        if found:
            return place, found[0]
    return None, None
