"""The four ways in which an indicator can go, each with its sign (a class of the style sheet) and its counted words."""

from collections.abc import Iterable

from django.utils.translation import ngettext

from indicators.selectors.signals import Signal
from indicators.trends import codes

UP, FLAT, DOWN, NO_DATA = "up", "flat", "down", "nodata"


def sense_of(signal: Signal) -> str:
    """The sign of a trend, clear or not."""
    if signal.trend in codes.POSITIVE:
        return UP
    if signal.trend in codes.NEGATIVE:
        return DOWN
    return FLAT if signal.trend == codes.STABLE else NO_DATA


def count_senses(signals: Iterable[Signal]) -> dict[str, int]:
    """How many go each way, those that improve first."""
    counts = dict.fromkeys((UP, FLAT, DOWN, NO_DATA), 0)
    for signal in signals:
        counts[sense_of(signal)] += 1
    return counts


def counted(sense: str, count: int) -> str:
    """« 3 s’améliorent », « 1 stable »."""
    words = {
        UP: ngettext("%(count)s s’améliore", "%(count)s s’améliorent", count),
        FLAT: ngettext("%(count)s stable", "%(count)s stables", count),
        DOWN: ngettext("%(count)s se dégrade", "%(count)s se dégradent", count),
        NO_DATA: ngettext("%(count)s non évalué", "%(count)s non évalués", count),
    }
    return words[sense] % {"count": count}


def all_counted(counts: dict[str, int]) -> str:
    """« 3 s’améliorent, 1 stable »: what there is, for who does not see the marks."""
    return ", ".join(counted(sense, count) for sense, count in counts.items() if count)
