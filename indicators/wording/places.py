"""Names of territories inside a sentence: « que la France », « qu’Orléans », “than France”."""

import re

from django.utils.translation import gettext as _

from indicators.models import Territory
from indicators.models.territory import Level
from indicators.selectors.drawing import short_name
from portal.formatting import is_french
from portal.words import fold

_MASCULINE_IN_E = frozenset({"Belize", "Cambodge", "Mexique", "Mozambique", "Suriname", "Zimbabwe"})
_PLURAL = frozenset({"Bahamas", "Comores", "Maldives", "Pays-Bas", "Philippines", "Seychelles", "États-Unis"})
_WITHOUT_ARTICLE = frozenset(
    {"Andorre", "Bahreïn", "Chypre", "Cuba", "Djibouti", "Haïti", "Israël", "Madagascar", "Malte", "Maurice"}
    | {"Monaco", "Oman", "Saint-Marin", "Singapour", "Taïwan"}
)
_VOWEL = re.compile(r"[aeiouy]")


def in_sentence(place: Territory) -> str:
    """The name with its article: « la France », « les Pays-Bas », « Rennes », « le territoire Gironde »."""
    name = short_name(str(place.name))
    if not is_french() or place.level in (Level.EPCI, Level.COMMUNE):
        return name
    if place.level != Level.COUNTRY:
        return _("le territoire %(name)s") % {"name": name}
    return _with_article(name)


def than(place: Territory) -> str:
    """What follows « mieux »: « que la France », « qu’Orléans »."""
    name = in_sentence(place)
    if is_french() and _VOWEL.match(fold(name)):
        return f"qu’{name}"
    return _("que %(place)s") % {"place": name}


def same_as(place: Territory) -> str:
    """What follows « même valeur »: « que la France », “as France”."""
    return than(place) if is_french() else _("comme %(place)s") % {"place": in_sentence(place)}


def _with_article(name: str) -> str:
    if name in _WITHOUT_ARTICLE:
        return name
    if name in _PLURAL:
        return f"les {name}"
    if _VOWEL.match(fold(name)):
        return f"l’{name}"
    return f"la {name}" if name.endswith("e") and name not in _MASCULINE_IN_E else f"le {name}"
