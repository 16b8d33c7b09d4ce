"""What every template knows."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from portal.branding import Branding, branding
from portal.languages import language_addresses, translations_of
from portal.navigation import Navigation, navigation
from portal.public_pages import generation_of


def site(request: HttpRequest) -> dict[str, object]:
    """The identity of the site, its menus, and the languages with the address of this page in each.

    All are looked up when a template asks for them: screens of the administration do not.
    """

    def identity() -> Branding:
        return branding(generation=generation_of(request))

    def menus() -> Navigation:
        return navigation(generation_of(request))

    return {
        "branding": SimpleLazyObject(identity),
        "site_name": SimpleLazyObject(lambda: identity().site_name),
        "territory_name": SimpleLazyObject(lambda: identity().territory_name),
        "base_url": settings.WAGTAILADMIN_BASE_URL,
        "language_addresses": SimpleLazyObject(lambda: language_addresses(request)),
        "translations": SimpleLazyObject(lambda: translations_of(language_addresses(request))),
        "navigation": SimpleLazyObject(menus),
    }
