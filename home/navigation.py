"""What the header and the foot of every page lead to: what exists and is online, nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.addresses import site_address
from portal.navigation import Navigation
from portal.slots import Link

FIRST_LEVEL = 3
ARTICLES, GOALS = "articles", "odd"
CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class FirstPage:
    """A page just below the home page."""

    title: str
    is_in_menus: bool
    has_pages: bool
    """Is there something online below it?"""


def first_pages(language: str) -> dict[str, FirstPage]:
    """The pages that are online at the first level of the site, by slug, in the order of the tree: one query."""
    below = Page.objects.live().filter(depth=FIRST_LEVEL + 1, path__startswith=OuterRef("path"))
    found = Page.objects.live().filter(depth=FIRST_LEVEL, locale__language_code=language).order_by("path")
    rows = found.annotate(has_pages=Exists(below)).values_list("slug", "title", "show_in_menus", "has_pages")
    return {slug: FirstPage(*facts) for slug, *facts in rows}


def menus(language: str) -> Iterator[Navigation]:
    """The header and the two columns of the foot of the pages: one query."""
    pages = first_pages(language)
    with override(language):
        yield Navigation(menu(pages), [column for column in (_figures(pages), _obligations(pages)) if column])


def menu(pages: dict[str, FirstPage]) -> list[Link]:
    """The main menu: what is built in, then the pages that an editor put in menus, then the search."""
    articles = pages.get(ARTICLES)
    return [
        *([Link(_("Objectifs"), site_address(GOALS))] if GOALS in pages else []),
        Link(_("Indicateurs"), reverse("indicators:list")),
        *views({"comparer": _("Comparer")}),
        *([Link(_("Articles"), site_address(ARTICLES))] if articles and articles.has_pages else []),
        *[
            Link(page.title, site_address(slug))
            for slug, page in pages.items()
            if page.is_in_menus and slug not in (ARTICLES, GOALS)
        ],
        *views({"recherche": _("Rechercher")}),
    ]


def _figures(pages: dict[str, FirstPage]) -> list[Link]:
    return [
        *texts(pages, {"methode": _("Méthode et sources"), "a-propos": _("À propos")}),
        *views({"glossaire": _("Glossaire"), "couverture": _("Ce qui est suivi, ce qui manque")}),
        *views({"lien-rse-odd": _("Le lien entre RSE et ODD"), "annuaire": _("Annuaire de l’appui local")}),
        Link(_("Tous les indicateurs"), reverse("indicators:list")),
        *views({"calendrier": _("Calendrier des mises à jour")}),
    ]


def _obligations(pages: dict[str, FirstPage]) -> list[Link]:
    return [
        *texts(
            pages,
            {
                CONTACT: _("Contact"),
                "accessibilite": _("Accessibilité\u00a0: partiellement conforme"),
                "donnees-personnelles": _("Données personnelles"),
                "mentions-legales": _("Mentions légales"),
            },
        ),
        *views({"plan-du-site": _("Plan du site")}),
        Link(_("Suivre par flux Atom"), reverse("home:feed")),
    ]


def texts(pages: dict[str, FirstPage], labels: dict[str, str]) -> Iterable[Link]:
    """The pages of text that are online, among these slugs."""
    return [Link(label, site_address(slug)) for slug, label in labels.items() if slug in pages]


def views(labels: dict[str, str]) -> Iterable[Link]:
    """The addresses that a view answers, among these: an address of the tree of pages does not count."""
    return [Link(label, site_address(slug)) for slug, label in labels.items() if is_answered(slug)]


def is_answered(slug: str) -> bool:
    """Does a view answer at this address of the public contract?"""
    try:
        return resolve(f"/{get_language() or 'fr'}/{slug}/").url_name != "wagtail_serve"
    except Resolver404:
        return False
