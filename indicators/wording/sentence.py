"""The sentence that opens the page of an indicator: what the figure says, with the figure highlighted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from indicators.models import Indicator, Territory
from indicators.selectors.rows import Row
from portal.formatting import format_number, format_period, format_period_in_sentence, format_value, typographic

LONGEST_UNIT = 4
_PLACE = re.compile(r"\{(territoire|valeur|période|territory|value|period)\}")
_FRENCH = {"territory": "territoire", "value": "valeur", "period": "période"}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the sentence; the key figure is marked."""

    text: str
    is_key: bool = False


def headline(indicator: Indicator, reading: Territory, latest: Row) -> list[Part]:
    """The indicator's own sentence with its places filled, else « Territoire : valeur en période »."""
    words = {
        "territoire": reading.name,
        "valeur": figure(indicator, latest),
        "période": format_period(latest.period),
    }
    if indicator.sentence:
        return _filled(indicator.sentence, words)
    when = format_period_in_sentence(latest.period)
    return [
        Part(typographic(_("%(territory)s\u00a0: ") % {"territory": reading.name})),
        Part(words["valeur"], is_key=True),
        Part(f" {when}."),
    ]


def figure(indicator: Indicator, row: Row) -> str:
    """The value with its unit."""
    return "" if row.value is None else format_value(row.value, indicator.unit, indicator.decimals)


def short_figure(indicator: Indicator, row: Row) -> str:
    """The value alone when its unit is long, for the large figure of a card."""
    unit = indicator.unit if len(indicator.unit) <= LONGEST_UNIT else ""
    return "" if row.value is None else format_value(row.value, unit, indicator.decimals)


def telling_decimals(indicator: Indicator, first: Decimal | None, last: Decimal | None) -> int:
    """The decimals of the indicator, or up to two more when they would write two different values alike."""
    usual = indicator.decimals
    if first is None or last is None or first == last:
        return usual
    more = (usual + extra for extra in range(3))
    return next((one for one in more if format_number(first, one) != format_number(last, one)), usual)


def unit_and_period(indicator: Indicator, row: Row) -> str:
    """What stands under the large figure: the unit when it is not beside it, then the period."""
    unit = "" if len(indicator.unit) <= LONGEST_UNIT else indicator.unit
    return ", ".join(filter(None, [unit, format_period(row.period)]))


def _filled(sentence: str, words: dict[str, str]) -> list[Part]:
    """Fill the places by name and nothing else: what an editor types is never evaluated."""
    parts: list[Part] = []
    end = 0
    for place in _PLACE.finditer(sentence):
        parts.append(Part(typographic(sentence[end : place.start()])))
        name = _FRENCH.get(place[1], place[1])
        parts.append(Part(words[name], is_key=name == "valeur"))
        end = place.end()
    return [part for part in (*parts, Part(typographic(sentence[end:]))) if part.text]


def plain(parts: Sequence[Part]) -> str:
    """The sentence without its mark, for search engines and shared links."""
    return "".join(part.text for part in parts)
