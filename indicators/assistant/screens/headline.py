"""One sentence that says what was understood: « Voici ce que j’ai compris : 375 valeurs, 14 territoires… »"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.importing.observations import Reading
from portal.formatting import format_number, format_period

from .values import breakdown_names

MASCULINE = ("quarter", "semester", "day")
"""Periods that take the article: « du 2e trimestre 2011 au… »."""


@dataclass(frozen=True)
class Headline:
    """`before` + highlighted `mark` + `after`."""

    before: str
    mark: str
    after: str


def understood(reading: Reading) -> Headline:
    """What was read, in one sentence."""
    count = len(reading.table)
    if not count:
        return Headline(_("Je n’ai pas encore trouvé de valeur\u00a0:"), _("aidez-moi à lire ce fichier"), ".")
    mark = ngettext("%(count)s valeur", "%(count)s valeurs", count) % {"count": format_number(count)}
    parts = [territories_words(reading), periods_words(reading), breakdown_words(reading)]
    return Headline(_("Voici ce que j’ai compris\u00a0:"), mark, ", " + ", ".join(part for part in parts if part) + ".")


def territories_words(reading: Reading) -> str:
    """« 14 territoires », or the name of the only one."""
    used = reading.table["territory"].unique()
    if len(used) == 1:
        territory = reading.territories[int(used[0])]
        return territory.name or territory.label
    return ngettext("%(count)s territoire", "%(count)s territoires", len(used)) % {"count": format_number(len(used))}


def periods_words(reading: Reading) -> str:
    """« de 2017 à 2025 », or the only period."""
    used = [reading.periods[int(number)] for number in reading.table["period"].unique()]
    first, last = min(used, key=lambda period: period.start), max(used, key=lambda period: period.start)
    if first.label == last.label:
        return format_period(first.label)
    words = {"first": format_period(first.label), "last": format_period(last.label)}
    if first.granularity in MASCULINE:
        return _("du %(first)s au %(last)s") % words
    return _("de %(first)s à %(last)s") % words


def breakdown_words(reading: Reading) -> str:
    """« par sexe, par âge »; empty without a breakdown."""
    return ", ".join(_("par %(name)s") % {"name": name.lower()} for name in breakdown_names(reading))
