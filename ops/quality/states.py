"""States of the pages that no link leads to, what is exempt and why, and the pages that Lighthouse looks at."""

import re
from collections.abc import Iterable
from urllib.parse import quote

from ops.quality.pages import read

CATALOGUE = ("?odd=5", "?q=emploi&tendance=ameliore", "?q=zzzzzz", "?page=2")
COMPARISON = ("?courbe=taux-chomage", "?territoire=zzzzzz", "?i=taux-chomage&i=taux-pauvrete")
SEARCH = ("?q=emploi", "?q=zzzzzz")
OPINION = ("?page=/{language}/&merci=1", "?page=/{language}/", "")
MISSING = "/{language}/cette-page-n-existe-pas/"
BROKEN = "/{language}/erreur-500/"
"""The page of an error of the site itself: the server never sends it when all is well, so it is rendered apart."""

VIEW = re.compile(r'name="vue" value="([^"]+)"')
PLACE = re.compile(r"^/(?:fr|en)/indicateurs/[^/]+/$")
VIEWS_OF_EACH = 2

EXEMPT_FROM_ELEMENTS = {
    r"^/../indicateurs/$": "full list: the catalogue, with all its filters",
    r"^/../articles/[^/]+/$": "long text",
    r"^/../(methode|a-propos|mentions-legales|donnees-personnelles|accessibilite)/": "long text",
    r"^/../glossaire/$": "full list: every term",
    r"^/../couverture/$": "full list: every goal and every missing target",
    r"^/../calendrier/$": "full list: every expected release",
    r"^/../lien-rse-odd/$": "full list: ten issues by seventeen goals",
    r"^/../plan-du-site/$": "full list: every page of the site",
    r"^/../recherche/$": "full list: results with their excerpts",
}
"""Addresses that the limit of elements does not bind, with the reason. All other limits bind them too."""

MAIN_PAGES = {
    "home": r"^/fr/$",
    "goal": r"^/fr/odd/8/$|^/fr/odd/\d+/$",
    "indicator": r"^/fr/indicateurs/[^/]+/$",
    "catalogue": r"^/fr/indicateurs/$",
    "article": r"^/fr/articles/[^/]+/$",
}
"""The kinds of pages that readers land on: speed and first figure are measured on one of each."""


def exemption(path: str) -> str:
    """Why the number of elements of the page is not limited; empty when it is."""
    return next((why for rule, why in EXEMPT_FROM_ELEMENTS.items() if re.search(rule, path.split("?")[0])), "")


def main_kind(path: str) -> str:
    """`home`, `goal`… when the page, in either language, is of a kind that readers land on; else empty."""
    french = "/fr/" + path[4:]
    return next((name for name, rule in MAIN_PAGES.items() if re.search(rule, french)), "")


def one_of_each_main_kind(paths: Iterable[str]) -> dict[str, str]:
    """The French page looked at more closely, by kind."""
    found: dict[str, str] = {}
    for path in paths:
        if path.startswith("/fr/") and (name := main_kind(path)):
            found.setdefault(name, path)
    return found


def expected_status(path: str) -> int:
    """404 or 500 for the pages that say so on purpose, 200 for all others."""
    return {"cette-page-n-existe-pas": 404, "erreur-500": 500}.get(path.strip("/").split("/")[-1], 200)


def states(base: str, paths: list[str], everything: bool = False) -> list[str]:
    """Addresses of the states: filters, empty results, comparisons, views of indicators, frames, errors."""
    found = [state for language in ("fr", "en") for state in fixed_states(language)]
    return [*found, *views_of_indicators(base, paths, everything), *frames(paths)]


def fixed_states(language: str) -> list[str]:
    """States at addresses that never change."""
    places = {"indicateurs": CATALOGUE, "comparer": COMPARISON, "recherche": SEARCH, "avis": OPINION}
    asked = [f"/{language}/{place}/{query}" for place, queries in places.items() for query in queries]
    return [path.format(language=language) for path in [*asked, MISSING, BROKEN]]


def views_of_indicators(base: str, paths: list[str], everything: bool) -> list[str]:
    """Breakdowns, ranking and maps of the indicators: two of each view, the first in each language."""
    counts: dict[str, int] = {}
    kept = []
    listed = [path for path in paths if PLACE.match(path)] if everything else places_of_catalogue(base)
    for path in listed:
        for view in dict.fromkeys(VIEW.findall(read(base + path))):
            counts[view] = counts.get(view, 0) + 1
            if view != "temps" and (everything or counts[view] <= VIEWS_OF_EACH):
                other = path if counts[view] > 1 else f"/en/{path[4:]}"
                kept += [f"{one}?vue={quote(view)}" for one in dict.fromkeys([path, other])]
    return kept


def places_of_catalogue(base: str) -> list[str]:
    """Every indicator that the site map lists, in French."""
    listed = re.findall(r'href="(/fr/indicateurs/[^/"]+/)"', read(f"{base}/fr/plan-du-site/"))
    return list(dict.fromkeys(listed))


def frames(paths: list[str]) -> list[str]:
    """An indicator as another site shows it, in each language."""
    return [f"{path}integration/" for path in paths if PLACE.match(path)][:3]
