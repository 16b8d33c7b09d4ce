"""In which languages the page that is asked for exists, and where the switch of language leads."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.translation import get_language_info
from wagtail.models import Page

_KEPT_AS = "_language_addresses"


@dataclass(frozen=True, slots=True)
class LanguageAddress:
    """Where a language is read: this page itself, or what is nearest to it when it `is_translation` of nothing."""

    code: str
    address: str
    is_translation: bool = True
    title: str = ""
    """Title of the page that stands there."""

    @property
    def name(self) -> str:
        """The language in its own words: « Français », « English »."""
        return get_language_info(self.code)["name_local"].capitalize()


def language_addresses(request: HttpRequest) -> list[LanguageAddress]:
    """One address for each language of the site, in the order of the settings; found once for a request.

    A page of the tree exists in the languages in which a translation is live; elsewhere the switch leads to the
    translation of its nearest ancestor (one query). What is no page of the tree exists in all of them (no query).
    An address where nothing is found leads to the front pages.
    """
    if not hasattr(request, _KEPT_AS):
        setattr(request, _KEPT_AS, _addresses(request))
    return getattr(request, _KEPT_AS)


def follow_tree(request: HttpRequest, page: Page) -> None:
    """For a view that found `page` of the tree by itself: its translations are those of the tree (one query)."""
    setattr(request, _KEPT_AS, _of_page(page, request))


def translations_of(addresses: list[LanguageAddress]) -> list[LanguageAddress]:
    """The languages in which the page really exists: what search engines are told."""
    return [address for address in addresses if address.is_translation]


def _addresses(request: HttpRequest) -> list[LanguageAddress]:
    match = request.resolver_match
    if match is None or request.path_info[:4] not in {f"/{code}/" for code, _name in settings.LANGUAGES}:
        return _same_path("")
    if match.url_name != "wagtail_serve":
        return _same_path(request.path_info[4:])
    page = Page.find_for_request(request, *match.args)
    return _of_page(page, request) if page else _same_path("")


def _same_path(rest: str) -> list[LanguageAddress]:
    return [LanguageAddress(code, f"{get_script_prefix()}{code}/{rest}") for code, _name in settings.LANGUAGES]


def _of_page(page: Page, request: HttpRequest) -> list[LanguageAddress]:
    """Its live translations and those of its ancestors, the nearest of each language."""
    keys = Page.objects.ancestor_of(page, inclusive=True).filter(depth__gt=1).values("translation_key")
    found = Page.objects.live().filter(translation_key__in=keys).select_related("locale").order_by("-depth")
    nearest: dict[str, Page] = {}
    for translation in found:
        nearest.setdefault(translation.locale.language_code, translation)
    return [_of_translation(nearest.get(code), page, code, request) for code, _name in settings.LANGUAGES]


def _of_translation(found: Page | None, page: Page, code: str, request: HttpRequest) -> LanguageAddress:
    if found is None:
        return LanguageAddress(code, f"{get_script_prefix()}{code}/", is_translation=False)
    address = found.get_url(request) or f"{get_script_prefix()}{code}/"
    is_translation = found.translation_key == page.translation_key
    return LanguageAddress(code, address, is_translation, found.title)
