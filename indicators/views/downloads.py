"""Downloads of an indicator, of its public release or of a former one. Open to everybody, streamed."""

import hashlib
from collections.abc import Callable
from functools import partial, wraps

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indicators.downloads import Selection, csv_lines, json_parts, metadata, selection, to_json, xlsx_file
from indicators.downloads.xlsx_file import MOST_ROWS
from indicators.models import Release
from indicators.policies.redistribution import require_redistributable
from indicators.selectors.choices import MOST_KEYS, plain
from indicators.selectors.territories import territories_by_key
from indicators.views.public import public_indicator, public_release
from portal.generation import current_generation
from portal.not_found import NotHere
from portal.slots import Link

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TOTALS = "ensemble"
Writer = Callable[[HttpRequest, Release], HttpResponseBase]


def download(write: Writer, *, holds_figures: bool = True) -> Callable[..., HttpResponseBase]:
    """Decorate what writes a file: finds the release, answers 304 to who has it, lets other sites read it.

    NotHere, a Http404, for a file of figures whose licence does not let us pass them on.
    """

    @require_safe
    @wraps(write)
    def view(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponseBase:
        indicator = public_indicator(slug)
        release = public_release(indicator, number)
        if holds_figures:
            require_redistributable(indicator)
        etag, modified = _validators(request, release)
        response = get_conditional_response(request, etag, modified) or write(request, release)
        response.headers["ETag"] = etag
        response.headers["Last-Modified"] = http_date(modified)
        response.headers["Cache-Control"] = "public, no-cache"
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    return view


@download
def csv_download(request: HttpRequest, release: Release) -> HttpResponseBase:
    """Open to everybody. `?t=` keeps some territories, `?ventilation=ensemble` the totals."""
    lines = csv_lines(_selection(request, release))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    return _named(response, release, "csv")


@download
def json_download(request: HttpRequest, release: Release) -> HttpResponseBase:
    """Open to everybody. Metadata and observations; the same choices as the CSV."""
    about = metadata(release, _page_address(release))
    response = StreamingHttpResponse(json_parts(_selection(request, release), about), content_type="application/json")
    return _named(response, release, "json")


@download
def xlsx_download(request: HttpRequest, release: Release) -> HttpResponseBase:
    """Open to everybody. A workbook; a release that is longer than a sheet is only in CSV and JSON."""
    provenance = getattr(release, "provenance", None)
    if provenance and provenance.observation_count > MOST_ROWS:
        page = Link(_("Voir les chiffres en ligne"), reverse("indicators:detail", args=[release.indicator.slug]))
        raise NotHere(_("Cette série est trop longue pour un classeur. Elle existe en CSV et en JSON."), page)
    file = xlsx_file(_selection(request, release), _page_address(release))
    return _named(FileResponse(file, content_type=XLSX), release, "xlsx")


@partial(download, holds_figures=False)
def metadata_download(request: HttpRequest, release: Release) -> HttpResponseBase:
    """Open to everybody. Unit, source, licence, release, definition, judgement."""
    return HttpResponse(to_json(metadata(release, _page_address(release))), content_type="application/json")


def _selection(request: HttpRequest, release: Release) -> Selection:
    keys = [plain(key, 100) for key in request.GET.getlist("t")[:MOST_KEYS]]
    places = territories_by_key(keys) if keys else {}
    if len(places) < len(set(keys)):
        raise NotHere(_("Un des territoires demandés n’existe pas."))
    totals_only = request.GET.get("ventilation") == TOTALS
    return selection(release, tuple(place.pk for place in places.values()), totals_only=totals_only)


def _validators(request: HttpRequest, release: Release) -> tuple[str, int]:
    """A tag that changes with every publication, and the date of this one."""
    published = release.indicator.publication.published_at
    text = f"{current_generation()} {release.pk} {get_language()} {request.get_full_path()}"
    return f'W/"{hashlib.sha256(text.encode()).hexdigest()[:32]}"', int(published.timestamp())


def _page_address(release: Release) -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse("indicators:detail", args=[release.indicator.slug])


def _named(response: HttpResponseBase, release: Release, suffix: str) -> HttpResponseBase:
    name = f"{release.indicator.code}-v{release.number}.{suffix}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
