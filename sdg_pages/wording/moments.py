"""When something happens, in words."""

from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from portal.formatting import format_date
from portal.formatting.numbers import is_french


def when(start: datetime, end: datetime | None) -> str:
    """« 12 janvier 2027, de 9 h à 12 h 30 », « du 12 janvier 2027 au 14 janvier 2027 », in local time."""
    first, last = localtime(start), localtime(end) if end else None
    if last is None:
        return _("%(day)s à %(hour)s") % {"day": format_date(first), "hour": hour(first)}
    if first.date() == last.date():
        words = {"day": format_date(first), "first": hour(first), "last": hour(last)}
        return _("%(day)s, de %(first)s à %(last)s") % words
    return _("du %(first)s au %(last)s") % {"first": format_date(first), "last": format_date(last)}


def hour(moment: datetime) -> str:
    """« 9 h 30 », “9:30”."""
    if not is_french():
        return f"{moment.hour}:{moment.minute:02d}"
    return f"{moment.hour}\u00a0h\u00a0{moment.minute:02d}" if moment.minute else f"{moment.hour}\u00a0h"
