"""Addresses without a language."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.accent import accent_digest, accent_sheet
from portal.branding import branding
from portal.public_pages import generation_of


def language_redirect(request: HttpRequest) -> HttpResponse:
    """Open to everybody. `/` leads to the language that the browser asks for, French by default."""
    response = redirect(f"{request.path}{get_language_from_request(request)}/")
    response.headers["Vary"] = "Accept-Language"
    return response


@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """Open to everybody. 200 when the database answers: for a load balancer, it says nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@require_safe
def colours(request: HttpRequest, digest: str) -> HttpResponse:
    """Open to everybody. The accent of the site: kept for ever at its own address, asked again at a former one."""
    identity = branding(generation=generation_of(request))
    sheet = accent_sheet(identity.accent_light, identity.accent_dark)
    is_current = digest == accent_digest(identity.accent_light, identity.accent_dark)
    keep = "public, max-age=31536000, immutable" if is_current else "public, no-cache"
    return HttpResponse(sheet, content_type="text/css", headers={"Cache-Control": keep})


@never_cache
def session_lost(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Open to everybody. A form sent after its session ended: 403, with the way back; what was kept is still there.

    Public pages have no form that needs a session: whatever is posted to them is a method that they do not answer.
    """
    if not request.path_info.startswith("/cms/"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    return render(request, "403_csrf.html", {"here": request.path}, status=403)
