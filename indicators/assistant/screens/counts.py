"""How many values are new, revised, gone or unchanged, each with a few words."""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.comparison import Comparison
from indicators.importing.comparison import NEW
from indicators.importing.snapshots import Snapshot
from portal.formatting import format_number, format_period, format_short_period, labelled


@dataclass(frozen=True)
class CountCell:
    """A number, its word, a detail, and the section that it leads to ("" when there is nothing to show)."""

    number: str
    word: str
    detail: str
    anchor: str


def count_cells(comparison: Comparison) -> list[CountCell]:
    """New, revised, vanished, unchanged."""
    counts = comparison.counts
    gone = ", ".join(name for name, _words in vanished_words(comparison)[:2])
    return [
        CountCell(
            format_number(counts.new), ngettext("nouvelle", "nouvelles", counts.new), _new_periods(comparison), "new"
        ),
        CountCell(
            format_number(counts.revised), ngettext("révisée", "révisées", counts.revised), _doubts(comparison), "rev"
        ),
        CountCell(format_number(counts.vanished), ngettext("disparue", "disparues", counts.vanished), gone, "van"),
        CountCell(
            format_number(counts.unchanged),
            ngettext("inchangée", "inchangées", counts.unchanged),
            _statuses(comparison),
            "",
        ),
    ]


def _doubts(comparison: Comparison) -> str:
    counts = comparison.counts
    parts = []
    if counts.units:
        parts.append(
            counted(
                ngettext("dont %(n)s d’une autre unité\u202f?", "dont %(n)s d’une autre unité\u202f?", counts.units),
                counts.units,
            )
        )
    if counts.jumps:
        parts.append(counted(ngettext("%(n)s saut", "%(n)s sauts", counts.jumps), counts.jumps))
    return ", ".join(parts)


def _statuses(comparison: Comparison) -> str:
    changed = comparison.counts.status_changed
    return counted(ngettext("%(n)s change de statut", "%(n)s changent de statut", changed), changed) if changed else ""


def _new_periods(comparison: Comparison) -> str:
    new = _new_rows(comparison)
    labels = sorted({new.periods[place].label for place in np.unique(new.period).tolist()})
    if not labels:
        return ""
    first, last = format_short_period(labels[0]), format_short_period(labels[-1])
    return first if len(labels) == 1 else _("%(first)s à %(last)s") % {"first": first, "last": last}


def _new_rows(comparison: Comparison) -> Snapshot:
    return comparison.differences.after.take(comparison.differences.pairs[NEW].after)


def new_words(comparison: Comparison) -> str:
    """« 2025 pour 14 territoires. »"""
    new = _new_rows(comparison)
    if not len(new):
        return ""
    places = len(np.unique(new.territory))
    words = ngettext("%(period)s, pour un territoire.", "%(period)s, pour %(count)s territoires.", places)
    return words % {"period": _new_periods(comparison), "count": format_number(places)}


def vanished_words(comparison: Comparison) -> list[tuple[str, str]]:
    """By territory that goes altogether, else by period: name, and how much of it."""
    whole = [group for group in comparison.vanished_by_territory if group.is_whole]
    partly = comparison.counts.vanished - sum(group.count for group in whole)
    lines = [(group.name, _gone(_("territoire absent du fichier"), group.count)) for group in whole]
    if partly:
        periods = [
            group for group in comparison.vanished_by_period if group.is_whole
        ] or comparison.vanished_by_territory
        known = [group for group in periods if group.name not in {name for name, _words in lines}]
        lines += [(format_period(group.name), _gone(_("plus dans le fichier"), group.count)) for group in known]
    return lines


def _gone(why: str, count: int) -> str:
    return labelled(why, counted(ngettext("%(n)s valeur", "%(n)s valeurs", count), count))


def counted(words: str, count: int) -> str:
    """The words with `%(n)s` written as the reader's language writes numbers."""
    return words % {"n": format_number(count)}
