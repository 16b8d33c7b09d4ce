"""The page of a goal, found by its number."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.public_pages import public_page
from sdg_pages.models import SdgPage


def public_goal_page(number: int) -> SdgPage:
    """The live page of that goal in the language in force, with its goal (one query); Http404 otherwise."""
    found = SdgPage.objects.live().filter(goal=number, locale__language_code=get_language())
    page = found.select_related("goal", "locale").order_by("pk").first()
    if page is None:
        raise Http404(_("Aucun objectif n’a ce numéro."))
    return page


@public_page()
def goal_detail(request: HttpRequest, number: int) -> HttpResponse:
    """Open to everybody. Straight to the page: walking down the tree to it would cost a dozen queries."""
    return public_goal_page(number).rendered(request)
