"""Territories side by side on some indicators, and the same table as a file. Open to everybody."""

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indicators.downloads.comparison_file import comparison_csv, comparison_xlsx
from indicators.selectors.side_by_side import PARAMETERS, Asked, Comparison, compare
from indicators.views.compare_context import comparison_context
from indicators.views.downloads import XLSX
from indicators.views.typed_names import added, lookups
from portal.not_found import NotHere
from portal.public_pages import public_page


@public_page(*PARAMETERS)
def comparison_page(request: HttpRequest) -> HttpResponse:
    """Open to everybody. A name typed is added, and the address then keeps the whole choice."""
    asked = Asked.from_query(request.GET)
    comparison = compare(asked)
    if comparison is None:
        return render(request, "indicators/compare.html", {"comparison": None})
    found = lookups(asked, comparison)
    if address := added(comparison, found):
        return redirect(address)
    return render(request, "indicators/compare.html", comparison_context(comparison, found))


def asked_comparison(request: HttpRequest) -> Comparison | None:
    """What the address asks for. Raises NotHere when none of the indicators that it names is published."""
    comparison = compare(Asked.from_query(request.GET))
    slugs = set(request.GET.getlist("i"))
    if slugs and comparison and not slugs & {line.indicator.slug for line in comparison.lines}:
        raise NotHere(_("Aucun des indicateurs demandés n’est publié."))
    return comparison


@public_page(*PARAMETERS)
def comparison_csv_download(request: HttpRequest) -> HttpResponse:
    """Open to everybody. The table of the same address."""
    comparison = asked_comparison(request)
    text = comparison_csv(comparison, _base()) if comparison else ""
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    _name(response, "csv")
    return response


@require_safe
def comparison_xlsx_download(request: HttpRequest) -> HttpResponseBase:
    """Open to everybody. The table of the same address, as a workbook."""
    comparison = asked_comparison(request)
    empty = comparison or Comparison(Asked(), [], [], [], [], [])
    response = FileResponse(comparison_xlsx(empty, _base()), content_type=XLSX)
    _name(response, "xlsx")
    return response


def _base() -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse("indicators:list")


def _name(response: HttpResponseBase, suffix: str) -> None:
    response.headers["Content-Disposition"] = f'attachment; filename="comparaison.{suffix}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
