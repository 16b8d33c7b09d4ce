"""After the reading: straight to the comparison when last year's recipe fits, else to what has to be checked."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import View

from indicators.assistant.access import upload_for
from indicators.assistant.drafts import draft_of
from indicators.assistant.readings import NotRead, is_ready, reading_of
from indicators.importing.refusals import FileRefused
from indicators.models import Upload
from indicators.services.uploads import refuse

from .comparing import is_readable


class OnwardView(View):
    """For people of the department of the file."""

    def get(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> HttpResponse:
        upload = upload_for(request.user, pk)
        if upload.state == Upload.State.REFUSED:
            return redirect(f"{reverse('assistant:deposit')}?refus={pk}")
        if not is_ready(upload):
            return redirect("assistant:progress", pk)
        try:
            found = reading_of(upload)
        except NotRead as problem:
            return self.refused(upload, problem)
        replayed = found.recipe_fits and is_readable(found) and not draft_of(upload).is_checked
        return redirect("assistant:comparing" if replayed and upload.indicator else "assistant:reading", pk)

    def refused(self, upload: Upload, problem: NotRead) -> HttpResponse:
        """A file that cannot be read before anything was answered is refused; else the answers are in the way."""
        if draft_of(upload).answers or not problem.code:
            return redirect("assistant:reading", upload.pk)
        refuse(upload, FileRefused(problem.code, problem.reason, problem.remedy))
        return redirect(f"{reverse('assistant:deposit')}?refus={upload.pk}")
