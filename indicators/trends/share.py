"""The share of indicators that evolve positively, one of the territory's key indicators."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from indicators.trends.judgement import Judgement


@dataclass(frozen=True, slots=True)
class ImprovingShare:
    """Counts of indicators; fragile judgements are counted in `assessable` and `positive`, and apart."""

    positive: int
    assessable: int
    fragile: int
    fragile_positive: int

    @property
    def share(self) -> Fraction | None:
        """Positive ÷ assessable, exact; None when nothing can be assessed."""
        return Fraction(self.positive, self.assessable) if self.assessable else None


def share_improving(judgements: Iterable[Judgement]) -> ImprovingShare:
    """Count the indicators that improve among those whose trend is assessed."""
    assessed = [judgement for judgement in judgements if judgement.is_assessed]
    positive = [judgement for judgement in assessed if judgement.evolves_positively]
    return ImprovingShare(
        positive=len(positive),
        assessable=len(assessed),
        fragile=sum(judgement.is_fragile for judgement in assessed),
        fragile_positive=sum(judgement.is_fragile for judgement in positive),
    )
