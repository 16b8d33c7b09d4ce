"""Addresses without a language."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import never_cache


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


@never_cache
def session_lost(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Open to everybody. A form sent after its session ended: 403, with the way back; what was kept is still there."""
    return render(request, "403_csrf.html", {"here": request.path}, status=403)
