"""The catalogue in words: its title, its filters, what is found, and what one filter less would add."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from indicators.models.territory import Level
from indicators.selectors import Card
from indicators.selectors import filters as asked
from indicators.selectors.filters import Applied
from indicators.selectors.searching import CatalogueSearch
from indicators.trends import codes
from portal.formatting import clauses, quoted, typographic
from portal.sorting import reading_order

TREND_LABELS = {
    asked.IMPROVES: gettext_lazy("S’améliore"),
    asked.STABLE: gettext_lazy("Stable"),
    asked.WORSENS: gettext_lazy("Se dégrade"),
    asked.NOT_ASSESSED: gettext_lazy("Pas assez de données"),
}
TREND_SIGNS = {asked.IMPROVES: "up", asked.STABLE: "flat", asked.WORSENS: "down", asked.NOT_ASSESSED: "nodata"}
FRESHNESS_LABELS = {asked.UP_TO_DATE: gettext_lazy("À jour"), asked.LATE: gettext_lazy("En retard")}
ORDER_LABELS = {
    asked.RECENT: gettext_lazy("Les plus récents d’abord"),
    asked.ALPHABETICAL: gettext_lazy("Par ordre alphabétique"),
    asked.BY_GOAL: gettext_lazy("Par objectif"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value offered by a filter; `sign` is a class of the style sheet."""

    value: str
    label: str
    is_chosen: bool = False
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Select:
    """A filter with one value among several, `everything` when none is chosen."""

    name: str
    label: str
    everything: str
    choices: list[Choice]


def title_words(cards: Iterable[Card]) -> list[str]:
    """« 30 indicateurs. », « 9 s’améliorent, », « 7 se dégradent »: pieces that are best kept on one line each."""
    trends = [card.trend for card in cards]
    better = sum(trend in codes.POSITIVE for trend in trends)
    worse = sum(trend in codes.NEGATIVE for trend in trends)
    count = ngettext("%(count)s indicateur.", "%(count)s indicateurs.", len(trends)) % {"count": len(trends)}
    if not better and not worse:
        return [count]
    improving = ngettext("%(count)s s’améliore,", "%(count)s s’améliorent,", better) % {"count": better}
    return [count, improving, ngettext("%(count)s se dégrade", "%(count)s se dégradent", worse) % {"count": worse}]


def found_words(count: int) -> str:
    """« 3 indicateurs »."""
    if not count:
        return _("Aucun indicateur")
    return ngettext("%(count)s indicateur", "%(count)s indicateurs", count) % {"count": count}


def applied_words(search: CatalogueSearch, one: Applied) -> str:
    """A filter as a chip names it: « ODD 8 », « Se dégrade », « salaire » in quotation marks."""
    labels: Mapping[str, Mapping[str, object]] = {
        asked.TREND: TREND_LABELS,
        asked.LEVEL: {level: level_words(level) for level in Level.values},
        asked.DEPARTMENT: {department.code: department.name for department in search.departments},
        asked.FRESHNESS: FRESHNESS_LABELS,
        asked.ISSUE: {str(issue.number): issue.name for issue in search.issues},
    }
    if one.parameter == asked.WORDS:
        return quoted(one.value)
    if one.parameter == asked.GOAL:
        return typographic(_("ODD %(number)s") % {"number": one.value})
    name = labels[one.parameter].get(one.value)
    return str(name or _("Enjeu %(number)s") % {"number": one.value})


def others_words(search: CatalogueSearch) -> str:
    """« 5 autres sans le filtre « Se dégrade » »; without result they are no « others »."""
    if search.relaxed is None:
        return ""
    words = applied_words(search, search.relaxed.removed)
    name = words if search.relaxed.removed.parameter == asked.WORDS else quoted(words)
    count = len(search.relaxed.cards)
    if not search.found:
        text = ngettext("%(count)s indicateur sans le filtre %(name)s", "%(count)s sans le filtre %(name)s", count)
    else:
        text = ngettext("%(count)s autre sans le filtre %(name)s", "%(count)s autres sans le filtre %(name)s", count)
    return text % {"count": count, "name": name}


def level_words(level: str) -> str:
    """« Département »."""
    label = str(Level(level).label)
    return label[:1].upper() + label[1:]


def trend_choices(search: CatalogueSearch) -> list[Choice]:
    """The four words of the trends, with their signs."""
    chosen = search.filters.values(asked.TREND)
    return [Choice(value, str(TREND_LABELS[value]), value in chosen, TREND_SIGNS[value]) for value in asked.TRENDS]


def goal_choices(search: CatalogueSearch) -> list[Choice]:
    """The goals that are followed, by number, and those asked for in the address."""
    chosen = search.filters.values(asked.GOAL)
    names = {str(goal.number): str(goal.name) for goal in search.goals}
    numbers = sorted({*names, *chosen}, key=int)
    return [Choice(number, names.get(number, ""), number in chosen, f"o{number}") for number in numbers]


def selects(search: CatalogueSearch) -> list[Select]:
    """The filters with one value, then the order."""
    issues = [(str(issue.number), str(issue.name)) for issue in search.issues]
    levels = [(level, level_words(level)) for level in search.levels]
    departments = [(one.code, str(one.name)) for one in search.departments]
    freshness = [(value, str(label)) for value, label in FRESHNESS_LABELS.items()]
    offered = [
        (asked.ISSUE, _("Enjeu prioritaire"), _("Tous les enjeux"), issues),
        (asked.LEVEL, _("Territoire de lecture"), _("Tous les niveaux"), levels),
        (asked.DEPARTMENT, _("Direction"), _("Toutes les directions"), departments),
        (asked.FRESHNESS, _("Fraîcheur"), _("À jour ou en retard"), freshness),
    ]
    found = [
        Select(name, label, everything, _choices(search, name, values)) for name, label, everything, values in offered
    ]
    orders = [
        Choice("" if value == asked.RECENT else value, str(label), value == search.filters.order)
        for value, label in ORDER_LABELS.items()
    ]
    return [*found, Select(asked.ORDER, _("Ordre"), "", orders)]


def _choices(search: CatalogueSearch, name: str, values: Iterable[tuple[str, str]]) -> list[Choice]:
    """The values offered, with the one of the address even when no indicator has it."""
    chosen = search.filters.values(name)
    offered = dict(values)
    missing = [one for one in search.filters.applied if one.parameter == name and one.value not in offered]
    offered |= {one.value: applied_words(search, one) for one in missing}
    return [Choice(value, label, value in chosen) for value, label in offered.items()]


def summary(search: CatalogueSearch) -> str:
    """What is listed, for the description of the page."""
    names = sorted((str(applied_words(search, one)) for one in search.filters.applied), key=reading_order)
    return clauses([found_words(len(search.found)), *names])
