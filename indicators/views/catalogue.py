"""The catalogue of the indicators, filtered by its address, and the same list as a file. Open to everybody."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from indicators.downloads.list_file import list_csv
from indicators.selectors import filters as asked
from indicators.selectors.filters import PARAMETERS, Filters
from indicators.selectors.searching import MOST_OTHERS, CatalogueSearch, search_catalogue
from indicators.selectors.side_by_side.asked import MOST_INDICATORS, address_query
from indicators.wording import catalogue as words
from indicators.wording.cards import list_row
from portal.formatting import format_size
from portal.public_pages import public_page


@public_page(*PARAMETERS)
def indicator_list(request: HttpRequest) -> HttpResponse:
    """Open to everybody. The published indicators that the address asks for, a page at a time."""
    search = search_catalogue(request.GET)
    return render(request, "indicators/list.html", _list_context(search))


@public_page(*PARAMETERS)
def indicator_list_csv(request: HttpRequest) -> HttpResponse:
    """Open to everybody. Every indicator that the same address lists, on all its pages."""
    text = list_csv(search_catalogue(request.GET).found, _absolute())
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="indicateurs.csv"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _absolute() -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse("indicators:list")


def _list_context(search: CatalogueSearch) -> dict[str, Any]:
    filters, address = search.filters, reverse("indicators:list")
    return {
        "search": search,
        "title": words.title_words(search.everything),
        "summary": words.summary(search),
        "found": words.found_words(len(search.found)),
        "order": words.ORDER_LABELS[filters.order],
        "typed": " ".join(filters.values(asked.WORDS)),
        "goals": words.goal_choices(search),
        "trends": words.trend_choices(search),
        "selects": words.selects(search),
        "chips": [
            (words.applied_words(search, one), address + filters.without(one).query()) for one in filters.applied
        ],
        "rows": [list_row(card) for card in search.shown],
        "pages": [(number, address + filters.query(number)) for number in range(1, search.pages + 1)],
        "others": _others(search, address),
        "address": address,
        "compared": _comparison(search),
        "most_compared": MOST_INDICATORS,
        "csv": reverse("indicators:list_csv") + filters.query(),
        "csv_size": format_size(len(list_csv(search.found, _absolute()).encode())),
    }


def _others(search: CatalogueSearch, address: str) -> dict[str, Any] | None:
    if search.relaxed is None:
        return None
    wider: Filters = search.filters.without(search.relaxed.removed)
    rows = [list_row(card) for card in search.relaxed.cards[:MOST_OTHERS]]
    return {"words": words.others_words(search), "rows": rows, "address": address + wider.query()}


def _comparison(search: CatalogueSearch) -> str:
    """The address that compares the first indicators listed."""
    slugs = tuple(card.indicator.slug for card in search.found[:MOST_INDICATORS])
    return reverse("compare:page") + address_query(slugs, ())
