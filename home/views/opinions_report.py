"""Admin: what readers said of each page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.opinions import latest_comments, opinions_by_page

DAYS = 90


@require_safe
def opinions_report(request: HttpRequest) -> HttpResponse:
    """For whoever works in the admin. Answers of the last 90 days by page, and the comments given last."""
    context = {"pages": opinions_by_page(days=DAYS), "comments": latest_comments(), "days": DAYS}
    return render(request, "home/admin/opinions.html", context)
