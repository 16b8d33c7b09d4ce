"""The sorts of things that a visitor finds, in the order in which they are offered."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

INDICATOR, GOAL, ARTICLE, PRACTICE, TERM, PAGE = "indicator", "goal", "article", "practice", "term", "page"

LABELS = {
    INDICATOR: _("Indicateurs"),
    GOAL: _("Objectifs"),
    ARTICLE: _("Articles et ressources"),
    PRACTICE: _("Bonnes pratiques"),
    TERM: _("Glossaire"),
    PAGE: _("Pages"),
}
"""Name of a kind in the plural, for the filter."""

ONE = {
    INDICATOR: _("Indicateur"),
    GOAL: _("ODD"),
    ARTICLE: _("Article ou ressource"),
    PRACTICE: _("Bonne pratique"),
    TERM: _("Mot du glossaire"),
    PAGE: _("Page"),
}
"""Name of a kind in the singular, beside a result."""

_PAGES = {
    "sdg_pages.SdgPage": GOAL,
    "sdg_pages.SdgIndexPage": GOAL,
    "sdg_pages.ArticlePage": ARTICLE,
    "sdg_pages.ResourcePage": ARTICLE,
    "sdg_pages.EventPage": ARTICLE,
    "sdg_pages.ArticleIndexPage": ARTICLE,
}


def kind_of_page(page: Page) -> str:
    """The kind under which a page is found."""
    return _PAGES.get(page._meta.label, PAGE)
