"""What can be taken away: the rows of a comparison; and the switch of what the file is."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST
from django.views.generic import View

from indicators.assistant.access import release_for, upload_for
from indicators.assistant.drafts import draft_of, keep_draft
from indicators.assistant.readings import NotRead, is_ready, reading_of
from indicators.assistant.rows_file import rows_response
from indicators.comparison import Comparison, compare_release
from indicators.importing.comparison import KINDS
from indicators.importing.merging import SCOPES
from indicators.services.importing import compare_upload
from indicators.services.upload_submission import OPEN_STATES

from .progress import have_read


class UploadRowsView(View):
    """The rows of a comparison before submission. For people of the department of the file."""

    def get(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponse:
        upload = upload_for(request.user, pk)
        if upload.indicator is None or upload.state not in OPEN_STATES or not is_ready(upload):
            raise Http404
        try:
            comparison = compare_upload(indicator=upload.indicator, found=reading_of(upload))
        except NotRead as problem:
            raise Http404 from problem
        return rows_of(request, comparison)


class ReleaseRowsView(View):
    """The rows of the comparison of an update. For everybody who may see the update."""

    def get(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponse:
        return rows_of(request, compare_release(release_for(request.user, pk)))


def rows_of(request: HttpRequest, comparison: Comparison) -> HttpResponse:
    """Every row of the kind that the address names."""
    kind = request.GET.get("lignes", "")
    if kind not in KINDS:
        raise Http404
    return rows_response(comparison, kind)


@require_POST
def change_scope(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the file is everything, or a part that is added. For people of the department of the file."""
    upload = upload_for(request.user, pk)
    if upload.state in OPEN_STATES and request.POST.get("scope") in SCOPES:
        have_read(keep_draft(upload, replace(draft_of(upload), scope=request.POST["scope"])))
    return redirect("assistant:comparing", pk)
