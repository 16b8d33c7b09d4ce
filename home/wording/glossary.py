"""The glossary as a page reads it: by letter, in the order of the language."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.addresses import site_address
from portal.formatting.numbers import is_french
from portal.models import Term
from portal.sorting import reading_order
from portal.structured_data import CONTEXT, Data, absolute


@dataclass(frozen=True, slots=True)
class Entry:
    """A word, its explanation, and the same word in the other language."""

    slug: str
    name: str
    definition: str
    other: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The words that begin alike; accents do not count."""

    letter: str
    entries: list[Entry]


def letters(terms: Iterable[Term]) -> list[Letter]:
    """Every word once, under its first letter."""
    found = sorted(map(entry, terms), key=lambda one: reading_order(one.name))
    return [Letter(letter, list(same)) for letter, same in groupby(found, key=first_letter)]


def entry(term: Term) -> Entry:
    """The words of the language in force; French where there is no translation."""
    other = term.name_en if is_french() else term.name_fr
    return Entry(term.slug, str(term.name), str(term.definition), other if other != str(term.name) else "")


def first_letter(one: Entry) -> str:
    """« É » stands with E; what does not begin with a letter stands under #."""
    first = reading_order(one.name)[0][:1].upper()
    return first if first.isalpha() else "#"


def glossary_data(found: Iterable[Letter]) -> Data:
    """The glossary as search engines read it."""
    address = absolute(site_address("glossaire"))
    return {
        "@context": CONTEXT,
        "@type": "DefinedTermSet",
        "name": _("Glossaire"),
        "url": address,
        "inLanguage": get_language(),
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": one.name,
                "description": one.definition,
                "url": f"{address}#{one.slug}",
            }
            for group in found
            for one in group.entries
        ],
    }
