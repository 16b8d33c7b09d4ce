"""The sections of the site's own applications: pages of the tree, indicators, and what views answer."""

from collections import defaultdict
from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.urls import Resolver404, get_script_prefix, resolve, reverse
from django.utils.translation import get_language
from wagtail.models import Page

from indicators.models import Indicator
from portal.addresses import site_address

Translations = dict[str, Page]

VIEWS = (
    "indicateurs",
    "comparer",
    "lien-rse-odd",
    "annuaire",
    "glossaire",
    "couverture",
    "calendrier",
    "signaux",
    "plan-du-site",
)
"""Addresses of the public contract that a view may answer; those that none answers are left out."""


class PageSitemap(Sitemap):
    """Live public pages, each with the languages in which it exists: two queries."""

    i18n = alternates = True

    def items(self) -> list[Translations]:
        """The pages that say the same thing, by language."""
        found: dict[object, Translations] = defaultdict(dict)
        for page in Page.objects.live().public().filter(depth__gt=1).select_related("locale").order_by("path"):
            found[page.translation_key][page.locale.language_code] = page
        return list(found.values())

    def get_languages_for_item(self, item: Translations) -> list[str]:
        return list(item)

    def location(self, item: Translations) -> str:
        return item[get_language() or "fr"].url or ""

    def lastmod(self, item: Translations) -> datetime | None:
        return max((page.last_published_at for page in item.values() if page.last_published_at), default=None)


class IndicatorSitemap(Sitemap):
    """Published indicators in both languages: one query."""

    i18n = alternates = True

    def items(self) -> list[Indicator]:
        return list(Indicator.objects.published().select_related("publication").order_by("slug"))

    def location(self, item: Indicator) -> str:
        return reverse("indicators:detail", args=[item.slug])

    def lastmod(self, item: Indicator) -> datetime:
        return item.publication.published_at


class ViewSitemap(Sitemap):
    """What is no page of the tree, in both languages: no query."""

    i18n = alternates = True

    def items(self) -> list[str]:
        return [word for word in VIEWS if is_view(word)]

    def location(self, item: str) -> str:
        return site_address(item)


def is_view(word: str) -> bool:
    """Does a view answer at that address of the contract, rather than a page of the tree or nothing?"""
    try:
        match = resolve("/" + site_address(word, language="fr").removeprefix(get_script_prefix()))
    except Resolver404:
        return False
    return match.url_name != "wagtail_serve"


def own_sections() -> list[tuple[str, Sitemap]]:
    """What the front door puts into `portal.slots.SITEMAP_SECTIONS`."""
    return [("pages", PageSitemap()), ("indicateurs", IndicatorSitemap()), ("rubriques", ViewSitemap())]
