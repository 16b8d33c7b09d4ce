"""Reading the release calendar: what is planned, what the rhythm of a source lets expect, what went online."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from django.db.models import Exists, OuterRef, Prefetch
from django.utils import timezone

from indicators.models import DateChange, Indicator, PlannedRelease, Publication, Source
from indicators.models.planned_release import Precision, last_day_of

PAST_SHOWN = 10


@dataclass(frozen=True)
class CalendarEntry:
    """Figures expected, published or called off. An estimate stands on the date of the source alone."""

    key: str
    source: Source
    indicators: Sequence[Indicator]
    expected: datetime.date
    precision: str
    status: str
    note: str = ""
    published_on: datetime.date | None = None
    changes: Sequence[DateChange] = field(default_factory=tuple)
    is_estimate: bool = False

    @property
    def last_day(self) -> datetime.date:
        """Until when it is not late."""
        return last_day_of(self.expected, self.precision)

    @property
    def is_open(self) -> bool:
        """Is it still to come?"""
        return self.status in (PlannedRelease.Status.PROVISIONAL, PlannedRelease.Status.CONFIRMED)

    @property
    def is_late(self) -> bool:
        """Should it be online by now?"""
        return self.is_open and self.last_day < timezone.localdate()


@dataclass(frozen=True)
class ReleaseCalendar:
    """The calendar in three parts: overdue, to come, done."""

    late: list[CalendarEntry]
    upcoming: list[CalendarEntry]
    past: list[CalendarEntry]


def release_calendar() -> ReleaseCalendar:
    """The whole public calendar (seven queries)."""
    planned = planned_entries()
    entries = planned + estimated_entries()
    still_open = sorted((one for one in entries if one.is_open), key=lambda one: (one.last_day, one.key))
    known = {(one.source.pk, one.published_on) for one in planned if one.published_on}
    closed = [one for one in planned if not one.is_open] + [
        one for one in published_entries() if (one.source.pk, one.published_on) not in known
    ]
    closed.sort(key=lambda one: (one.published_on or one.last_day, one.key), reverse=True)
    return ReleaseCalendar(
        late=[one for one in still_open if one.is_late],
        upcoming=[one for one in still_open if not one.is_late],
        past=closed[:PAST_SHOWN],
    )


def planned_entries() -> list[CalendarEntry]:
    """What was put in the calendar, for public indicators (three queries)."""
    rows = PlannedRelease.objects.select_related("source", "indicator__source", "indicator__publication")
    found = rows.prefetch_related(_public_indicators("source__indicators"), "changes").order_by("expected", "pk")
    entries = (_planned_entry(planned) for planned in found)
    return [entry for entry in entries if entry.indicators]


def estimated_entries() -> list[CalendarEntry]:
    """Sources that nobody planned and that have a date (two queries)."""
    planned = PlannedRelease.objects.open().filter(source=OuterRef("pk"))
    sources = Source.objects.filter(~Exists(planned), next_expected__isnull=False)
    return [
        CalendarEntry(
            key=f"source-{source.code}",
            source=source,
            indicators=list(source.indicators.all()),
            expected=cast("datetime.date", source.next_expected),
            precision=Precision.DAY,
            status=PlannedRelease.Status.PROVISIONAL,
            is_estimate=True,
        )
        for source in sources.prefetch_related(_public_indicators("indicators")).order_by("next_expected", "pk")
        if source.indicators.all()
    ]


def published_entries() -> list[CalendarEntry]:
    """What went online last, by day and source (one query)."""
    rows = Publication.objects.filter(indicator__live=True).select_related("indicator__source")
    grouped: dict[tuple[datetime.date, int], list[Indicator]] = {}
    for row in rows.order_by("-published_at", "-pk")[: PAST_SHOWN * 5]:
        day = timezone.localtime(row.published_at).date()
        grouped.setdefault((day, row.indicator.source_id), []).append(row.indicator)
    return [_published_entry(day, indicators) for (day, _source), indicators in grouped.items()][:PAST_SHOWN]


def _public_indicators(lookup: str) -> Prefetch:
    return Prefetch(lookup, queryset=Indicator.objects.published().order_by("title_fr"))


def _planned_entry(planned: PlannedRelease) -> CalendarEntry:
    own = planned.indicator
    is_public = own is not None and own.live and hasattr(own, "publication")
    everything = list(planned.source.indicators.all()) if planned.source else []
    return CalendarEntry(
        key=f"plan-{planned.pk}",
        source=planned.origin,
        indicators=[own] if own is not None and is_public else everything,
        expected=planned.expected,
        precision=planned.precision,
        status=planned.status,
        note=str(planned.note),
        published_on=planned.published_on,
        changes=list(planned.changes.all()),
    )


def _published_entry(day: datetime.date, indicators: Sequence[Indicator]) -> CalendarEntry:
    source = indicators[0].source
    return CalendarEntry(
        key=f"online-{day.isoformat()}-{source.code}",
        source=source,
        indicators=indicators,
        expected=day,
        precision=Precision.DAY,
        status=PlannedRelease.Status.PUBLISHED,
        published_on=day,
    )
