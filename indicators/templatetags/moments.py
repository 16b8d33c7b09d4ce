"""Times of day and moments, as people say them: `{% load moments %}`."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.formatting import format_date, format_short_day, is_french

register = template.Library()


@register.filter
def clock(moment: datetime | None) -> str:
    """`{{ upload.saved_at|clock }}`: « 10 h 42 », 10:42 in English, in the time zone of the site."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    if is_french():
        return f"{local.hour}\u00a0h\u00a0{local.minute:02d}"
    return f"{local.hour}:{local.minute:02d}"


@register.filter
def moment(value: datetime | None) -> str:
    """`{{ release.created_at|moment }}`: « aujourd’hui à 10 h 46 », « 12 novembre 2026 à 9 h 05 »."""
    if value is None:
        return ""
    day = timezone.localtime(value).date()
    words = _("aujourd’hui") if day == timezone.localdate() else format_date(day)
    return _("%(day)s à %(time)s") % {"day": words, "time": clock(value)}


@register.filter
def short_day(value: datetime | None) -> str:
    """`{{ line.moment|short_day }}`: « 20 nov. »."""
    return format_short_day(value) if value else ""
