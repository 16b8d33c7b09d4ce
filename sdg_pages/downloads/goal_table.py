"""One long table for a goal: a line an observation, each with its unit, source, licence and release."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from indicators.downloads.records import Record, Selection, records
from indicators.models import Indicator, Release
from portal.csv_safety import safe_cell
from portal.sorting import reading_order

COLUMNS = (
    "indicator",
    "title",
    "territory_scheme",
    "territory",
    "territory_name",
    "period",
    "breakdown",
    "value",
    "unit",
    "status",
    "note",
    "version",
    "published_on",
    "producer",
    "source",
    "licence",
    "page",
)
"""Names of columns, the same in both languages, so that a script reads either."""

VALUE = COLUMNS.index("value")


@dataclass(frozen=True, slots=True)
class GoalTable:
    """The public releases of a goal, by title of their indicators; `line_count` is what the file holds."""

    goal: int
    releases: list[Release]
    line_count: int
    published_at: datetime | None

    def lines(self) -> Iterator[tuple[Record, list[str]]]:
        """Stream the observations with their cells, safe to open in a spreadsheet: one query a release."""
        for release in self.releases:
            before, after = _constant_cells(release)
            for record in records(Selection(release)):
                yield record, [*before, *_cells(record, after)]


def goal_table(goal: int) -> GoalTable:
    """The figures of a goal whose licence lets us hand them on (one query)."""
    related = ("source", "publication__release__provenance")
    found = Indicator.objects.published().filter(goals=goal, source__is_redistributable=True).select_related(*related)
    indicators = sorted(found, key=lambda indicator: reading_order(str(indicator.title)))
    days = [indicator.publication.published_at for indicator in indicators]
    return GoalTable(
        goal=goal,
        releases=[_release(indicator) for indicator in indicators],
        line_count=sum(_line_count(indicator.publication.release) for indicator in indicators),
        published_at=max(days, default=None),
    )


def _release(indicator: Indicator) -> Release:
    release: Release = indicator.publication.release
    release.indicator = indicator
    return release


def _line_count(release: Release) -> int:
    provenance = getattr(release, "provenance", None)
    return provenance.observation_count if provenance else 0


def _constant_cells(release: Release) -> tuple[list[str], list[str]]:
    indicator, published = release.indicator, release.went_public_at
    source = indicator.source
    before = [safe_cell(indicator.code), safe_cell(str(indicator.title))]
    after = [
        str(release.number),
        localdate(published).isoformat() if published else "",
        safe_cell(source.producer),
        safe_cell(str(source.name)),
        safe_cell(source.licence),
        settings.WAGTAILADMIN_BASE_URL + reverse("indicators:detail", args=[indicator.slug]),
    ]
    return before, [safe_cell(str(indicator.unit)), *after]


def _cells(record: Record, constant: list[str]) -> list[str]:
    unit, *after = constant
    return [
        safe_cell(record.territory_scheme),
        safe_cell(record.territory),
        safe_cell(record.territory_name),
        record.period,
        safe_cell("; ".join(f"{name}={label}" for name, label in record.breakdown.items())),
        record.value_text,
        unit,
        ";".join(record.status),
        safe_cell(record.note),
        *after,
    ]
