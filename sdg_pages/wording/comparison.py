"""How a value stands beside its reference, in words: « Plus fort qu’en France (13,0 %), moins favorable »."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.models import Territory
from indicators.wording.sentence import short_figure
from portal.charts.comparison_strip import ComparisonStrip, comparison_strip
from portal.formatting import format_number, format_period_in_sentence
from sdg_pages.selectors.goal_figures import GoalFigure
from sdg_pages.wording.places import Place, place_in_sentence


@dataclass(frozen=True, slots=True)
class Comparison:
    """The drawing and its words."""

    strip: ComparisonStrip
    words: str


def comparison_of(one: GoalFigure) -> Comparison | None:
    """The strip of an indicator; None for an amount, or when there is nothing to compare with for its period."""
    latest, reference = one.figure.latest, one.figure.reference
    if latest is None or latest.value is None:
        return None
    wide = one.reference_row.value if one.reference_row else None
    peers = [float(row.value) for row in one.peer_rows if row.value is not None]
    drawn = comparison_strip(float(latest.value), None if wide is None else float(wide), peers)
    return Comparison(drawn, _words(one, reference)) if drawn else None


def _words(one: GoalFigure, reference: Territory | None) -> str:
    latest = one.figure.latest
    if latest is None or reference is None:
        return _beside_peers(len(one.peer_rows))
    place = place_in_sentence(reference)
    if one.reference_row is None:
        when = format_period_in_sentence(latest.period)
        return _("Pas de valeur %(when)s %(where)s") % {"when": when, "where": place.where}
    words = {"than": place.than, "where": place.where, "value": short_figure(one.figure.indicator, one.reference_row)}
    return _sentence(one, place) % words


def _beside_peers(count: int) -> str:
    """Without a reference, how many territories the ticks stand for."""
    words = ngettext("À côté de %(count)s territoire comparable", "À côté de %(count)s territoires comparables", count)
    return words % {"count": count}


def _sentence(one: GoalFigure, place: Place) -> str:
    row, reference, indicator = one.figure.latest, one.reference_row, one.figure.indicator
    if row is None or reference is None or row.value is None or reference.value is None:
        return ""
    difference = row.value - reference.value
    if not format_number(abs(difference), indicator.decimals).strip("0,."):
        return _("Comme %(where)s (%(value)s)")
    if row.overlaps(reference):
        return _("Pas de différence nette avec la valeur %(where)s (%(value)s)")
    return _judged(difference > 0, indicator.direction)


def _judged(is_higher: bool, direction: int) -> str:
    """The direction that is wished for decides whether more is better; without one, nothing is said of it."""
    if not direction:
        return _("Plus fort %(than)s (%(value)s)") if is_higher else _("Plus faible %(than)s (%(value)s)")
    if is_higher:
        return (
            _("Plus fort %(than)s (%(value)s), plus favorable")
            if direction > 0
            else _("Plus fort %(than)s (%(value)s), moins favorable")
        )
    return (
        _("Plus faible %(than)s (%(value)s), plus favorable")
        if direction < 0
        else _("Plus faible %(than)s (%(value)s), moins favorable")
    )
