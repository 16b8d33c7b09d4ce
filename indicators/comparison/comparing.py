"""A comparison as the assistant, the reviewer and the command line read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from indicators.importing.comparison import REPLACES, Differences, compare_snapshots
from indicators.importing.observations import Reading
from indicators.importing.snapshots import Snapshot, snapshot_of
from indicators.models import Indicator, Release
from indicators.selectors.territories import enclosing_territories

from .counts import Counts, counts_of
from .losses import Loss, losses_of
from .rows import PAGE, ComparedRow, all_rows, compared_rows, pairs_of
from .series import SeriesPair, series_pair, territories_with_totals
from .stored import snapshot_of_release
from .territory_names import TerritoryName, territory_names
from .vanished import VanishedGroup, missing_periods, missing_territories, vanished_by_period, vanished_by_territory

NAMES_KEPT = 200


@dataclass(frozen=True)
class Comparison:
    """Everything is computed on columns; names are asked of the database for the rows that are shown only."""

    indicator: Indicator
    published: Release | None
    scope: str
    differences: Differences

    @cached_property
    def counts(self) -> Counts:
        return counts_of(self.differences)

    @cached_property
    def losses(self) -> list[Loss]:
        """What has to be accepted by name."""
        return losses_of(self.differences)

    @property
    def is_first(self) -> bool:
        """Nothing is published yet."""
        return self.published is None

    @property
    def is_same(self) -> bool:
        """The figures are exactly those that are published."""
        return self.differences.is_same

    @property
    def digest(self) -> str:
        """Fingerprint of what the release would hold."""
        return self.differences.digest

    def count(self, kind: str) -> int:
        """Rows of a kind: new, revised, vanished, status_changed, suspects. Raises KeyError for another word."""
        return len(pairs_of(self.differences, kind))

    def rows(self, kind: str, offset: int = 0, limit: int = PAGE) -> list[ComparedRow]:
        """A page of them, suspected ones first (one query)."""
        return compared_rows(self.differences, kind, offset, limit)

    def every_row(self, kind: str) -> Iterator[ComparedRow]:
        """All of them, for a download."""
        return all_rows(self.differences, kind)

    @cached_property
    def vanished_by_territory(self) -> list[VanishedGroup]:
        return vanished_by_territory(self.differences)

    @cached_property
    def vanished_by_period(self) -> list[VanishedGroup]:
        return vanished_by_period(self.differences)

    @cached_property
    def missing_territories(self) -> list[TerritoryName]:
        """Published territories that the file does not name, by name."""
        keys = missing_territories(self.differences, self.scope)
        names = territory_names(keys, self.differences.before.unknown)
        return sorted(names.values(), key=lambda place: (place.name, place.code))

    @cached_property
    def missing_periods(self) -> list[str]:
        return missing_periods(self.differences, self.scope)

    @cached_property
    def reading_territory(self) -> int | None:
        """Key of the focus or of the nearest enclosing territory with totals, else of the one with the most of them."""
        known = territories_with_totals(self.differences.after)
        near = next((place.pk for place in enclosing_territories() if place.pk in known), None)
        return near or max(known, key=lambda key: (known[key], -key), default=None)

    @cached_property
    def series(self) -> SeriesPair | None:
        """The line before and after at the reading territory; None when there is no total at all."""
        return self.series_of(self.reading_territory) if self.reading_territory else None

    def series_of(self, territory: int) -> SeriesPair:
        """The line before and after of any territory, by its database key."""
        return series_pair(self.differences.before, self.differences.after, territory)

    def summary(self) -> dict[str, Any]:
        """For JSON: counts, losses and what is missing, some hundreds of names at most."""
        missing = [place.name for place in self.missing_territories]
        return {
            "published_version": self.published.number if self.published else None,
            "scope": self.scope,
            "counts": self.counts.as_dict(),
            "losses": [loss.as_dict() for loss in self.losses],
            "missing_territories": missing[:NAMES_KEPT],
            "missing_territory_count": len(missing),
            "missing_periods": self.missing_periods[:NAMES_KEPT],
        }


def compare(
    *,
    indicator: Indicator,
    published: Release | None,
    reading: Reading | None = None,
    release: Release | None = None,
    scope: str = REPLACES,
) -> Comparison:
    """A file just read, or a release already written, beside what is published.

    `scope` (`adds` or `replaces`) applies to a file; a release is always complete. Raises DuplicateObservations.
    """
    proposed: Snapshot = snapshot_of(reading) if reading is not None else snapshot_of_release(release)
    scope = scope if reading is not None else REPLACES
    differences = compare_snapshots(snapshot_of_release(published), proposed, scope=scope)
    return Comparison(indicator, published, scope, differences)


def compare_release(release: Release) -> Comparison:
    """A release beside what is published now, as its reviewer reads it; a release that is online, beside nothing."""
    published = Release.objects.filter(publication__indicator=release.indicator_id).exclude(pk=release.pk).first()
    return compare(indicator=release.indicator, published=published, release=release)
