"""The page of a goal, found by its number."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.addresses import site_address
from portal.languages import follow_tree
from portal.not_found import NotHere
from portal.public_pages import public_page
from portal.slots import Link
from sdg_pages.models import SdgPage


@public_page()
def goal_detail(request: HttpRequest, number: int) -> HttpResponse:
    """Open to everybody: no page of a goal can be made private.

    Straight to the page (one query), because walking down the tree to it would cost a dozen. The tree is asked only
    where the switch of language has to lead elsewhere.
    """
    pages = {page.locale.language_code: page for page in _live_pages(number)}
    page = pages.get(get_language() or "")
    if page is None:
        index = Link(_("Les 17 objectifs"), site_address("odd"))
        raise NotHere(_("Aucun objectif n’a de page à cette adresse."), index)
    if len(pages) < len(settings.LANGUAGES):
        follow_tree(request, page)
    return page.rendered(request)


def _live_pages(number: int) -> list[SdgPage]:
    """The live pages of a goal, one a language, with their goal."""
    return list(SdgPage.objects.live().filter(goal=number).select_related("goal", "locale").order_by("-pk"))
