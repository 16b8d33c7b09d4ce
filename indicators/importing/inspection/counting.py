"""How many rows, codes or names a guess speaks of, in words."""

from django.utils.translation import ngettext

from portal.formatting import format_number


def rows_words(count: int) -> str:
    """« 1 ligne », « 374 lignes »."""
    return ngettext("%(count)s ligne", "%(count)s lignes", count) % {"count": format_number(count)}


def values_words(count: int) -> str:
    """« 1 valeur », « 374 valeurs »."""
    return ngettext("%(count)s valeur", "%(count)s valeurs", count) % {"count": format_number(count)}


def codes_words(count: int) -> str:
    """« 1 code », « 22 codes »."""
    return ngettext("%(count)s code", "%(count)s codes", count) % {"count": format_number(count)}


def names_words(count: int) -> str:
    """« 1 nom », « 22 noms »."""
    return ngettext("%(count)s nom", "%(count)s noms", count) % {"count": format_number(count)}
