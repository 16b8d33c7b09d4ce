"""Screen 4: the update as its reviewer reads it, and as everybody else who may see it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from indicators.assistant.access import release_for
from indicators.assistant.forms import APPROVE, DecisionForm, WithdrawalForm
from indicators.assistant.screens.comparison import comparison_screen
from indicators.assistant.screens.errors import form_errors, refused_decision
from indicators.assistant.screens.release import release_screen
from indicators.comparison import Comparison, compare_release
from indicators.models import Release
from indicators.services.review import approve_release, request_changes
from indicators.services.review_submission import submit_release
from indicators.services.second_thoughts import cancel_date, read_file_again
from indicators.services.withdrawal import withdraw_release
from portal.review import ReviewOutdated, ReviewRefused

from .frame import AssistantView
from .paging import shown_rows


class ReleaseView(AssistantView):
    """For everybody who may see the update; the form is for those who may decide."""

    header_icon = "history"
    template_name = "indicators/release/release.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.release = release_for(request.user, kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.screen()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        other = {"submit": self.submit, "reread": self.reread, "unschedule": self.unschedule}
        if action := other.get(request.POST.get("action", "")):
            return action()
        form = DecisionForm(request.POST)
        if not form.is_valid():
            return self.screen(form, errors=form_errors(form, _("Votre décision n’est pas complète")), status=422)
        try:
            return self.decide(form.cleaned_data)
        except ReviewOutdated:
            return self.screen(DecisionForm(request.POST), outdated=True, status=409)
        except (ReviewRefused, ValidationError) as problem:
            return self.screen(form, errors=refused_decision(problem), status=422)

    def decide(self, data: dict[str, Any]) -> HttpResponse:
        """Approve, or ask for a correction."""
        user = self.request.user
        if data["decision"] != APPROVE:
            request_changes(release=self.release, user=user, comment=data["comment"])
            messages.success(self.request, _("Correction demandée. Rien n’a changé en ligne."))
            return redirect("assistant:release", self.release.pk)
        approve_release(
            release=self.release,
            user=user,
            comment=data["comment"],
            go_live_at=data["go_live_at"],
            compared_with=data["compared_with"],
        )
        planned = _("Approuvé. Les chiffres seront en ligne à la date choisie.")
        messages.success(self.request, planned if data["go_live_at"] else _("Approuvé. Les chiffres sont en ligne."))
        return redirect("assistant:release", self.release.pk)

    def reread(self) -> HttpResponse:
        """Back to the reading of the file, to correct it."""
        try:
            upload = read_file_again(release=self.release, user=self.request.user)
        except ReviewRefused as problem:
            return self.screen(errors=refused_decision(problem), status=422)
        return redirect("assistant:reading", upload.pk)

    def unschedule(self) -> HttpResponse:
        """Take the date back."""
        try:
            cancel_date(release=self.release, user=self.request.user)
        except ReviewRefused as problem:
            return self.screen(errors=refused_decision(problem), status=422)
        messages.success(self.request, _("Publication annulée. La mise à jour est de nouveau un brouillon."))
        return redirect("assistant:release", self.release.pk)

    def submit(self) -> HttpResponse:
        """Hand a draft, or a corrected update, to review again."""
        try:
            submit_release(release=self.release, user=self.request.user, go_live_at=self.release.go_live_at)
        except (ReviewRefused, ValidationError) as problem:
            return self.screen(errors=refused_decision(problem), status=422)
        messages.success(self.request, _("Soumis à la relecture. Une autre personne doit donner son accord."))
        return redirect("assistant:release", self.release.pk)

    def screen(
        self, form: Any = None, *, errors: Any = None, outdated: bool = False, status: int = 200
    ) -> HttpResponse:
        comparison, rows = compare_release(self.release), shown_rows(self.request)
        changes = comparison_screen(
            comparison, territory=rows.territory, every=rows.every, page=rows.page, shows_all=rows.shows_all
        )
        shown = release_screen(self.release, self.request.user, changes)
        return self.page(
            status,
            release=self.release,
            screen=shown,
            changes=changes,
            outdated=outdated or shown.redone,
            form=decision_form(form, self.release, comparison),
            withdrawal=WithdrawalForm() if shown.withdraws else None,
            **rows.context(reverse("assistant:release_rows", args=[self.release.pk])),
            errors=errors,
            state_tag=shown.state,
            upload=None,
        )

    def get_page_title(self) -> str:
        return _("Relecture\u00a0: %(indicator)s") % {"indicator": self.release.indicator.title}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        home = {"url": reverse("wagtailadmin_home"), "label": _("Accueil")}
        listing = {"url": reverse("wagtailsnippets_indicators_release:list"), "label": _("Mises à jour")}
        return [home, listing, {"label": str(self.release)}]


class WithdrawView(ReleaseView):
    """Takes an update offline, with a reason. For those who review these figures."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return redirect("assistant:release", pk)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = WithdrawalForm(request.POST)
        if not form.is_valid():
            return self.screen(errors=form_errors(form, _("Le retrait demande une raison")), status=422)
        try:
            former = withdraw_release(release=self.release, user=request.user, reason=form.cleaned_data["reason"])
        except ReviewRefused as problem:
            return self.screen(errors=refused_decision(problem), status=422)
        again = (
            _("Retirée. La version %(number)s est de nouveau en ligne.") % {"number": former.number} if former else ""
        )
        messages.success(request, again or _("Retirée. Plus aucun chiffre n’est en ligne pour cet indicateur."))
        return redirect("assistant:release", pk)


def decision_form(form: Any, release: Release, comparison: Comparison) -> Any:
    """The form, always tied to the comparison that this page shows."""
    compared_with = comparison.published.pk if comparison.published else None
    if form is None:
        wish = {"when": "date", "go_live_at": release.go_live_at} if release.go_live_at else {}
        return DecisionForm(initial={"compared_with": compared_with, **wish})
    form.data = form.data.copy()
    form.data["compared_with"] = compared_with or ""
    return form
