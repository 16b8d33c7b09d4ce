"""The sentence that opens the page of a goal when the team wrote none: what the judgements say, with their figures."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.trends import codes
from indicators.wording.sentence import LONGEST_UNIT
from portal.formatting import format_value
from sdg_pages.selectors.goal_figures import GoalFigure

ZERO = Decimal(0)
_BETTER = (codes.IMPROVES_CLEARLY, codes.IMPROVES)
_WORSE = (codes.WORSENS_CLEARLY, codes.WORSENS)


def lead(figures: Sequence[GoalFigure]) -> str:
    """One indicator that improves, one that worsens, the clearest first; else what there is to say without them."""
    if not figures:
        return _("Aucun indicateur ne suit encore cet objectif ici.")
    better, worse = _clearest(figures, _BETTER), _clearest(figures, _WORSE)
    said = []
    if better:
        said.append(_("Ce qui s’améliore\u00a0: %(course)s.") % {"course": _course(better)})
    if worse:
        said.append(_("Ce qui se dégrade\u00a0: %(course)s.") % {"course": _course(worse)})
    return " ".join(said) or _still(figures)


def _clearest(figures: Sequence[GoalFigure], trends: Sequence[str]) -> GoalFigure | None:
    """The clearest judgement of these. One that is fragile opens no page, and a person's decision has no course."""
    judged = [one for one in figures if one.figure.judgement.trend in trends and one.trend in trends]
    solid = [one for one in judged if not one.figure.judgement.is_fragile]
    return min(solid, key=lambda one: trends.index(one.trend), default=None)


def _course(one: GoalFigure) -> str:
    """« taux de pauvreté (Loire-Atlantique), de 14,2 % en 2017 à 13,9 % en 2021 »."""
    judgement, indicator, reading = one.figure.judgement, one.figure.indicator, one.figure.reading
    title, unit = _in_sentence(str(indicator.title)), str(indicator.unit)
    if judgement.start is None or judgement.end is None:
        return title
    words = {
        "title": title,
        "start": format_value(
            judgement.start.value or ZERO, unit if len(unit) <= LONGEST_UNIT else "", indicator.decimals
        ),
        "first": judgement.start.year,
        "end": format_value(judgement.end.value or ZERO, unit, indicator.decimals),
        "last": judgement.end.year,
        "place": reading.name if reading else "",
    }
    if reading is None or reading.is_focus:
        return _("%(title)s, de %(start)s en %(first)s à %(end)s en %(last)s") % words
    return _("%(title)s (%(place)s), de %(start)s en %(first)s à %(end)s en %(last)s") % words


def _in_sentence(title: str) -> str:
    """The title inside a sentence: a small first letter, unless it is an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _still(figures: Sequence[GoalFigure]) -> str:
    """Nothing moves for sure: said with the number of indicators, so that silence is not taken for calm."""
    if any(one.trend != codes.NOT_ASSESSED for one in figures):
        return ngettext(
            "%(count)s indicateur est suivi\u00a0: son évolution n’est pas assez nette pour être résumée.",
            "%(count)s indicateurs sont suivis\u00a0: aucune évolution n’est assez nette pour être résumée.",
            len(figures),
        ) % {"count": len(figures)}
    return ngettext(
        "%(count)s indicateur est suivi, mais il n’a pas encore assez de valeurs pour juger une évolution.",
        "%(count)s indicateurs sont suivis, mais aucun n’a encore assez de valeurs pour juger une évolution.",
        len(figures),
    ) % {"count": len(figures)}
