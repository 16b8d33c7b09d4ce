"""Screen 2: what was understood, corrected with a live preview."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.assistant.access import upload_for
from indicators.assistant.background import is_waiting, start_reading
from indicators.assistant.drafts import Draft, draft_of, keep_draft
from indicators.assistant.posted import posted_draft
from indicators.assistant.readings import NotRead, as_first_seen, is_ready, reading_of
from indicators.assistant.screens import steps
from indicators.assistant.screens.errors import ErrorLine, field_lines, missing_answers
from indicators.assistant.screens.reading import ReadingScreen
from indicators.assistant.sheets import sheet_form, sheet_of
from indicators.catalogue import territory_catalogue
from indicators.models import Upload
from indicators.services.new_indicator import discard_draft, write_sheet
from indicators.services.upload_reading import ASIDE, UploadReading, asks_new_look, stored_recipe_of
from indicators.services.uploads import abandon_upload

from .comparing import is_readable
from .frame import AssistantView, wants_fragment
from .progress import have_read
from .reading_context import build_screen, with_errors

WITH_RECIPE, WITHOUT_RECIPE = "with_recipe", "without_recipe"


class ReadingView(AssistantView):
    """For people of the department of the file. GET shows, POST keeps the answers and goes where the button says."""

    step = steps.READ
    page_title = gettext_lazy("Importer un fichier, vérifier la lecture")
    template_name = "indicators/assistant/reading.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.upload = upload_for(request.user, kwargs["pk"])
        if self.upload.state == Upload.State.IMPORTED:
            return redirect("assistant:comparing", self.upload.pk)
        if self.upload.state in (Upload.State.ABANDONED, Upload.State.REFUSED):
            return redirect("assistant:deposit")
        if request.method == "GET" and (is_waiting(self.upload) or not is_ready(self.upload)):
            return redirect("assistant:progress", self.upload.pk)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            found = reading_of(self.upload)
        except NotRead as problem:
            return self.not_read(problem)
        return self.screen(self.built(found))

    def not_read(self, problem: NotRead) -> HttpResponse:
        """Why the file cannot be read with these answers, and what can be put aside."""
        has_recipe = bool(stored_recipe_of(as_first_seen(self.upload))) and not asks_new_look(self.upload)
        steps = self.step_list()
        return self.page(
            422, template="not_read", problem=problem, steps=steps, upload=self.upload, has_recipe=has_recipe
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        action = request.POST.get("action", "preview")
        if action == "abandon":
            return self.ask_before_abandoning()
        if action == "abandon_for_good":
            abandon_upload(upload=self.upload)
            discard_draft(upload=self.upload)
            messages.success(request, _("Import abandonné. Rien n’a été enregistré comme chiffre."))
            return redirect("assistant:deposit")
        if action == "forget":
            self.upload = keep_draft(self.upload, Draft(is_checked=True))
            have_read(self.upload)
            return redirect("assistant:reading", pk)
        if action in (WITH_RECIPE, WITHOUT_RECIPE):
            return self.read_again(aside=action == WITHOUT_RECIPE)
        return self.keep_and(action)

    def ask_before_abandoning(self) -> HttpResponse:
        """Keep what was answered, for those who change their mind, and ask."""
        with suppress(NotRead):
            before = reading_of(self.upload)
            changed = posted_draft(draft_of(self.upload), self.request.POST, before, territory_catalogue())
            self.upload = keep_draft(self.upload, changed)
        return self.page(template="abandon", steps=self.step_list(self.upload), upload=self.upload)

    def read_again(self, *, aside: bool) -> HttpResponse:
        """With or without the recipe of last year: the answers of the other reading are put away, the rest is kept."""
        draft = draft_of(self.upload)
        answers = {ASIDE: "1"} if aside else {}
        changed = replace(draft, answers=answers, decisions={}, decided={}, groups={}, is_checked=True)
        self.upload = keep_draft(self.upload, changed)
        return redirect("assistant:reading", self.upload.pk)

    def keep_and(self, action: str) -> HttpResponse:
        """Keep the answers, then preview, leave, or compare."""
        if is_waiting(self.upload) or not is_ready(self.upload):
            return self.too_early()
        draft = draft_of(self.upload)
        try:
            before = reading_of(self.upload)
            changed = posted_draft(draft, self.request.POST, before, territory_catalogue())
            self.upload = keep_draft(self.upload, changed)
            if action == "later":
                messages.success(self.request, _("Brouillon gardé. Vous le retrouverez ici, à reprendre."))
                return redirect("assistant:deposit")
            if not is_ready(self.upload):
                start_reading(self.upload)
                return redirect("assistant:progress", self.upload.pk)
            found = reading_of(self.upload)
        except NotRead as problem:
            return self.not_read(problem)
        if action == "compare":
            return self.compare(found)
        return (
            self.screen(self.built(found))
            if wants_fragment(self.request)
            else redirect("assistant:reading", self.upload.pk)
        )

    def too_early(self) -> HttpResponse:
        """Answers are understood against a reading: while there is none, they are not taken, and the page says so."""
        have_read(self.upload)
        messages.warning(
            self.request, _("Le fichier est relu avant d’aller plus loin\u00a0: donnez vos dernières réponses ensuite.")
        )
        return redirect("assistant:progress", self.upload.pk)

    def compare(self, found: UploadReading) -> HttpResponse:
        """Go on when nothing is missing; else say what is."""
        form = sheet_form(self.upload, self.request.user, found, data=self.request.POST)
        screen = self.built(found, form)
        missing = [*screen.missing, *_faults(form)]
        if missing or not is_readable(found):
            return self.screen(with_errors(screen, missing), missing, status=422)
        if form:
            write_sheet(upload=self.upload, sheet=sheet_of(form, found), user=self.request.user)
        return redirect("assistant:comparing", self.upload.pk)

    def built(self, found: UploadReading, form: Any = None) -> ReadingScreen:
        form = form or sheet_form(self.upload, self.request.user, found)
        return build_screen(self.upload, found, self.request, form)

    def screen(self, screen: ReadingScreen, missing: list[ErrorLine] | None = None, status: int = 200) -> HttpResponse:
        """The page, or the part of it that our script replaces."""
        return self.page(
            status,
            template="reading_fragment" if wants_fragment(self.request) else "",
            screen=screen,
            errors=missing_answers(missing or []),
            upload=self.upload,
            saved_at=self.upload.saved_at,
            steps=self.step_list(self.upload),
        )


def _faults(form: Any) -> list[ErrorLine]:
    """The fields of the sheet that are wrong or empty."""
    if form is None or form.is_valid():
        return []
    return field_lines(form)
