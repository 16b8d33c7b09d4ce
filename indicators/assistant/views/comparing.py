"""Screen 3: what would change online, what is lost, and the submission."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.assistant.access import upload_for
from indicators.assistant.background import is_many, is_waiting, start_writing
from indicators.assistant.drafts import draft_of, keep_draft
from indicators.assistant.forms import SubmissionForm
from indicators.assistant.readings import NotRead, is_ready, reading_of
from indicators.assistant.screens import steps
from indicators.assistant.screens.comparing import ComparingScreen, comparing_screen
from indicators.assistant.screens.comparison import comparison_screen
from indicators.assistant.screens.errors import refused_submission, unaccepted_losses
from indicators.assistant.screens.losses import unaccepted
from indicators.assistant.submission_draft import kept_submission, submission_of
from indicators.comparison import Comparison
from indicators.importing.problems import BLOCKING
from indicators.models import Upload
from indicators.selectors.uploads import sealed_import
from indicators.services.import_errors import ImportStopped
from indicators.services.importing import compare_upload
from indicators.services.upload_reading import UploadReading
from indicators.services.upload_submission import OPEN_STATES, claim_upload, release_claim, submit_upload
from portal.review import ReviewRefused

from .frame import AssistantView
from .paging import shown_rows


class ComparingView(AssistantView):
    """For people of the department of the file. POST keeps the draft or submits it."""

    step = steps.COMPARE
    page_title = gettext_lazy("Importer un fichier, comparer et soumettre")
    template_name = "indicators/assistant/comparing.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.upload = upload_for(request.user, kwargs["pk"])
        if self.upload.state not in OPEN_STATES:
            return self.elsewhere()
        if is_waiting(self.upload) or not is_ready(self.upload):
            return redirect("assistant:progress", self.upload.pk)
        try:
            self.found = reading_of(self.upload)
        except NotRead:
            return redirect("assistant:reading", self.upload.pk)
        if self.upload.indicator is None or not is_readable(self.found):
            return redirect("assistant:reading", self.upload.pk)
        return super().dispatch(request, *args, **kwargs)

    def elsewhere(self) -> HttpResponse:
        """A file that was submitted leads to its release, and says who was faster."""
        release = sealed_import(self.upload)
        if release is None:
            return self.interrupted()
        if self.request.method == "POST":
            messages.info(
                self.request, _("Ce fichier a déjà été soumis, par %(who)s.") % {"who": release.release.created_by}
            )
        return redirect("assistant:release", release.release_id)

    def interrupted(self) -> HttpResponse:
        """No complete update: it is being written, or the writing was killed and the file is open again."""
        if is_waiting(self.upload):
            return redirect("assistant:progress", self.upload.pk)
        if self.upload.state != Upload.State.IMPORTED:
            return redirect("assistant:deposit")
        release_claim(upload=self.upload)
        return redirect("assistant:comparing", self.upload.pk)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        draft = draft_of(self.upload)
        form = SubmissionForm(initial=kept_submission(draft))
        problem = Exception(draft.problem) if draft.problem else None
        return self.screen(form, self.compared(), accepted=draft.accepted, problem=problem)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form, accepted = SubmissionForm(request.POST), request.POST.getlist("accepted")
        self.upload = keep_draft(self.upload, submission_of(draft_of(self.upload), request.POST, accepted))
        if request.POST.get("action") != "submit":
            messages.success(request, _("Brouillon gardé. Vous le retrouverez ici, à reprendre."))
            return redirect("assistant:deposit")
        comparison = self.compared()
        shown = comparing_screen(self.upload, self.found, comparison, accepted, checked=True)
        if unaccepted(shown.losses) or not form.is_valid():
            return self.screen(form, comparison, accepted, checked=True, status=422)
        return self.submit(form, comparison, shown, accepted)

    def submit(
        self, form: SubmissionForm, comparison: Comparison, shown: ComparingScreen, accepted: list[str]
    ) -> HttpResponse:
        if not claim_upload(upload=self.upload):
            self.upload.refresh_from_db()
            return self.elsewhere()
        submission = shown.submission(form.cleaned_data, draft_of(self.upload))
        if is_many(self.found):
            start_writing(self.upload, self.request.user, form.cleaned_data)
            return redirect("assistant:progress", self.upload.pk)
        try:
            release = submit_upload(
                upload=self.upload,
                user=self.request.user,
                found=self.found,
                submission=submission,
                comparison=comparison,
            )
        except (ImportStopped, ReviewRefused, ValidationError) as problem:
            return self.screen(form, comparison, accepted, problem=problem, status=422)
        messages.success(self.request, _("Soumis à la relecture. Une autre personne doit donner son accord."))
        return redirect("assistant:release", release.pk)

    def compared(self) -> Comparison:
        return compare_upload(indicator=self.upload.indicator, found=self.found)

    def screen(
        self,
        form: SubmissionForm,
        comparison: Comparison,
        accepted: Any,
        *,
        checked: bool = False,
        problem: Exception | None = None,
        status: int = 200,
    ) -> HttpResponse:
        rows = shown_rows(self.request)
        shown = comparing_screen(self.upload, self.found, comparison, accepted, checked=checked)
        errors = refused_submission(problem) if problem else unaccepted_losses(shown.errors(form)) if checked else None
        return self.page(
            status,
            screen=shown,
            changes=comparison_screen(
                comparison, territory=rows.territory, every=rows.every, page=rows.page, shows_all=rows.shows_all
            ),
            **rows.context(reverse("assistant:rows", args=[self.upload.pk])),
            form=form,
            errors=errors,
            upload=self.upload,
            saved_at=self.upload.saved_at,
            steps=self.step_list(self.upload),
        )


def is_readable(found: UploadReading) -> bool:
    """Is there something to compare, and nothing left to decide?"""
    return bool(len(found.reading.table)) and not any(one.severity == BLOCKING for one in found.reading.problems)
