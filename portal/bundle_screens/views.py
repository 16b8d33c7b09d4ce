"""The contents of a bundle, its preview and its publication. Each view says who may come in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.bundle_screens.candidates import candidate_key, candidates
from portal.bundles import (
    add_to_bundle,
    cancel_bundle,
    contents_of,
    may_preview,
    notify_teams,
    publish_bundle,
    remove_from_bundle,
)
from portal.models import Bundle, BundleItem
from portal.review import ReviewRefused

CHANGE = "portal.change_bundle"


def action(act: Callable[..., str]) -> Callable[..., HttpResponse]:
    """Decorate what changes a bundle: for those who prepare bundles, by POST, told in a sentence either way."""

    @require_POST
    @wraps(act)
    def view(request: HttpRequest, bundle_id: int, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        bundle = get_object_or_404(Bundle, pk=bundle_id)
        try:
            messages.success(request, act(request, bundle, **kwargs))
        except ReviewRefused as refusal:
            messages.error(request, str(refusal))
        return redirect("bundles:contents", bundle.pk)

    return view


@require_safe
def contents(request: HttpRequest, bundle_id: int) -> HttpResponse:
    """For those who prepare bundles and for the preview teams of this one."""
    bundle = get_object_or_404(Bundle, pk=bundle_id)
    if not may_preview(bundle, request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    may_change = request.user.has_perm(CHANGE) and bundle.state == Bundle.State.OPEN
    offered = [(candidate_key(one), one) for one in candidates(request.user)] if may_change else []
    context = {"bundle": bundle, "contents": contents_of(bundle), "may_change": may_change, "offered": offered}
    return render(request, "portal/bundles/contents.html", context)


@require_safe
def preview(request: HttpRequest, bundle_id: int, item_id: int) -> HttpResponse:
    """For the same people: the page of an item as it would be, from its latest revision."""
    bundle = get_object_or_404(Bundle, pk=bundle_id)
    if not may_preview(bundle, request.user):  # type: ignore[arg-type]
        raise PermissionDenied
    item = get_object_or_404(BundleItem, pk=item_id, bundle=bundle)
    subject = getattr(item.subject, "specific", item.subject)
    if subject is None or subject.latest_revision is None:
        raise Http404
    return subject.get_latest_revision_as_object().make_preview_request(request, subject.default_preview_mode)


@action
def add(request: HttpRequest, bundle: Bundle) -> str:
    """Puts one of the candidates of the person into the bundle."""
    chosen = {candidate_key(one): one for one in candidates(request.user)}.get(request.POST.get("subject", ""))
    if chosen is None:
        raise ReviewRefused(_("Choisissez un contenu de la liste."))
    add_to_bundle(bundle=bundle, subject=chosen)
    return _("«\u00a0%(title)s\u00a0» est dans le lot.") % {"title": chosen}


@action
def remove(request: HttpRequest, bundle: Bundle, item_id: int) -> str:
    """Takes an item out; it stays as it is, and goes to review again to be published alone."""
    remove_from_bundle(bundle=bundle, item_id=item_id)
    return _("Le contenu est retiré du lot. Pour le publier seul, envoyez-le de nouveau en relecture.")


@action
def publish(request: HttpRequest, bundle: Bundle) -> str:
    """Puts everything online now."""
    publish_bundle(bundle=bundle, user=request.user)  # type: ignore[arg-type]
    return _("Tout le lot est en ligne.")


@action
def cancel(request: HttpRequest, bundle: Bundle) -> str:
    """Gives the bundle up."""
    cancel_bundle(bundle=bundle, user=request.user)  # type: ignore[arg-type]
    return _("Le lot est abandonné. Ses contenus restent en brouillon.")


@action
def notify(request: HttpRequest, bundle: Bundle) -> str:
    """Writes to the preview teams."""
    address = settings.WAGTAILADMIN_BASE_URL + reverse("bundles:contents", args=[bundle.pk])
    count = notify_teams(bundle=bundle, address=address)
    if not count:
        raise ReviewRefused(_("Aucune équipe n’a de membre à prévenir : choisissez une équipe."))
    return _("Personnes prévenues\u00a0: %(count)s.") % {"count": count}
