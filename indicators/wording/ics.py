"""The release calendar as iCalendar (RFC 5545): one all-day event for each publication to come or called off."""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _

from indicators.models import PlannedRelease
from indicators.selectors.calendar import CalendarEntry
from indicators.wording.calendar import calendar_line
from portal.formatting import labelled

STATUSES = {
    PlannedRelease.Status.PROVISIONAL: "TENTATIVE",
    PlannedRelease.Status.CONFIRMED: "CONFIRMED",
    PlannedRelease.Status.CANCELLED: "CANCELLED",
    PlannedRelease.Status.PUBLISHED: "CONFIRMED",
}
LONGEST = 75
"""Octets of a line, its end not counted."""


def ics_file(entries: Iterable[CalendarEntry], name: str, stamp: datetime.datetime) -> str:
    """The whole file; the same publication keeps its identifier, and a moved date a higher sequence."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Observatoire//Calendrier//FR", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for entry in entries:
        lines += event(entry, stamp)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) + "\r\n" for line in lines)


def event(entry: CalendarEntry, stamp: datetime.datetime) -> list[str]:
    """One publication; what is expected in a month or a quarter stands on its last day."""
    line, day = calendar_line(entry), entry.published_on or entry.last_day
    names = ", ".join(link.title for link in line.links)
    details = [names, line.when, line.state, line.note, *line.history]
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.key}@{settings.WAGTAILADMIN_BASE_URL.split('//')[-1].split('/')[0]}",
        f"SEQUENCE:{len(entry.changes)}",
        f"DTSTAMP:{stamp.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + datetime.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(labelled(_('Chiffres'), line.name))}",
        f"DESCRIPTION:{escaped('. '.join(part.rstrip('.') for part in details if part))}",
        f"STATUS:{STATUSES[PlannedRelease.Status(entry.status)]}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def escaped(text: str) -> str:
    """A text value: backslash, comma, semicolon and line ends are escaped."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """Lines of 75 octets at most, never cut inside a character."""
    parts, current = [], ""
    for letter in line:
        if len((current + letter).encode()) > LONGEST:
            parts.append(current)
            current = " "
        current += letter
    return "\r\n".join([*parts, current])
