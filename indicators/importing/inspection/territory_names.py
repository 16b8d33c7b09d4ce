"""Names of territories in a file: how many the catalogue knows, and which of several homonyms is meant."""

from collections import Counter

from indicators.importing.territories import CatalogueRow

from .schemes import COMMUNE, DEPARTEMENT, EPCI, ISO2, REGION
from .view import View

NAMES_TRIED = 300
PREFERRED = (DEPARTEMENT, REGION, EPCI, COMMUNE, ISO2)
"""Loire-Atlantique is also a NUTS 3 area: national codes come first where nothing else decides."""
FORMER = "former_region"
ENOUGH_KNOWN = 0.3


def known_names(view: View, texts: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """The share of the texts that the catalogue knows as names, and their schemes, the most frequent first."""
    found = _named(view, texts)
    return (len(found) / len(texts[:NAMES_TRIED]) if texts else 0.0), _schemes(found)


def name_rule(view: View, texts: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """The one scheme to which all known names belong, "" when they are mixed; then homonyms are settled one by one, in
    favour of the scheme of most, else of the national codes, which also go before those of Europe."""
    found = _named(view, texts)
    schemes = _schemes(found)
    if not schemes:
        return "", {}
    if REGION in schemes and (labels := _regions_old_and_new(found)):
        return "", labels
    first = schemes[0]
    if len(found) >= ENOUGH_KNOWN * len(texts[:NAMES_TRIED]) and all(_in(rows, first) for rows in found.values()):
        return first, {}
    order = (*PREFERRED, first) if first.startswith("NUTS") else (first, *PREFERRED)
    homonyms = {text: _likeliest(rows, order) for text, rows in found.items() if len(rows) > 1}
    return "", {text: row.reference for text, row in homonyms.items() if row}


def _regions_old_and_new(found: dict[str, tuple[CatalogueRow, ...]]) -> dict[str, str]:
    """Regions that have not changed beside some that are no more: each is itself, none becomes a NUTS area of the same
    name. {} when the names are not of that kind, or are all of today."""
    today = {text: _in(rows, REGION) for text, rows in found.items()}
    former = {text: [row for row in rows if row.level == FORMER] for text, rows in found.items() if not today[text]}
    if not former or not any(today.values()) or not all(len(rows) == 1 for rows in former.values()):
        return {}
    return {text: (today[text] or former[text])[0].reference for text in found}


def _named(view: View, texts: tuple[str, ...]) -> dict[str, tuple[CatalogueRow, ...]]:
    return {text: rows for text in texts[:NAMES_TRIED] if (rows := view.catalogue.by_label(text))}


def _in(rows: tuple[CatalogueRow, ...], scheme: str) -> list[CatalogueRow]:
    return [row for row in rows if row.scheme == scheme]


def _likeliest(rows: tuple[CatalogueRow, ...], schemes: tuple[str, ...]) -> CatalogueRow | None:
    """The only one of these territories in the first scheme that has any; None when two are left."""
    kept = next((same for scheme in schemes if (same := _in(rows, scheme))), [])
    return kept[0] if len(kept) == 1 else None


def _schemes(found: dict[str, tuple[CatalogueRow, ...]]) -> tuple[str, ...]:
    times = Counter(scheme for rows in found.values() for scheme in {row.scheme for row in rows})
    return tuple(sorted(times, key=lambda scheme: (-times[scheme], _preference(scheme), scheme)))


def _preference(scheme: str) -> int:
    return PREFERRED.index(scheme) if scheme in PREFERRED else len(PREFERRED)
