"""What every output says of a figure besides its value: unit, period, territory, source, date of its release."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from indicators.selectors import IndicatorPage
from portal.formatting import format_date, format_period, typographic


def released_at(page: IndicatorPage) -> datetime:
    """When the release shown went online."""
    published = page.publication.published_at
    return published if page.is_current else page.release.went_public_at or published


def release_words(page: IndicatorPage) -> str:
    """« Version 3 du 3 novembre 2026 »."""
    words = {"number": page.release.number, "day": format_date(released_at(page))}
    return _("Version %(number)s du %(day)s") % words


def source_words(page: IndicatorPage) -> str:
    """« Source : Insee, Base Tous salariés »."""
    source = page.indicator.source
    return typographic(_("Source\u00a0: %(producer)s, %(name)s") % {"producer": source.producer, "name": source.name})


def span_words(page: IndicatorPage) -> str:
    """« Nantes Métropole, 2013 à 2024 (provisoire) »; empty without a value."""
    known = [row for row in page.rows if row.value is not None]
    if not known or page.reading is None:
        return ""
    words = {
        "place": page.reading.name,
        "first": format_period(known[0].period),
        "last": format_period(known[-1].period),
    }
    pattern = _("%(place)s, %(first)s à %(last)s") if len(known) > 1 else _("%(place)s, %(last)s")
    span = pattern % words
    return f"{span} {_('(provisoire)')}" if known[-1].is_provisional else span


def unit_words(page: IndicatorPage) -> str:
    """« Unité : % »."""
    return _("Unité\u00a0: %(unit)s") % {"unit": page.indicator.unit}


def about_words(page: IndicatorPage) -> str:
    """Territory, periods, unit and release in one line."""
    return ". ".join(filter(None, [span_words(page), unit_words(page), release_words(page)])) + "."


def page_address(page: IndicatorPage) -> str:
    """Where the current figures of the indicator are read, whole."""
    return settings.WAGTAILADMIN_BASE_URL + reverse("indicators:detail", args=[page.indicator.slug])


def version_address(page: IndicatorPage) -> str:
    """Where this release stays, whatever is published afterwards, whole."""
    arguments = [page.indicator.slug, page.release.number]
    return settings.WAGTAILADMIN_BASE_URL + reverse("indicators:version", args=arguments)


def readable_address(page: IndicatorPage) -> str:
    """The address of the indicator without its protocol, for people to read and type."""
    return page_address(page).split("://", 1)[-1]
