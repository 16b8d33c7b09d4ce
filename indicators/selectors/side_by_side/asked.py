"""What the address of a comparison asks for: `?i=slug&t=key`, several of each, and a name typed to add one more."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from indicators.selectors.choices import plain

MOST_INDICATORS = 8
MOST_OTHERS = 4
"""Territories beside that of the observatory."""

INDICATOR, TERRITORY, CURVE, TYPED_INDICATOR, TYPED_TERRITORY = "i", "t", "courbe", "indicateur", "territoire"
PARAMETERS = (INDICATOR, TERRITORY, CURVE, TYPED_INDICATOR, TYPED_TERRITORY)

_MOST_KEYS = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """The query string, cleaned: slugs of indicators, keys of territories, the indicator drawn over time."""

    indicators: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    curve: str = ""
    typed_indicator: str = ""
    typed_territory: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "Asked":
        def several(name: str) -> tuple[str, ...]:
            texts = [plain(text, 100).strip() for text in query.getlist(name)[:_MOST_KEYS]]
            return tuple(dict.fromkeys(filter(None, texts)))

        def one(name: str) -> str:
            return " ".join(plain(query.get(name, ""), 160).split())

        return cls(several(INDICATOR), several(TERRITORY), one(CURVE), one(TYPED_INDICATOR), one(TYPED_TERRITORY))


def address_query(indicators: tuple[str, ...], territories: tuple[str, ...], curve: str = "") -> str:
    """The query string of exactly these choices, with its question mark."""
    pairs = [(INDICATOR, slug) for slug in indicators] + [(TERRITORY, key) for key in territories]
    pairs += [(CURVE, curve)] if curve else []
    return f"?{urlencode(pairs, safe=':')}" if pairs else ""
