"""A page of results, ready to be written."""

import datetime
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.urls import get_script_prefix

from home.models import SearchEntry
from home.search.finding import Found, Match, find
from home.search.highlighting import Part, highlighted, passage
from home.search.kinds import INDICATOR, LABELS, ONE, PAGE
from home.search.query import Query
from home.search.spelling import corrected
from indicators.selectors import indicator_cards
from indicators.wording.cards import Row, list_row
from portal.formatting import typographic

PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class Result:
    """Something found, with its latest figure when it is an indicator."""

    kind: str
    address: str
    title: list[Part]
    passage: list[Part]
    date: datetime.date | None
    row: Row | None


@dataclass(frozen=True, slots=True)
class Facet:
    """A kind that the results may be narrowed to."""

    kind: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Results:
    """What is shown for a query."""

    query: Query
    found: Found
    kind: str
    page: Page
    results: list[Result]
    correction: str

    @property
    def count(self) -> int:
        return self.page.paginator.count

    @property
    def facets(self) -> list[Facet]:
        """Kinds that have results, when there are several."""
        counts = self.found.count_by_kind()
        present = [kind for kind in LABELS if counts.get(kind)]
        facets = [Facet(kind, str(LABELS[kind]), counts[kind], kind == self.kind) for kind in present]
        return facets if len(facets) > 1 else []


def search(query: Query, *, kind: str = "", page: str = "") -> Results:
    """At most three queries, and five more when an indicator is among the ten results that are shown."""
    found = find(query)
    kind = kind if found.count_by_kind().get(kind) else ""
    shown = Paginator(found.of_kind(kind), PER_PAGE).get_page(page)
    return Results(
        query=query,
        found=found,
        kind=kind,
        page=shown,
        results=_results(list(shown.object_list), query),
        correction=corrected(query, found.unknown),
    )


def _results(matches: list[Match], query: Query) -> list[Result]:
    entries = SearchEntry.objects.in_bulk([match.entry for match in matches])
    ordered = [entries[match.entry] for match in matches if match.entry in entries]
    rows = _rows({int(entry.reference) for entry in ordered if entry.kind == INDICATOR})
    return [_result(entry, query, rows) for entry in ordered]


def _rows(wanted: set[int]) -> dict[int, Row]:
    """The lines of these indicators as in the list of all of them."""
    cards = indicator_cards() if wanted else []
    return {card.indicator.pk: list_row(card) for card in cards if card.indicator.pk in wanted}


def _result(entry: SearchEntry, query: Query, rows: dict[int, Row]) -> Result:
    lines = [typographic(line) for line in (entry.summary, *entry.text.splitlines())]
    return Result(
        kind=str(ONE.get(entry.kind, ONE[PAGE])),
        address=get_script_prefix().rstrip("/") + entry.address,
        title=highlighted(typographic(entry.title), query),
        passage=highlighted(passage(lines, query), query),
        date=entry.date,
        row=rows.get(int(entry.reference)) if entry.kind == INDICATOR else None,
    )
