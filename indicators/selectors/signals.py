"""The signals: which published indicators improve, worsen or stay, each way in order of strength.

Strength compares what is measured differently: it is the progress per year (positive is better) divided by the stable
band of the indicator, so ±1 is where a line stops being stable and ±4 where it moves clearly (method 1).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from indicators.selectors.listing import Card
from indicators.trends import Judgement, codes, share_improving
from indicators.trends.judgement import BANDS
from indicators.trends.share import ImprovingShare

_LEAST_STRENGTH = {
    codes.IMPROVES_CLEARLY: Decimal(4),
    codes.IMPROVES: Decimal(1),
    codes.STABLE: Decimal(0),
    codes.WORSENS: Decimal(-1),
    codes.WORSENS_CLEARLY: Decimal(-4),
}


@dataclass(frozen=True, slots=True)
class Signal:
    """An indicator, the trend that is shown for it, and how strong it is."""

    card: Card
    judgement: Judgement
    """The computed one, with the trend that a person decided in its place; a decision hangs on no year."""
    strength: Decimal

    @property
    def trend(self) -> str:
        return self.judgement.trend

    @property
    def is_fragile(self) -> bool:
        return self.judgement.is_fragile


@dataclass(frozen=True, slots=True)
class Signals:
    """Every published indicator once. A fragile one raises no signal: it stands apart, whatever its word."""

    improving: Sequence[Signal]
    """The strongest first."""
    stable: Sequence[Signal]
    worsening: Sequence[Signal]
    """The strongest first."""
    fragile: Sequence[Signal]
    """Improving, stable or worsening, the strongest first."""
    not_assessed: Sequence[Signal]
    share: ImprovingShare

    @property
    def assessed(self) -> list[Signal]:
        """All that have a trend, from the one that worsens most to the one that improves most."""
        found = [*self.improving, *self.stable, *self.worsening, *self.fragile]
        return sorted(found, key=lambda signal: signal.strength)


def signals_of(cards: Iterable[Card]) -> Signals:
    """Sort cards into signals: no query."""
    found = [signal_of(card) for card in cards]
    robust = [signal for signal in found if signal.judgement.is_assessed and not signal.is_fragile]
    return Signals(
        improving=_strongest(signal for signal in robust if signal.trend in codes.POSITIVE),
        stable=_strongest(signal for signal in robust if signal.trend == codes.STABLE),
        worsening=_strongest(signal for signal in robust if signal.trend in codes.NEGATIVE),
        fragile=_strongest(signal for signal in found if signal.is_fragile),
        not_assessed=[signal for signal in found if not signal.judgement.is_assessed],
        share=share_improving(signal.judgement for signal in found),
    )


def signal_of(card: Card) -> Signal:
    """The signal of one indicator."""
    decided = card.indicator.publication.release.override_trend
    judgement = replace(card.judgement, trend=decided, robust=codes.ROBUST) if decided else card.judgement
    return Signal(card, judgement, _strength(judgement))


def _strength(judgement: Judgement) -> Decimal:
    """Progress in stable bands; at least what the word says, where a person chose it against the computation."""
    least = _LEAST_STRENGTH.get(judgement.trend, Decimal(0))
    if judgement.progress is None:
        return least
    measured = judgement.progress / (judgement.band or BANDS[judgement.measure])
    if judgement.trend == codes.STABLE:
        return max(min(measured, Decimal(1)), Decimal(-1))
    return max(measured, least) if least > 0 else min(measured, least)


def _strongest(signals: Iterable[Signal]) -> list[Signal]:
    return sorted(signals, key=lambda signal: abs(signal.strength), reverse=True)
