"""Series whose label holds the measure and, last, the territory: `Emploi salarié - Ensemble - Loire-Atlantique`."""

import re
from collections import defaultdict

import numpy as np
from django.utils.translation import gettext as _

from indicators.importing.recipes import FilterRule, ValueRule
from indicators.importing.spellings import folded, tidy

from .columns import Column
from .counting import rows_words
from .embedded import LAST_PART
from .guesses import ALMOST, TO_CONFIRM, Alternative, Guess, Measure
from .measure_choice import MeasureFinding
from .schemes import COMMUNE, DEPARTEMENT, EPCI
from .territory import TerritoryFinding
from .territory_elsewhere import named_territories
from .view import View
from .wide import literal
from .wording import likeness

MOST = 300
NO_FURTHER_PART = r"[^ ]+(?: [^- ][^ ]*)*"
LEVELS_SAID = (("departement", DEPARTEMENT), ("commune", COMMUNE), ("epci", EPCI), ("intercommunalite", EPCI))


def find_series(view: View, territory: TerritoryFinding | None, value: ValueRule) -> MeasureFinding | None:
    """The measures that the labels hold; None when the territory stands alone, or when all measure one thing."""
    column = territory.column if territory and territory.rule.origin.pattern == LAST_PART else None
    if column is None:
        return None
    texts = [tidy(text) for text in column.dictionary.to_pylist()]
    places = _places_by_stem(view, texts)
    if len(places) < 2:
        return None
    names = sorted(places, key=lambda stem: -len(places[stem]))[:MOST]
    scores = [likeness(view.hints.wording, name) for name in names]
    best = int(np.argmax(scores))
    is_named = scores[best] > 0.4 and scores.count(scores[best]) == 1
    measures = [_measure(view, column, name, places[name], value) for name in names]
    chosen = measures[best if is_named else 0]
    kept = re.compile(chosen.filters[0].values[0])
    rows = np.isin(column.codes, [place for place, text in enumerate(texts) if kept.search(text)])
    return MeasureFinding(tuple(measures), chosen, rows, _guess(column, measures, chosen, is_named))


def _places_by_stem(view: View, texts: list[str]) -> dict[str, list[str]]:
    """The last parts that follow each stem; what follows a territory is a remark (« Série arrêtée »)."""
    places: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        stem, bar, last = text.rpartition(" - ")
        if bar:
            places[stem].append(last)
    return {stem: names for stem, names in places.items() if not view.catalogue.by_label(stem.rpartition(" - ")[2])}


def _measure(view: View, column: Column, stem: str, names: list[str], value: ValueRule) -> Measure:
    wanted = _wanted_places(view, names)
    last = "(?:" + "|".join(literal(name) for name in wanted) + ")" if wanted else NO_FURTHER_PART
    rule = FilterRule(column.name, "matches", (f"^{literal(stem)} - {last}$",))
    return Measure(key=stem, label=stem, values=len(names), value=value, filters=(rule,))


def _wanted_places(view: View, names: list[str]) -> list[str]:
    """Names of the level that the wording says, inside the area that it names: « les départements de … »."""
    plain = folded(view.hints.wording)
    scheme = next((scheme for word, scheme in LEVELS_SAID if word in plain), "")
    areas = {(row.scheme, row.code) for row in named_territories(view, view.hints.wording)} if scheme else set()
    return [name for name in names if any(row.parent in areas for row in view.catalogue.by_label(name, scheme))]


def _guess(column: Column, measures: list[Measure], chosen: Measure, is_named: bool) -> Guess:
    return Guess(
        "measure",
        chosen.key if is_named else "",
        _("Les textes de %(name)s tiennent %(count)d mesures ; celle qui est lue est « %(label)s ».")
        % {"name": column.name, "count": len(measures), "label": chosen.label},
        _("C’est celle dont le nom ressemble à ce que vous cherchez.")
        if is_named
        else _("Rien ne dit laquelle vous cherchez."),
        ALMOST if is_named else TO_CONFIRM,
        tuple(Alternative(measure.key, measure.label, rows_words(measure.values)) for measure in measures[:30]),
        _("Quelle mesure faut-il lire ?"),
    )
