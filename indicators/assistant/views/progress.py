"""While a long file is read, or its figures written: a bar, and the way on when it is done.

The posts of the assistant ask for a reading. This page asks again only when nobody is at it and there is no result: the
task was lost, the person came back with another language, or a territory was added meanwhile.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from indicators.assistant.access import upload_for
from indicators.assistant.background import is_waiting, start_reading
from indicators.assistant.readings import is_ready
from indicators.assistant.screens import steps
from indicators.models import Upload
from indicators.selectors.uploads import sealed_import

from .frame import AssistantView


class ProgressView(AssistantView):
    """For people of the department of the file; reloads itself without JavaScript."""

    step = steps.READ
    page_title = _("Importer un fichier, lecture en cours")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.upload = upload_for(request.user, pk)
        if not is_waiting(self.upload):
            if is_done(self.upload):
                return redirect(next_address(self.upload))
            start_reading(self.upload)
            self.upload.refresh_from_db()
        return self.page(template="progress", upload=self.upload, steps=self.step_list())


class ProgressData(View):
    """The same as JSON, for our script. For people of the department of the file."""

    def get(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> JsonResponse:
        upload = upload_for(request.user, pk)
        done = not is_waiting(upload)
        return JsonResponse({"percent": 100 if done else upload.progress, "done": done, "next": next_address(upload)})


def have_read(upload: Upload) -> None:
    """Ask for a reading with the answers that the file has now, unless it is at hand or under way."""
    if not is_ready(upload):
        start_reading(upload)


def is_done(upload: Upload) -> bool:
    """Is there nothing left to wait for?"""
    return upload.state in (Upload.State.IMPORTED, Upload.State.REFUSED, Upload.State.ABANDONED) or is_ready(upload)


def next_address(upload: Upload) -> str:
    """Where the person goes when the work is done."""
    found = sealed_import(upload)
    if found and upload.state == Upload.State.IMPORTED:
        return reverse("assistant:release", args=[found.release_id])
    return reverse("assistant:read", args=[upload.pk])
