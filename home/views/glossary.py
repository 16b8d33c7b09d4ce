"""The glossary: every word of the site on one page, so that the browser's own search finds it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from home.wording.glossary import glossary_data, letters
from portal.models import Term
from portal.public_pages import public_page


@public_page()
def glossary(request: HttpRequest) -> HttpResponse:
    """Open to everybody. The published words, one query."""
    found = letters(Term.objects.published())
    context = {"letters": found, "structured": glossary_data(found), "breadcrumb": [(_("Glossaire"), "")]}
    return render(request, "home/glossary.html", context)
