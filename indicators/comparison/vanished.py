"""What would no longer be there, by territory and by period."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext as _

from indicators.importing.comparison import VANISHED, Differences
from indicators.importing.merging import ADDS
from indicators.importing.snapshots import Snapshot

from .territory_names import territory_names

GROUPS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class VanishedGroup:
    """So many values of a territory, or of a period, would go; `is_whole` when none of it would stay."""

    name: str
    count: int
    is_whole: bool
    when: str = ""
    """The periods of a territory that go: « 2024 », « 2019 à 2024 »."""


def vanished_by_territory(differences: Differences) -> list[VanishedGroup]:
    """The territories that lose the most first, fifty at most (one query)."""
    gone = differences.before.take(differences.pairs[VANISHED].before)
    counted = Counter(gone.territory.tolist()).most_common(GROUPS_SHOWN)
    names = territory_names([key for key, _count in counted], differences.before.unknown)
    staying = set(np.unique(speaking(differences.after).territory).tolist())
    return [VanishedGroup(names[key].name, count, key not in staying, _when(gone, key)) for key, count in counted]


def _when(gone: Snapshot, territory: int) -> str:
    places = np.unique(gone.period[gone.territory == territory]).tolist()
    periods = sorted((gone.periods[place] for place in places), key=lambda period: (period.start, period.label))
    first, last = periods[0].label, periods[-1].label
    return first if first == last else _("%(first)s à %(last)s") % {"first": first, "last": last}


def vanished_by_period(differences: Differences) -> list[VanishedGroup]:
    """The periods that lose the most first, fifty at most."""
    gone = differences.before.take(differences.pairs[VANISHED].before)
    counted = Counter(gone.period.tolist()).most_common(GROUPS_SHOWN)
    staying = set(np.unique(speaking(differences.after).period).tolist())
    periods = differences.before.periods
    return [VanishedGroup(periods[place].label, count, place not in staying) for place, count in counted]


def missing_territories(differences: Differences, scope: str) -> list[int]:
    """Keys of published territories that the file does not name. When the file adds a period, only those that had
    figures in the last published one are missed."""
    published = speaking(differences.before)
    if scope == ADDS and len(published):
        starts = np.array([period.start.toordinal() for period in published.periods])[published.period]
        published = published.take(starts == starts.max())
    return np.setdiff1d(published.territory, differences.proposed.territory).tolist()


def missing_periods(differences: Differences, scope: str) -> list[str]:
    """Published periods that the file no longer has, in order; a file that adds periods misses none."""
    if scope == ADDS:
        return []
    absent = np.setdiff1d(speaking(differences.before).period, differences.proposed.period).tolist()
    periods = [differences.before.periods[place] for place in absent]
    return [period.label for period in sorted(periods, key=lambda period: (period.start, period.label))]


def speaking(snapshot: Snapshot) -> Snapshot:
    """The rows that say something."""
    return snapshot.take(snapshot.says_something())
