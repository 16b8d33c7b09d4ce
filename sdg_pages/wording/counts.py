"""How many indicators improve, are stable, worsen or are not judged: each with its sign and its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.trends import codes

UP, FLAT, DOWN, UNKNOWN = SIGNS = "up", "flat", "down", "nodata"
_SIGNS = {
    codes.IMPROVES_CLEARLY: UP,
    codes.IMPROVES: UP,
    codes.STABLE: FLAT,
    codes.WORSENS: DOWN,
    codes.WORSENS_CLEARLY: DOWN,
}


@dataclass(frozen=True, slots=True)
class TrendCount:
    """A sign of the style sheet, how many indicators bear it, and the words."""

    sign: str
    count: int
    words: str


def sign_of(trend: str) -> str:
    """The sign of a trend, clear or not."""
    return _SIGNS.get(trend, UNKNOWN)


def trend_counts(trends: Iterable[str]) -> list[TrendCount]:
    """The four counts in one order, those that are zero left out."""
    signs = [sign_of(trend) for trend in trends]
    counts = {sign: signs.count(sign) for sign in SIGNS}
    return [TrendCount(sign, count, counted(sign, count)) for sign, count in counts.items() if count]


def in_a_row(counts: Iterable[TrendCount]) -> str:
    """« 3 s’améliorent, 1 stable »: what there is, for who does not see the marks."""
    return ", ".join(one.words for one in counts)


def counted(sign: str, count: int) -> str:
    """« 3 s’améliorent », « 1 stable »."""
    said = {
        UP: ngettext("%(count)s s’améliore", "%(count)s s’améliorent", count),
        FLAT: ngettext("%(count)s stable", "%(count)s stables", count),
        DOWN: ngettext("%(count)s se dégrade", "%(count)s se dégradent", count),
        UNKNOWN: ngettext("%(count)s non évalué", "%(count)s non évalués", count),
    }
    return said[sign] % {"count": count}


def indicators_followed(count: int) -> str:
    """« Six indicateurs suivis »: in letters up to twelve, as a title is written."""
    letters = [
        _("Un indicateur suivi"),
        _("Deux indicateurs suivis"),
        _("Trois indicateurs suivis"),
        _("Quatre indicateurs suivis"),
        _("Cinq indicateurs suivis"),
        _("Six indicateurs suivis"),
        _("Sept indicateurs suivis"),
        _("Huit indicateurs suivis"),
        _("Neuf indicateurs suivis"),
        _("Dix indicateurs suivis"),
        _("Onze indicateurs suivis"),
        _("Douze indicateurs suivis"),
    ]
    if 1 <= count <= len(letters):
        return letters[count - 1]
    return ngettext("%(count)s indicateur suivi", "%(count)s indicateurs suivis", count) % {"count": count}
