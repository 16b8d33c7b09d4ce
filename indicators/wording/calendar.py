"""The release calendar in words: dates as exact as they are known, states, what moved and why."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from indicators.models import DateChange, PlannedRelease
from indicators.models.planned_release import Precision
from indicators.selectors.calendar import CalendarEntry
from portal.formatting import clauses, format_date, format_period

NAMES = 4


@dataclass(frozen=True, slots=True)
class Link:
    """An indicator of the entry."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """An entry ready to be written."""

    key: str
    when: str
    name: str
    links: Sequence[Link]
    more: int
    state: str
    note: str
    history: Sequence[str]
    is_late: bool
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of a month."""

    title: str
    lines: Sequence[CalendarLine]


def calendar_line(entry: CalendarEntry) -> CalendarLine:
    """« 15 décembre 2026, Insee, Filosofi : taux de pauvreté. Provisoire. »"""
    links = [Link(str(one.title), reverse("indicators:detail", args=[one.slug])) for one in entry.indicators[:NAMES]]
    return CalendarLine(
        key=entry.key,
        when=capfirst(shown_date(entry)),
        name=f"{entry.source.producer}, {entry.source.name}",
        links=links,
        more=max(0, len(entry.indicators) - NAMES),
        state=state_in_words(entry),
        note=estimate_words() if entry.is_estimate else entry.note,
        history=[change_in_words(change) for change in entry.changes],
        is_late=entry.is_late,
        is_cancelled=entry.status == PlannedRelease.Status.CANCELLED,
    )


def shown_date(entry: CalendarEntry) -> str:
    """When it came, else when it is expected."""
    if entry.published_on:
        return when_in_words(entry.published_on, Precision.DAY)
    return when_in_words(entry.expected, entry.precision)


def by_month(entries: Iterable[CalendarEntry]) -> list[Month]:
    """Entries in the order given, under the month of their last day."""
    grouped: dict[str, list[CalendarLine]] = {}
    for entry in entries:
        grouped.setdefault(f"{entry.last_day:%Y-%m}", []).append(calendar_line(entry))
    return [Month(capfirst(format_period(month)), lines) for month, lines in grouped.items()]


def when_in_words(expected: datetime.date, precision: str) -> str:
    """« 15 décembre 2026 », « décembre 2026 », « 4e trimestre 2026 »."""
    if precision == Precision.MONTH:
        return format_period(f"{expected:%Y-%m}")
    if precision == Precision.QUARTER:
        return format_period(f"{expected.year}-Q{(expected.month + 2) // 3}")
    return format_date(expected)


def state_in_words(entry: CalendarEntry) -> str:
    """« provisoire », or that it is late."""
    return _("en retard") if entry.is_late else str(PlannedRelease.Status(entry.status).label)


def estimate_words() -> str:
    """What stands beside a date that nobody announced."""
    return _("Date estimée d’après le rythme de la source.")


def change_in_words(change: DateChange) -> str:
    """« Reportée : 15 décembre 2026, puis 31 janvier 2027 ; enquête prolongée »."""
    old = when_in_words(change.old_expected, change.old_precision)
    return clauses([moved_in_words(change, old), str(change.reason).rstrip(".")]) + "."


def moved_in_words(change: DateChange, old: str) -> str:
    """Called off, put off, brought forward, or the same time said otherwise."""
    if change.new_expected is None:
        return _("Annulée, attendue d’abord\u00a0: %(old)s") % {"old": old}
    words = {"old": old, "new": when_in_words(change.new_expected, change.new_precision)}
    if change.days_moved > 0:
        return _("Reportée\u00a0: %(old)s, puis %(new)s") % words
    if change.days_moved < 0:
        return _("Avancée\u00a0: %(old)s, puis %(new)s") % words
    return _("Précision changée\u00a0: %(old)s, puis %(new)s") % words
