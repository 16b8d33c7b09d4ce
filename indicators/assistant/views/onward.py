"""After the reading: straight to the comparison when last year's recipe fits, else to what has to be checked."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import View

from indicators.assistant.access import upload_for
from indicators.assistant.drafts import draft_of
from indicators.assistant.readings import NotRead, is_ready, reading_of

from .comparing import is_readable


class OnwardView(View):
    """For people of the department of the file."""

    def get(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponse:
        upload = upload_for(request.user, pk)
        if not is_ready(upload):
            return redirect("assistant:progress", pk)
        try:
            found = reading_of(upload)
        except NotRead:
            return redirect("assistant:reading", pk)
        replayed = found.recipe_fits and is_readable(found) and not draft_of(upload).is_checked
        return redirect("assistant:comparing" if replayed and upload.indicator else "assistant:reading", pk)
