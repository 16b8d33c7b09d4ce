"""The directory of networks and local support, one part of the axis « Act »."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.addresses import site_address
from portal.public_pages import public_page
from sdg_pages.selectors.directory import directory


@public_page("odd")
def directory_page(request: HttpRequest) -> HttpResponse:
    """Open to everybody. Bodies that help companies, by audience, of one goal when the address names it."""
    asked = request.GET.get("odd", "")
    goal_number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 3 else 0
    found = directory(get_language() or "fr", goal_number)
    articles = (_("Agir"), f"{site_address('articles')}?axe=agir")
    context = {"directory": found, "breadcrumb": [articles, (_("Annuaire"), "")]}
    return render(request, "sdg_pages/directory.html", context)
