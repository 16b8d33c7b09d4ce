"""The figures of a goal as files. Open to everybody, streamed, answered 304 to who already has them."""

import hashlib
from collections.abc import Callable
from functools import wraps

from django.http import FileResponse, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indicators.downloads.xlsx_file import MOST_ROWS
from indicators.models import Indicator, Source
from indicators.policies.redistribution import producer_links
from portal.addresses import site_address
from portal.generation import current_generation
from portal.not_found import NotHere
from portal.slots import Link
from sdg_pages.downloads import GoalTable, goal_csv_lines, goal_table, goal_xlsx_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def goal_download(write: Callable[[GoalTable], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Decorate what writes a file: finds the figures of the goal, lets other sites and shared caches keep it."""

    @require_safe
    @wraps(write)
    def view(request: HttpRequest, number: int) -> HttpResponseBase:
        table = goal_table(number)
        if not table.releases or table.published_at is None:
            raise nothing_to_download(number)
        text = f"{current_generation()} {get_language()} {request.path}"
        etag, modified = f'W/"{hashlib.sha256(text.encode()).hexdigest()[:32]}"', int(table.published_at.timestamp())
        response = get_conditional_response(request, etag, modified) or write(table)
        response.headers["ETag"] = etag
        response.headers["Last-Modified"] = http_date(modified)
        response.headers["Cache-Control"] = "public, no-cache"
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    return view


@goal_download
def goal_csv(table: GoalTable) -> HttpResponseBase:
    """Open to everybody. Every published figure of the goal, with its source and its release."""
    response = StreamingHttpResponse(goal_csv_lines(table), content_type="text/csv; charset=utf-8")
    return _named(response, table, "csv")


@goal_download
def goal_xlsx(table: GoalTable) -> HttpResponseBase:
    """Open to everybody. The same table as a workbook; one longer than a sheet is only in CSV."""
    if table.line_count > MOST_ROWS:
        whole = Link(_("Télécharger en CSV"), reverse("goal_csv", args=[table.goal]))
        raise NotHere(_("Ces séries sont trop longues pour un classeur. Elles existent en CSV."), whole)
    return _named(FileResponse(goal_xlsx_file(table), content_type=XLSX), table, "xlsx")


def nothing_to_download(number: int) -> NotHere:
    """Says whether a licence keeps the figures of the goal here, and where their producers are (one query)."""
    page = Link(_("La page de l’objectif"), site_address("odd", number))
    sources = closed_sources(number)
    if not sources:
        return NotHere(_("Aucun chiffre de cet objectif n’est à télécharger."), page)
    words = ngettext(
        "La licence de la source de cet objectif ne permet pas de redistribuer ses chiffres.",
        "Les licences des %(count)s sources de cet objectif ne permettent pas de redistribuer leurs chiffres.",
        len(sources),
    )
    return NotHere(words % {"count": len(sources)}, *producer_links(sources), page)


def closed_sources(number: int) -> list[Source]:
    """The sources of the published figures of a goal that may only be read on the site."""
    used = Indicator.objects.published().filter(goals=number).values("source")
    return list(Source.objects.filter(pk__in=used, is_redistributable=False))


def _named(response: HttpResponseBase, table: GoalTable, suffix: str) -> HttpResponseBase:
    response.headers["Content-Disposition"] = f'attachment; filename="odd-{table.goal}.{suffix}"'
    return response
