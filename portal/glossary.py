"""Words of the glossary explained where they are used."""

import re
from functools import lru_cache

from django.core.cache import cache
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from portal.addresses import site_address
from portal.generation import current_generation
from portal.models import Term

ONE_DAY = 86_400
MOST = 3
"""Links in one text: more would be in the way of reading."""
TOO_COMMON = frozenset({"cible", "indicateur", "taux", "point", "rang", "moyenne", "licence", "mise-a-jour", "commune"})
"""Words that a reader of these pages knows, or that also have an everyday meaning: never linked by themselves."""


def explained(text: str, generation: int | None = None) -> SafeString:
    """The text, escaped, its first words of the glossary being links.

    One query until the next publication, and one for the generation when it is not given.
    """
    names = words_to_explain(generation)
    if not text or not names:
        return escape(text)
    slugs = {_key(name): slug for name, slug in names.items()}
    pieces: list[str] = []
    seen: set[str] = set()
    place = 0
    for found in _pattern(tuple(names)).finditer(text):
        slug = slugs[_key(found[1])]
        if slug in seen or len(seen) == MOST:
            continue
        seen.add(slug)
        pieces += [escape(text[place : found.start()]), _link(slug, found[0])]
        place = found.end()
    return mark_safe("".join([*pieces, escape(text[place:])]))


def words_to_explain(generation: int | None = None) -> dict[str, str]:
    """The published names in the language in force, each with the address of its word."""
    key = f"glossary-{generation or current_generation()}-{get_language()}"
    names: dict[str, str] | None = cache.get(key)
    if names is None:
        terms = Term.objects.published().exclude(slug__in=TOO_COMMON)
        names = {str(term.name).split(" (")[0]: term.slug for term in terms}
        cache.set(key, names, ONE_DAY)
    return names


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, the longest name first, with the plural « s » of any of its words."""
    longest = sorted(names, key=len, reverse=True)
    spelled = "|".join(r"s?\s".join(map(re.escape, name.split())) for name in longest)
    return re.compile(rf"\b({spelled})s?\b", re.IGNORECASE)


def _key(name: str) -> str:
    """The same for a name and its plural."""
    return " ".join(word.rstrip("s") for word in name.lower().split())


def _link(slug: str, words: str) -> SafeString:
    return format_html('<a class="gl" href="{}#{}">{}</a>', site_address("glossaire"), slug, words)
