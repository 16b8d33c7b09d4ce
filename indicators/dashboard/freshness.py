"""How late the published indicators are: one stroke each, the shorter the later."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.models import Indicator

QUARTER, YEAR = 92, 365
"""Days of lateness from which a stroke is shorter."""
UP_TO_DATE, UNDATED, LATE, VERY_LATE, ABANDONED = "k", "n", "l", "m", "x"
"""Classes of the style sheet, in the order of the strip."""
ORDER = (UP_TO_DATE, UNDATED, LATE, VERY_LATE, ABANDONED)


@dataclass(frozen=True, slots=True)
class Part:
    """Strokes of one length: how many, their class, and what they mean in words."""

    count: int
    sign: str
    words: str

    @property
    def strokes(self) -> range:
        """One for each indicator."""
        return range(self.count)


@dataclass(frozen=True, slots=True)
class Freshness:
    """The strip, with how many indicators and goals the public site shows."""

    parts: list[Part]
    indicators: int
    goals: int


def freshness() -> Freshness:
    """Of the whole site, which everybody may know (two queries)."""
    today = timezone.localdate()
    dates = list(Indicator.objects.published().order_by("pk").values_list("source__next_expected", flat=True))
    found = Counter(sign_of(expected, today) for expected in dates)
    goals = (
        Indicator.objects.published().filter(goals__isnull=False).order_by("goals").values("goals").distinct().count()
    )
    words = meanings()
    return Freshness([Part(found[sign], sign, words[sign]) for sign in ORDER if found[sign]], len(dates), goals)


def sign_of(expected: date | None, today: date) -> str:
    """How late the next figures are."""
    if expected is None:
        return UNDATED
    days = (today - expected).days
    if days <= 0:
        return UP_TO_DATE
    if days <= QUARTER:
        return LATE
    return VERY_LATE if days <= YEAR else ABANDONED


def meanings() -> dict[str, str]:
    """The words of the legend."""
    return {
        UP_TO_DATE: _("à jour"),
        UNDATED: _("sans date attendue"),
        LATE: _("en retard de moins de 3 mois"),
        VERY_LATE: _("en retard de 3 mois à un an"),
        ABANDONED: _("en retard de plus d’un an"),
    }
