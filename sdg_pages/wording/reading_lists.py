"""The words and addresses of the list of articles: axes, filters that stay in the address, pages."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.formatting import format_date
from sdg_pages.models import EventPage
from sdg_pages.models.tagged import Axis
from sdg_pages.selectors.reading_list import KINDS, ReadingChoice, ReadingList, kind_label, reading_list


@dataclass(frozen=True, slots=True)
class Option:
    """A choice, with the address of the list once it is made."""

    value: str
    label: str
    is_chosen: bool
    address: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list."""

    page: Any
    address: str
    about: str
    goals: list[Any]


def list_context(index: Any, request: HttpRequest) -> dict[str, Any]:
    """Everything that `sdg_pages/article_index.html` reads."""
    choice = ReadingChoice.from_query(request.GET.dict())
    found = reading_list(index.locale.language_code, choice)
    return {
        "breadcrumb": [(index.title, "")],
        "found": found,
        "rows": [_row(page, request) for page in found.pages],
        "coming": [] if choice.axis or choice.kind else [_row(page, request) for page in found.coming],
        "axes": axes(choice),
        "kinds": [Option(value, str(label), choice.kind == value) for value, label in KINDS.items()],
        "goals": [Option(str(goal.number), str(goal), choice.goal == goal.number) for goal in found.goals],
        "issues": [Option(str(issue.number), str(issue), choice.issue == issue.number) for issue in found.issues],
        "applied": applied(found),
        "numbers": numbers(found),
    }


def axes(choice: ReadingChoice) -> list[Option]:
    """« Tout », then the three axes; the other filters are kept."""
    everything = Option("", _("Tout"), not choice.axis, address_of(replace(choice, axis="", page=1)))
    others = [
        Option(value, str(label), choice.axis == value, address_of(replace(choice, axis=value, page=1)))
        for value, label in Axis.choices
    ]
    return [everything, *others]


def applied(found: ReadingList) -> list[Option]:
    """The filters in force, each with the address of the list without it."""
    choice = found.choice
    kind = str(KINDS.get(choice.kind, ""))
    goals = [Option("odd", str(goal), True, address_of(replace(choice, goal=0, page=1))) for goal in found.goals]
    issues = [Option("enjeu", str(issue), True, address_of(replace(choice, issue=0, page=1))) for issue in found.issues]
    return [
        *([Option("type", kind, True, address_of(replace(choice, kind="", page=1)))] if kind else []),
        *(one for one, goal in zip(goals, found.goals, strict=True) if goal.number == choice.goal),
        *(one for one, issue in zip(issues, found.issues, strict=True) if issue.number == choice.issue),
    ]


def numbers(found: ReadingList) -> list[Option]:
    """Pages of the list, when there are several."""
    if found.page_count == 1:
        return []
    chosen = found.choice.page
    return [
        Option(str(number), str(number), number == chosen, address_of(replace(found.choice, page=number)))
        for number in range(1, found.page_count + 1)
    ]


def address_of(choice: ReadingChoice) -> str:
    """The query string of a choice, `?` alone when it is open: a link to the list itself."""
    pairs = {
        "axe": choice.axis,
        "type": choice.kind,
        "odd": choice.goal or "",
        "enjeu": choice.issue or "",
        "page": choice.page if choice.page > 1 else "",
    }
    return f"?{urlencode({name: value for name, value in pairs.items() if value})}"


def _row(page: Any, request: HttpRequest) -> Row:
    return Row(page, page.get_url(request) or "", about(page), list(page.goals.all()))


def about(page: Any) -> str:
    """« Analyse, 3 novembre 2026 », « Événement, 12 janvier 2027, Nantes », « Outil, Carsat, gratuit »."""
    parts = [str(kind_label(page))]
    if isinstance(page, EventPage):
        parts += [format_date(page.starts_at), _("à distance") if page.is_online else page.place]
    elif hasattr(page, "provider"):
        parts += [page.provider, page.cost]
    else:
        parts += [format_date(page.first_published_at)] if page.first_published_at else []
    return ", ".join(part for part in parts if part)
