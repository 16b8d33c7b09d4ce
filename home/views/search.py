"""Searching the site."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from home.search.goals import goals_with_a_page
from home.search.query import read_query
from home.search.results import Results
from home.search.results import search as search_site
from portal.public_pages import public_page


@public_page("q", "type", "page")
def search(request: HttpRequest) -> HttpResponse:
    """Open to everybody. What is public and answers `q`, of one kind when `type` says so, ten on each page."""
    query = read_query(request.GET.get("q", ""), get_language() or "fr")
    results = search_site(query, kind=request.GET.get("type", ""), page=request.GET.get("page", ""))
    context = {
        "query": query,
        "results": results,
        "addresses": _addresses(results),
        "corrected_address": _address(q=results.correction),
        "goals": [] if results.count else goals_with_a_page(query.language),
    }
    return render(request, "home/search.html", context)


def _addresses(results: Results) -> dict[str, str]:
    """Addresses of all the results and of those that are shown, to which a page may be added."""
    everything = {"q": results.query.text}
    narrowed = everything | ({"type": results.kind} if results.kind else {})
    return {"all": _address(**everything), "narrowed": _address(**narrowed)}


def _address(**parameters: str) -> str:
    return f"{reverse('home:search')}?{urlencode(parameters)}"
