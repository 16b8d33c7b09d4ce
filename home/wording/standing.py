"""The dots: one for each indicator, from what worsens most, at the left, to what improves most, at the right."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators.selectors.signals import Signal, Signals
from indicators.trends.words import TREND_WORDS
from portal.charts.swarm import STABLE, Drawing, rows_of_discs, swarm
from portal.formatting import labelled, typographic
from sdg_pages.wording.counts import DOWN, FLAT, UP, counted, in_a_row, trend_counts

SIZES = ((1120, 17), (288, 13))
"""Width of the box and radius of a dot, on a large screen and on a phone."""
STRONGEST = 64
"""In stable bands a year: beyond, all evolutions stand at the edge."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot with its link; no number for an indicator that serves no goal."""

    x: str
    y: str
    number: int | None
    address: str
    label: str
    is_fragile: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The dots for one width of screen."""

    drawing: Drawing
    dots: list[Dot]


@dataclass(frozen=True, slots=True)
class Standing:
    """The figure: twice the same dots for two widths, the ends named, the counts in words."""

    assessed: list[Picture]
    others: list[Picture]
    summary: str
    worst: str
    best: str
    counts: list[tuple[str, str]]
    reading: list[str]
    """How to read the dots, a sentence each."""
    not_assessed: str


def standing_of(signals: Signals) -> Standing:
    """The figure of all published indicators."""
    assessed, others = signals.assessed, list(signals.not_assessed)
    counts = trend_counts(signal.trend for signal in [*assessed, *others])
    by_sign = {one.sign: one.count for one in counts}
    scores = [_score(signal) for signal in assessed]
    worst, best = (assessed[0], assessed[-1]) if len(assessed) > 1 else (None, None)
    return Standing(
        assessed=_both(assessed, [swarm(scores, width=width, radius=radius) for width, radius in SIZES]),
        others=_both(others, [rows_of_discs(len(others), width=width, radius=radius) for width, radius in SIZES]),
        summary=in_a_row(counts),
        worst=_title(worst) if worst else "",
        best=_title(best) if best else "",
        counts=[(sign, counted(sign, by_sign.get(sign, 0))) for sign in (DOWN, FLAT, UP)],
        reading=list(filter(None, _reading_help(signals))),
        not_assessed=_others_words(len(others)),
    )


def _both(signals: Sequence[Signal], drawings: Sequence[Drawing]) -> list[Picture]:
    return [_picture(signals, drawing) for drawing in drawings]


def _score(signal: Signal) -> float:
    """From −1 to 1: in proportion inside the stable band, as the logarithm of the strength beyond it."""
    strength = float(signal.strength)
    size = abs(strength)
    if size < 1:
        return strength * STABLE
    beyond = min(math.log(size) / math.log(STRONGEST), 1.0)
    return math.copysign(STABLE + (1 - STABLE) * beyond, strength)


def _picture(signals: Sequence[Signal], drawing: Drawing) -> Picture:
    return Picture(drawing, [_dot(signal, *place) for signal, place in zip(signals, drawing.places, strict=True)])


def _dot(signal: Signal, x: str, y: str) -> Dot:
    goal = signal.card.goals[0].number if signal.card.goals else None
    about = str(TREND_WORDS[signal.trend])
    if signal.is_fragile:
        about = _("%(trend)s (fragile)") % {"trend": about}
    name = labelled(_title(signal), about)
    return Dot(
        x=x,
        y=y,
        number=goal,
        address=reverse("indicators:detail", args=[signal.card.indicator.slug]),
        label=_("ODD\u00a0%(number)s, %(name)s") % {"number": goal, "name": name} if goal else name,
        is_fragile=signal.is_fragile,
    )


def _title(signal: Signal) -> str:
    return typographic(str(signal.card.indicator.title))


def _reading_help(signals: Signals) -> Iterator[str]:
    count = len(signals.fragile)
    yield _("Plus une pastille est loin du centre, plus l’évolution est nette.") if signals.assessed else ""
    fragile = ngettext(
        "Bord dentelé\u00a0: une tendance fragile.", "Bord dentelé\u00a0: %(count)s tendances fragiles.", count
    )
    yield fragile % {"count": count} if count else ""
    places = [signal.card.reading for signal in [*signals.assessed, *signals.not_assessed]]
    if any(place and not place.is_focus for place in places):
        yield _("Faute de chiffre local, un indicateur est lu sur le territoire plus large qui en a.")


def _others_words(count: int) -> str:
    words = ngettext(
        "%(count)s indicateur n’est pas évalué\u00a0: trop peu d’années, ou aucun sens souhaité.",
        "%(count)s indicateurs ne sont pas évalués\u00a0: trop peu d’années, ou aucun sens souhaité.",
        count,
    )
    return words % {"count": count} if count else ""
