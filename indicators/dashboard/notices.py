"""« À surveiller » of those who write pages: frozen figures gone old, dead links, translations that lag behind."""

from collections.abc import Callable, Iterable
from typing import Any, cast

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.blocks.frozen import frozen_figures_with_newer_release
from indicators.dashboard.drafts import writes_pages
from portal.dashboard import Notice
from portal.formatting import quoted
from portal.generation import current_generation
from portal.localisation.following import translations_to_renew
from portal.models import LinkCheck

Place = tuple[int, str]
"""Identifier and title of a page."""
NAMES = 2
TEN_MINUTES = 600


def stale_figures(user: Any) -> list[Notice]:
    """« 4 figures figées ont une version plus récente » (reads every page, once in a generation or ten minutes)."""
    if not writes_pages(user):
        return []
    pages = kept("figures", lambda: [(one.page.pk, one.page.title) for one in frozen_figures_with_newer_release()])
    words = ngettext(
        "Une figure figée a une version plus récente",
        "%(count)s figures figées ont une version plus récente",
        len(pages),
    )
    return notices(words, len(pages), pages)


def dead_links(user: Any) -> list[Notice]:
    """« 2 liens ne répondent plus » (two queries)."""
    if not writes_pages(user):
        return []
    broken = list(LinkCheck.objects.broken().prefetch_related("pages"))
    pages = [(page.pk, page.title) for check in broken for page in check.pages.all()]
    words = ngettext("Un lien ne répond plus", "%(count)s liens ne répondent plus", len(broken))
    return notices(words, len(broken), pages)


def late_translations(user: Any) -> list[Notice]:
    """« 3 traductions sont en retard sur leur original » (three queries, once in a generation or ten minutes)."""
    if not writes_pages(user):
        return []
    pages = kept("translations", lambda: [(page.pk, page.title) for _translation, page in translations_to_renew()])
    words = ngettext(
        "Une traduction est en retard sur son original",
        "%(count)s traductions sont en retard sur leur original",
        len(pages),
    )
    return notices(words, len(pages), pages)


def kept(name: str, make: Callable[[], list[Place]]) -> list[Place]:
    """What is long to find, found again after each publication and at most ten minutes old."""
    key = f"watch-{name}-{current_generation()}"
    return cast("list[Place]", cache.get_or_set(key, make, TEN_MINUTES))


def notices(words: str, count: int, pages: Iterable[Place]) -> list[Notice]:
    """One line that leads to the first page concerned, and names some of them; none when there is nothing."""
    places = list(dict.fromkeys(pages))
    if not count or not places:
        return []
    return [Notice(words % {"count": count}, reverse("wagtailadmin_pages:edit", args=[places[0][0]]), names(places))]


def names(places: list[Place]) -> str:
    """« Dans « Méthode », « Achats » et 2 autres pages »."""
    shown = ", ".join(quoted(title) for _pk, title in places[:NAMES])
    rest = len(places) - NAMES
    if rest <= 0:
        return _("Dans %(names)s") % {"names": shown}
    words = ngettext("Dans %(names)s et %(count)s autre page", "Dans %(names)s et %(count)s autres pages", rest)
    return words % {"names": shown, "count": rest}
