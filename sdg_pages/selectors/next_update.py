"""When the next figures of a goal are expected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from indicators.models import Indicator, PlannedRelease, Precision


@dataclass(frozen=True, slots=True)
class NextUpdate:
    """A date, how exactly it is known, and what is expected: an indicator, or a producer's source."""

    expected: date
    precision: str
    what: str


def next_update(indicators: Sequence[Indicator]) -> NextUpdate | None:
    """The nearest date that is not past: in the calendar, else what a source lets expect (one query, none for none)."""
    if not indicators:
        return None
    today = timezone.localdate()
    mine = Q(indicator__in=[one.pk for one in indicators]) | Q(source__in=[one.source_id for one in indicators])
    planned = PlannedRelease.objects.open().filter(mine, expected__gte=today)
    found = planned.select_related("indicator", "source").order_by("expected", "pk").first()
    return NextUpdate(found.expected, found.precision, _what(found)) if found else _estimate(indicators, today)


def _estimate(indicators: Sequence[Indicator], today: date) -> NextUpdate | None:
    dated: list[tuple[date, str]] = [
        (one.source.next_expected, str(one.title)) for one in indicators if one.source.next_expected is not None
    ]
    coming = [pair for pair in dated if pair[0] >= today]
    return NextUpdate(min(coming)[0], Precision.MONTH, min(coming)[1]) if coming else None


def _what(planned: PlannedRelease) -> str:
    if planned.indicator:
        return str(planned.indicator.title)
    return str(planned.source.name) if planned.source else ""
