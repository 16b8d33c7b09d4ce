"""Catalogue tables out to a file and in from one, the import first as a dry run."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from indicators.exchange import (
    KINDS,
    ExchangeFileForm,
    PreviewExpired,
    UnreadableTable,
    download_name,
    opened,
    sealed,
    table_of,
    try_import,
    written,
)
from indicators.models import Indicator, Source, Territory
from indicators.resources import resource_for, rows_for

TABLES = {"indicators": Indicator, "sources": Source, "territories": Territory}
LISTS = {
    "indicators": "wagtailsnippets_indicators_indicator:list",
    "sources": "indicators_sources:index",
    "territories": "indicators_territories:index",
}


def require(request: HttpRequest, table: str, *actions: str) -> None:
    """Raises PermissionDenied for those who may do none of these with this table."""
    policy = policy_registry.get_by_type(TABLES[table])
    if not policy.user_has_any_permission(request.user, set(actions)):
        raise PermissionDenied


def export(request: HttpRequest, table: str, kind: str) -> HttpResponse:
    """The visible rows of a table, for whoever may see them."""
    require(request, table, "view", "change")
    dataset = resource_for(table, request.user).export(rows_for(table, request.user))
    response = HttpResponse(written(dataset, kind), content_type=KINDS[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{download_name(table, kind)}"'
    return response


def import_file(request: HttpRequest, table: str) -> HttpResponse:
    """Choose a file, read what it would change, confirm. For those who may change the table."""
    require(request, table, "change")
    form = ExchangeFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and "confirm" in request.POST:
        return confirmed(request, table)
    preview = None
    if request.method == "POST" and form.is_valid():
        preview = previewed(request, table, form)
    context = frame(table) | {"form": form, "preview": preview, "list_url": reverse(LISTS[table])}
    return TemplateResponse(request, "indicators/admin/exchange.html", context)


def frame(table: str) -> dict[str, Any]:
    """What Wagtail's header shows."""
    name = capfirst(TABLES[table]._meta.verbose_name_plural)
    return {
        "header_title": _("Importer un fichier : %(table)s") % {"table": name},
        "header_icon": "upload",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Accueil")},
            {"url": reverse(LISTS[table]), "label": name},
            {"url": "", "label": _("Importer un fichier")},
        ],
        "side_panels": None,
        "history_url": None,
        "index_results_url": None,
        "search_form": None,
        "filters": None,
        "header_buttons": [],
    }


def previewed(request: HttpRequest, table: str, form: ExchangeFileForm) -> dict[str, Any] | None:
    """What the file would change; the form says why when it cannot be read."""
    file = form.cleaned_data["file"]
    content = file.read()
    try:
        dataset = table_of(content, file.name)
    except UnreadableTable as error:
        form.add_error("file", str(error))
        return None
    outcome = try_import(resource_for(table, request.user), dataset, dry_run=True)
    return {"outcome": outcome, "file": file.name, "content": sealed(content, file.name, request.user)}


def confirmed(request: HttpRequest, table: str) -> HttpResponse:
    """The same import, kept this time; back to the form when its preview is too old."""
    try:
        content, name = opened(request.POST["confirm"], request.user)
    except PreviewExpired as late:
        messages.error(request, str(late))
        return redirect("indicators_exchange:import", table)
    outcome = try_import(resource_for(table, request.user), table_of(content, name), dry_run=False)
    if outcome.errors:
        messages.error(request, _("Rien n’a été importé : le catalogue a changé entre-temps, reprenez le fichier."))
    else:
        counts = {"new": outcome.new, "changed": outcome.changed}
        messages.success(request, _("%(new)s ligne(s) ajoutée(s), %(changed)s modifiée(s).") % counts)
    return redirect(LISTS[table])
