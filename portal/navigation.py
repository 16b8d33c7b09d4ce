"""The menus of every page, gathered from the applications and kept until the next publication."""

from dataclasses import dataclass

from django.core.cache import cache
from django.urls import get_script_prefix
from django.utils.translation import get_language

from portal.slots import FOOTER_LINKS, MENU_ENTRIES, Link

ONE_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Navigation:
    """What the header and the footer lead to, in one language."""

    menu: list[Link]
    footer: list[list[Link]]
    """Columns."""


def navigation(generation: int) -> Navigation:
    """The menus in the language in force: no query when they are kept, those of the providers otherwise."""
    language = get_language() or "fr"
    key = f"navigation-{generation}-{language}-{get_script_prefix()}"
    found: Navigation | None = cache.get(key)
    if found is None:
        found = Navigation(MENU_ENTRIES.gather(language), FOOTER_LINKS.gather(language))
        cache.set(key, found, ONE_DAY)
    return found
