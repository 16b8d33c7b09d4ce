"""Which scheme the codes of a column belong to: commune, EPCI, département, région, country…

Patterns decide, not the catalogue alone: a file holds 35,000 communes of which the catalogue knows thirty.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .columns import share

COMMUNE, EPCI, DEPARTEMENT, REGION = "COG commune", "EPCI SIREN", "COG département", "COG région"
ISO2, ISO3, M49 = "ISO3166-1 alpha-2", "ISO3166-1 alpha-3", "M49"
DEPARTEMENTS = frozenset(f"{number:02d}" for number in range(1, 96) if number != 20) | {
    *("2A", "2B", "971", "972", "973", "974", "976")
}
METROPOLITAN_REGIONS = frozenset(("11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94"))
REGIONS = METROPOLITAN_REGIONS | {"01", "02", "03", "04", "06"}
FINENESS = {
    COMMUNE: 7,
    "GSS": 6,
    EPCI: 5,
    "NUTS3": 4,
    DEPARTEMENT: 4,
    "NUTS2": 3,
    REGION: 3,
    "OECD TL2": 3,
    "NUTS1": 2,
    ISO2: 1,
    ISO3: 1,
    M49: 1,
}
_COMMUNE = re.compile(r"(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97)\d{3}")
_SHORT_COMMUNE = re.compile(r"[1-9]\d{3}")
_EPCI = re.compile(r"2[04]\d{7}")
_PREFIXED = re.compile(r"([A-Za-z]{1,6})[-_ :]?(\d[\dAB]?\d{0,7}|2[AB])")
_PREFIX_SCHEMES = {
    **dict.fromkeys(("d", "dep", "dept"), DEPARTEMENT),
    **dict.fromkeys(("r", "reg"), REGION),
    **dict.fromkeys(("c", "com", "comm"), COMMUNE),
    **dict.fromkeys(("e", "epci", "n"), EPCI),
}
ENOUGH = 0.9


@dataclass(frozen=True)
class SchemeFit:
    """How far the cells of a column are codes of a scheme; `pad` is the length to which digits are completed."""

    scheme: str
    share: float
    pad: int = 0
    prefixes: dict[str, str] = field(default_factory=dict)

    @property
    def fineness(self) -> int:
        return FINENESS.get(self.scheme, 4 if self.prefixes else 0)


def is_commune(text: str) -> bool:
    return _COMMUNE.fullmatch(text) is not None


def is_epci(text: str) -> bool:
    return _EPCI.fullmatch(text) is not None


def _padded(test: Callable[[str], bool], length: int) -> Callable[[str], bool]:
    return lambda text: text.isalnum() and len(text) <= length and test(text.zfill(length))


def _form(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


_PLAIN: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (EPCI, is_epci),
    (REGION, REGIONS.__contains__),
    (DEPARTEMENT, DEPARTEMENTS.__contains__),
    ("GSS", _form(r"[EWSNK]\d{8}")),
    ("NUTS3", _form(r"[A-Z]{2}[0-9A-Z]{3}")),
    ("NUTS2", _form(r"[A-Z]{2}[0-9A-Z]{2}")),
    (ISO3, _form(r"[A-Z]{3}")),
    (ISO2, _form(r"[A-Z]{2}(?:\d{2}_\d{4}|\d{2})?")),
)


def scheme_fits(texts: tuple[str, ...], words: frozenset[str]) -> list[SchemeFit]:
    """Schemes whose codes make up nearly all of the cells, the likeliest first; [] for a column that holds no codes."""
    if not texts:
        return []
    fits = [*_commune_fits(texts), *_prefixed_fits(texts)]
    fits += [SchemeFit(scheme, part) for scheme, test in _PLAIN if (part := share(texts, test)) >= ENOUGH]
    fits += _short_fits(texts) if not fits else []
    if words & {"m49", "geoareacode", "areacode"} and share(texts, str.isdigit) == 1:
        fits.insert(0, SchemeFit(M49, 1.0))
    return fits


def _commune_fits(texts: tuple[str, ...]) -> list[SchemeFit]:
    whole = share(texts, is_commune)
    short = share(texts, lambda text: _SHORT_COMMUNE.fullmatch(text) is not None)
    if whole + short < ENOUGH or whole < 0.3:
        return []
    return [SchemeFit(COMMUNE, whole + short, pad=5 if short else 0)]


def _short_fits(texts: tuple[str, ...]) -> list[SchemeFit]:
    """Departments and regions whose codes lost their zero: 1 for 01."""
    if share(texts, lambda text: text.isdigit() and len(text) < 2) == 0:
        return []
    found = []
    for scheme, known in ((REGION, REGIONS), (DEPARTEMENT, DEPARTEMENTS)):
        part = share(texts, _padded(known.__contains__, 2) if scheme == REGION else _is_short_departement)
        if part >= ENOUGH and len(texts) >= 5:
            found.append(SchemeFit(scheme, part, pad=2))
    return found


def _is_short_departement(text: str) -> bool:
    return text in DEPARTEMENTS or (text.isdigit() and text.zfill(2) in DEPARTEMENTS)


def _prefixed_fits(texts: tuple[str, ...]) -> list[SchemeFit]:
    prefixes: dict[str, str] = {}
    matched = 0
    for text in texts:
        found = _PREFIXED.fullmatch(text)
        scheme = _PREFIX_SCHEMES.get(found[1].casefold()) if found else None
        if found and scheme and _is_code(scheme, found[2]):
            prefixes[text[: found.start(2)]] = scheme
            matched += 1
    part = matched / len(texts)
    return [SchemeFit("", part, prefixes=prefixes)] if part >= ENOUGH else []


def _is_code(scheme: str, code: str) -> bool:
    tests = {COMMUNE: is_commune, EPCI: is_epci, DEPARTEMENT: DEPARTEMENTS.__contains__, REGION: REGIONS.__contains__}
    return bool(tests[scheme](code))
