"""Admin: start a translation, send it to review, decide on it. Each is a POST, by people who may edit the page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from portal.review import ReviewRefused

from .drafting import draft_translation, start_translation, submit_translation


def editable(request: HttpRequest, page: Any) -> Any:
    """The page in its own class, for whoever may edit it; PermissionDenied otherwise."""
    specific = page.specific
    if not specific.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return specific


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, page_id: int, language: str) -> HttpResponse:
    """For those who may edit the page: says what will happen, then opens its translation, made when there is none."""
    page = editable(request, get_object_or_404(Page, pk=page_id))
    locale = get_object_or_404(Locale, language_code=language)
    if request.method == "GET":
        return render(request, "portal/localisation/start.html", {"page": page, "locale": locale})
    try:
        start_translation(page=page, locale=locale, user=request.user)  # type: ignore[misc]
    except ReviewRefused:
        messages.error(request, _("Traduisez d’abord la page qui contient celle-ci."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return redirect("wagtailadmin_pages:edit", page.get_translation(locale).pk)


@require_POST
def submit(request: HttpRequest, translation_id: int) -> HttpResponse:
    """For those who may edit the translated page: keeps a draft (`action=draft`) or sends it to review."""
    translation = get_object_or_404(Translation, pk=translation_id)
    page = editable(request, translation.get_target_instance())
    try:
        if request.POST.get("action") == "draft":
            draft_translation(translation=translation, user=request.user)  # type: ignore[misc]
            messages.success(request, _("Le brouillon de la traduction est gardé."))
        else:
            submit_translation(translation=translation, user=request.user)  # type: ignore[misc]
            messages.success(request, _("La traduction est en relecture\u00a0: une autre personne doit la lire."))
    except ReviewRefused as refusal:
        messages.error(request, str(refusal))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_POST
def decide(request: HttpRequest, page_id: int) -> HttpResponse:
    """For a reviewer who has not contributed: approves (`action=approve`) or sends back with a comment."""
    page = get_object_or_404(Page, pk=page_id).specific
    state = page.current_workflow_task_state
    comment = request.POST.get("comment", "").strip()
    try:
        if state is None:
            messages.error(request, _("Cette page n’est plus en relecture."))
        elif request.POST.get("action") == "approve":
            state.specific.approve(user=request.user, comment=comment)
            messages.success(request, _("La traduction est approuvée."))
        elif not comment:
            messages.error(request, _("Dites ce qui est à corriger."))
        else:
            state.specific.reject(user=request.user, comment=comment)
            messages.success(request, _("La traduction est renvoyée à son auteur."))
    except ReviewRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("wagtailadmin_pages:edit", page.pk)
