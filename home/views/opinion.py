"""« Cette page vous a-t-elle été utile ? »: a form on every page, that sets no cookie."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from home.opinions import TooManyOpinions, give_opinion

LONGEST_COMMENT = 1000
ANSWERS = {"1": True, "0": False}


@csrf_exempt  # a token needs a cookie: the browser says by itself where the form stands
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def opinion(request: HttpRequest) -> HttpResponse:
    """Open to everybody, from our own pages only. Keeps the answer or the comment, then says thank you."""
    address = page_address(request)
    context = {"page_address": address, "thanks": request.GET.get("merci", "") if address else ""}
    if request.method != "POST":
        return render(request, "home/opinion.html", context)
    refusal, status = refused(request, address)
    if not refusal:
        refusal, status = kept(request, address)
    if refusal:
        return render(request, "home/opinion.html", context | {"refusal": refusal}, status=status)
    step = "commentaire" if request.POST.get("commentaire") else "1"
    return redirect(f"{reverse('home:opinion')}?{urlencode({'page': address, 'merci': step})}")


def refused(request: HttpRequest, address: str) -> tuple[str, int]:
    """Why nothing can be kept, and the status that says so; empty when something can."""
    if not is_from_here(request):
        return _("Cet avis ne vient pas d’une page du site. Répondez depuis la page elle-même."), 403
    if not address:
        return _("La page dont vous parlez n’existe pas. Revenez à la page, puis répondez."), 400
    return "", 200


def kept(request: HttpRequest, address: str) -> tuple[str, int]:
    """Keep what was sent; why it was not, and the status that says so."""
    is_useful = ANSWERS.get(request.POST.get("u", ""))
    comment = request.POST.get("commentaire", "").replace("\x00", "").strip()[:LONGEST_COMMENT]
    if is_useful is None and not comment:
        return _("Choisissez oui ou non, ou écrivez un commentaire."), 400
    try:
        give_opinion(address=address, is_useful=is_useful, comment=comment)
    except TooManyOpinions:
        return _("Trop d’avis arrivent en ce moment. Réessayez dans une heure."), 429
    return "", 200


def is_from_here(request: HttpRequest) -> bool:
    """Does the browser say that the form stands on this site? One that says nothing at all is believed."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    origin = request.headers.get("Origin") or request.headers.get("Referer")
    return not origin or urlsplit(origin).netloc == request.get_host()


def page_address(request: HttpRequest) -> str:
    """The path of the page that is spoken of; empty when it is no address of the site."""
    parts = urlsplit((request.POST.get("page") or request.GET.get("page") or "").replace("\x00", " "))
    path = parts.path
    if parts.netloc or len(path) > 300 or not path.isprintable():
        return ""
    try:
        resolve(path.removeprefix(request.META.get("SCRIPT_NAME", "")))
    except Resolver404:
        return ""
    return path
