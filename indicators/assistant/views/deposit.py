"""Screen 1: drop the file as it was received."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.assistant.access import indicator_for, require_import
from indicators.assistant.background import is_long, start_reading
from indicators.assistant.forms import DepositForm
from indicators.assistant.screens import steps
from indicators.assistant.screens.deposit import DepositScreen, Refusal, drafts, updated
from indicators.importing.refusals import FileRefused
from indicators.models import Indicator, Upload
from indicators.permissions import visible_uploads
from indicators.services.upload_submission import OPEN_STATES
from indicators.services.uploads import AlreadyImported, receive_upload

from .frame import AssistantView
from .paging import whole_number

DRAFTS_SHOWN = 5


class DepositView(AssistantView):
    """For people who import figures; `?indicateur=CODE` chooses one of their own."""

    step = steps.DROP
    page_title = _("Importer un fichier, déposer")
    template_name = "indicators/assistant/deposit.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require_import(request.user)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        chosen = indicator_for(request.user, request.GET.get("indicateur", ""))
        form = DepositForm(user=request.user, initial={"indicator": chosen})
        refused = refused_upload(request)
        if refused is None:
            return self.screen(form, chosen)
        return self.screen(form, refused.indicator or chosen, refusal=refusal_of(refused), status=422)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = DepositForm(request.POST, request.FILES, user=request.user)
        chosen = indicator_for(request.user, request.POST.get("indicator", ""))
        if not form.is_valid():
            return self.screen(form, chosen, status=422)
        return self.receive(form, chosen)

    def receive(self, form: DepositForm, chosen: Indicator | None) -> HttpResponse:
        """Keep the file and read it; refused or known files come back to this screen."""
        file = form.cleaned_data["file"]
        try:
            upload = receive_upload(content=file.read(), name=file.name, user=self.request.user, indicator=chosen)
        except AlreadyImported as known:
            return self.screen(form, chosen, known=known)
        except FileRefused as refused:
            form.add_error("file", refused.reason)
            return self.screen(
                form, chosen, refusal=Refusal(file.name, file.size, refused.reason, refused.remedy), status=422
            )
        if is_long(upload):
            start_reading(upload)
            return redirect("assistant:progress", upload.pk)
        return redirect("assistant:read", upload.pk)

    def screen(
        self,
        form: DepositForm,
        chosen: Indicator | None,
        *,
        known: Any = None,
        refusal: Refusal | None = None,
        status: int = 200,
    ) -> HttpResponse:
        left = visible_uploads(self.request.user).filter(state__in=OPEN_STATES)
        self.chosen = chosen
        today: date = timezone.localdate()
        screen = DepositScreen(
            updated=updated(chosen, today) if chosen else None,
            refusal=refusal,
            known=known and known.release,
            known_url=reverse("assistant:release", args=[known.release.pk]) if known else "",
            drafts=drafts(left[:DRAFTS_SHOWN]),
        )
        return self.page(
            status, form=form, screen=screen, steps=self.step_list(), has_error=bool(form.errors or refusal)
        )


def refused_upload(request: HttpRequest) -> Upload | None:
    """The file whose reading was refused, that `?refus=` names, for those who may see it."""
    number = whole_number(request.GET.get("refus", ""))
    return visible_uploads(request.user).filter(pk=number, state=Upload.State.REFUSED).first() if number else None


def refusal_of(upload: Upload) -> Refusal:
    """Why it was refused, as kept on it."""
    return Refusal(upload.original_name, upload.size, upload.refusal["reason"], upload.refusal["remedy"])
