"""The release calendar. Open to everybody; cached until the next publication."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.selectors.calendar import release_calendar
from indicators.wording.calendar import by_month, calendar_line
from indicators.wording.ics import ics_file
from portal.branding import branding
from portal.public_pages import generation_of, public_page


@public_page()
def calendar_page(request: HttpRequest) -> HttpResponse:
    """Open to everybody. What is expected by month, what is overdue, what was published or called off, and why."""
    found = release_calendar()
    context = {
        "late": [calendar_line(entry) for entry in found.late],
        "months": by_month(found.upcoming),
        "next": calendar_line(found.upcoming[0]) if found.upcoming else None,
        "past": [calendar_line(entry) for entry in found.past],
        "breadcrumb": [(_("Calendrier des mises à jour"), "")],
    }
    return render(request, "indicators/calendar.html", context)


@public_page()
def calendar_file(request: HttpRequest) -> HttpResponse:
    """Open to everybody. The same calendar for a diary: a file, or an address to subscribe to."""
    found = release_calendar()
    identity = branding(generation=generation_of(request))
    name = _("Mises à jour des chiffres, %(site)s") % {"site": identity.site_name}
    text = ics_file([*found.late, *found.upcoming, *(one for one in found.past if one.changes)], name, timezone.now())
    headers = {"Content-Disposition": 'inline; filename="calendrier.ics"'}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)
