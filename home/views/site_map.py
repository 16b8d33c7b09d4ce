"""The map of the site, for people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from home.site_map import goal_branches, page_branches, view_links
from portal.addresses import site_address
from portal.public_pages import public_page


@public_page()
def site_map(request: HttpRequest) -> HttpResponse:
    """Open to everybody. Every public page and every published indicator."""
    language = get_language() or "fr"
    context = {
        "pages": page_branches(language),
        "views": view_links(),
        "goals": goal_branches(language),
        "breadcrumb": [(_("Accueil"), site_address()), (_("Plan du site"), "")],
    }
    return render(request, "home/site_map.html", context)
