"""The menus of every page, gathered from the applications and kept until the next publication."""

from dataclasses import dataclass

from django.core.cache import cache
from django.urls import get_script_prefix
from django.utils.translation import get_language

from portal.slots import NAVIGATION, Link

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
        given = NAVIGATION.gather(language)
        found = Navigation(
            [link for one in given for link in one.menu], [links for one in given for links in one.footer]
        )
        cache.set(key, found, ONE_DAY)
    return found
