"""What a visitor asks of the catalogue in the address. What means nothing there is left aside, and said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from indicators.models import PriorityIssue
from indicators.models.territory import Level
from indicators.selectors.choices import plain

WORDS, GOAL, TREND, ISSUE, LEVEL, DEPARTMENT, FRESHNESS = (
    "q",
    "odd",
    "tendance",
    "enjeu",
    "niveau",
    "direction",
    "fraicheur",
)
ORDER, PAGE = "tri", "page"
FILTERS = (WORDS, GOAL, TREND, ISSUE, LEVEL, DEPARTMENT, FRESHNESS)
SEVERAL = (GOAL, TREND)
"""Filters that may have several values: any of them is enough."""

PARAMETERS = (*FILTERS, ORDER, PAGE)

IMPROVES, STABLE, WORSENS, NOT_ASSESSED = "ameliore", "stable", "degrade", "inconnue"
TRENDS = (IMPROVES, STABLE, WORSENS, NOT_ASSESSED)
UP_TO_DATE, LATE = "a-jour", "en-retard"
RECENT, ALPHABETICAL, BY_GOAL = "recents", "alphabetique", "odd"
ORDERS = (RECENT, ALPHABETICAL, BY_GOAL)

LONGEST_SEARCH = 80


@dataclass(frozen=True, slots=True)
class Applied:
    """One value of one filter."""

    parameter: str
    value: str


@dataclass(frozen=True, slots=True)
class Filters:
    """The query string, cleaned."""

    applied: tuple[Applied, ...] = ()
    order: str = RECENT
    page: int = 1
    has_unknown: bool = False

    def values(self, parameter: str) -> list[str]:
        """The values of one filter; empty when it is not applied."""
        return [one.value for one in self.applied if one.parameter == parameter]

    def without(self, removed: Applied) -> "Filters":
        """The same choices with one filter less, from the first page."""
        return replace(self, applied=tuple(one for one in self.applied if one != removed), page=1)

    def query(self, page: int = 1) -> str:
        """The query string of these choices: empty, or with its question mark."""
        pairs = [(one.parameter, one.value) for one in self.applied]
        pairs += [(ORDER, self.order)] if self.order != RECENT else []
        pairs += [(PAGE, str(page))] if page > 1 else []
        return f"?{urlencode(pairs)}" if pairs else ""


def filters_from(query: QueryDict, departments: Sequence[str]) -> Filters:
    """Read the address (one query, for the priority issues); `departments` are the codes that exist."""
    known = _known_values(departments)
    asked = list(_asked(query))
    applied = [one for one in asked if one.parameter == WORDS or one.value in known[one.parameter]]
    order = query.get(ORDER, RECENT)
    page = query.get(PAGE, "1")
    return Filters(
        applied=tuple(dict.fromkeys(applied)),
        order=order if order in ORDERS else RECENT,
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 1,
        has_unknown=len(applied) < len(asked),
    )


def _asked(query: QueryDict) -> Iterator[Applied]:
    for parameter in FILTERS:
        values = [plain(value, LONGEST_SEARCH).strip() for value in query.getlist(parameter)[:20]]
        filled = [" ".join(value.split()) for value in values if value]
        yield from (Applied(parameter, value) for value in (filled if parameter in SEVERAL else filled[-1:]))


def _known_values(departments: Sequence[str]) -> dict[str, frozenset[str]]:
    numbers = PriorityIssue.objects.order_by("pk").values_list("pk", flat=True)
    return {
        GOAL: frozenset(str(number) for number in range(1, 18)),
        TREND: frozenset(TRENDS),
        ISSUE: frozenset(str(number) for number in numbers),
        LEVEL: frozenset(Level.values),
        DEPARTMENT: frozenset(departments),
        FRESHNESS: frozenset((UP_TO_DATE, LATE)),
    }
