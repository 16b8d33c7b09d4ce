"""Public pages of the indicators. Open to everybody; cached until the next publication."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from indicators.models import Indicator, Release
from indicators.selectors import Choices, indicator_page, published_indicator, readable_release
from indicators.selectors.choices import PARAMETERS
from indicators.selectors.versions import versions_of
from indicators.views.context import indicator_context
from indicators.wording.absence import no_indicator, no_release
from portal.public_pages import public_page


def public_indicator(slug: str) -> Indicator:
    """The published indicator of that address; NotHere, a Http404, otherwise."""
    indicator = published_indicator(slug)
    if indicator is None:
        raise no_indicator(slug)
    return indicator


def public_release(indicator: Indicator, number: int | None) -> Release:
    """The release that is public now, or the former one of that number; NotHere, a Http404, otherwise."""
    if number is None:
        release = indicator.publication.release
    else:
        found = readable_release(indicator, number)
        if found is None:
            raise no_release(indicator, number)
        release = found
    release.indicator = indicator
    return release


@public_page(*PARAMETERS)
def indicator_detail(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """Open to everybody. The page of an indicator, as its public release tells it or as a former one did."""
    indicator = public_indicator(slug)
    release = public_release(indicator, number)
    page = indicator_page(indicator, release, Choices.from_query(request.GET))
    return render(request, "indicators/indicator.html", indicator_context(page))


@public_page()
def version_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Open to everybody. The releases of an indicator, each with its public note."""
    indicator = public_indicator(slug)
    address = reverse("indicators:detail", args=[slug])
    context = {
        "indicator": indicator,
        "versions": versions_of(indicator, indicator.publication),
        "address": address,
        "breadcrumb": [
            (_("Indicateurs"), reverse("indicators:list")),
            (indicator.title, address),
            (_("Versions"), ""),
        ],
    }
    return render(request, "indicators/versions.html", context)
