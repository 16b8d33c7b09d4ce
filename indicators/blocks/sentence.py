"""Figures in the middle of a sentence: places that are filled each time the page is made."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.translation import gettext as _

from indicators.blocks.questions import Question, Wanted
from indicators.blocks.resolving import Figure, Figures
from indicators.blocks.wording import origin_of
from indicators.wording.sentence import figure as value_words
from indicators.wording.verdicts import trend_word
from portal.formatting import format_period, typographic

PLACES = {"chiffre": "figure", "période": "period", "territoire": "territory", "tendance": "trend"}
_NAMES = PLACES | {"periode": "period"} | {name: name for name in PLACES.values()}
_PLACE = re.compile(r"\{\{|\}\}|\{(" + "|".join(_NAMES) + r"):([^{}@]*)(?:@(\d{1,6}))?\}")
_BRACE = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Place:
    """`{chiffre:code}` or `{chiffre:code@3}`: what is written, of which indicator, as which release told it."""

    kind: str
    code: str
    version: int | None = None

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.code, self.version)


@dataclass(frozen=True, slots=True)
class Piece:
    """Plain text, or a figure with the page that it links to; `is_gone` when it is not public any more."""

    text: str
    address: str = ""
    about: str = ""
    is_gone: bool = False


def parse(text: str) -> list[str | Place]:
    """Texts and places in order. `{{` and `}}` are braces; anything else between braces stays a text."""
    parts: list[str | Place] = []
    end = 0
    for found in _PLACE.finditer(text):
        parts.append(text[end : found.start()])
        parts.append(_place(found) if found[1] else found[0][0])
        end = found.end()
    return [part for part in (*parts, text[end:]) if part]


def _place(found: re.Match[str]) -> Place:
    return Place(_NAMES[found[1]], found[2].strip(), int(found[3]) if found[3] else None)


def places_of(text: str) -> list[Place]:
    """The places of a text."""
    return [part for part in parse(text) if isinstance(part, Place)]


def questions_in(text: str) -> list[Question]:
    """The figures that a text needs, each once."""
    return [Question(wanted) for wanted in dict.fromkeys(place.wanted for place in places_of(text))]


def filled(text: str, figures: Figures) -> list[Piece]:
    """The text with its figures; a figure that is not public any more is said so."""
    pieces = [_piece(part, figures) if isinstance(part, Place) else Piece(typographic(part)) for part in parse(text)]
    return [piece for piece in pieces if piece.text]


def _piece(place: Place, figures: Figures) -> Piece:
    figure = figures.get(place.wanted)
    if figure is None or figure.latest is None or figure.reading is None:
        return Piece(_("(chiffre retiré)"), is_gone=True)
    origin = origin_of(figure)
    words = {"place": figure.reading.name, "period": format_period(figure.latest.period), "source": origin.producer}
    about = _("%(place)s, %(period)s. Source\u00a0: %(source)s, mise à jour du %(day)s.") % (
        words | {"day": origin.day}
    )
    return Piece(_words(place.kind, figure), origin.address if place.kind == "figure" else "", about)


def _words(kind: str, figure: Figure) -> str:
    if figure.latest is None or figure.reading is None:
        return ""
    if kind == "figure":
        return value_words(figure.indicator, figure.latest)
    if kind == "period":
        return format_period(figure.latest.period)
    if kind == "territory":
        return str(figure.reading.name)
    word = trend_word(figure.judgement, figure.release)[0]
    return word[:1].lower() + word[1:]


def problems_in(text: str, figures: Figures, known_codes: Sequence[str]) -> Iterable[str]:
    """Sentences about the places that cannot be filled: an unknown code, a release that is not readable."""
    for place in dict.fromkeys(places_of(text)):
        if place.code not in known_codes:
            yield _unknown(place.code, known_codes)
        elif figures.get(place.wanted) is None:
            words = {"code": place.code, "number": place.version}
            yield _("La version %(number)s de «\u00a0%(code)s\u00a0» n’existe pas ou a été retirée.") % words


def has_stray_brace(text: str) -> bool:
    """Whether a brace belongs to no place: a figure that would be printed as it was typed."""
    return any(_BRACE.search(part) for part in _PLACE.split(text)[::4])


def _unknown(code: str, known: Sequence[str]) -> str:
    near = get_close_matches(code, known, n=3, cutoff=0.5)
    sentence = _("«\u00a0%(code)s\u00a0» n’est le code d’aucun indicateur publié.") % {"code": code}
    if not near:
        return sentence
    return sentence + " " + _("Codes proches\u00a0: %(codes)s.") % {"codes": ", ".join(near)}
