"""Taking readers' opinions in, and counting them for the team."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, Max, Q
from django.utils import timezone

from home.models import Opinion

MOST_AN_HOUR = 300
"""Answers and comments of the whole site: more is a machine, not readers."""
KEPT_DAYS = 730


class TooManyOpinions(Exception):
    """The site has received more opinions within the hour than it takes."""


@transaction.atomic
def give_opinion(*, address: str, is_useful: bool | None = None, comment: str = "") -> Opinion:
    """Keep an answer or a comment about the page of that path. Raises TooManyOpinions."""
    if Opinion.objects.filter(given_at__gte=timezone.now() - timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise TooManyOpinions
    return Opinion.objects.create(address=address, is_useful=is_useful, comment=comment)


def forget_old_opinions() -> int:
    """Delete what is older than two years; how many."""
    return Opinion.objects.filter(given_at__lt=timezone.now() - timedelta(days=KEPT_DAYS)).delete()[0]


@dataclass(frozen=True, slots=True)
class PageOpinions:
    """What readers said of one page."""

    address: str
    useful: int
    not_useful: int
    last: datetime

    @property
    def share(self) -> int:
        """Percent that found it useful, of those who answered."""
        answers = self.useful + self.not_useful
        return round(100 * self.useful / answers) if answers else 0


def opinions_by_page(*, days: int = 90) -> list[PageOpinions]:
    """Pages with an answer in the last `days`, those that helped least first (one query)."""
    since = timezone.now() - timedelta(days=days)
    rows = (
        Opinion.objects.filter(given_at__gte=since, is_useful__isnull=False)
        .values("address")
        .annotate(useful=Count("pk", filter=Q(is_useful=True)), not_useful=Count("pk", filter=Q(is_useful=False)))
        .annotate(last=Max("given_at"))
        .order_by("-not_useful", "useful", "address")
    )
    return [PageOpinions(**row) for row in rows]


def latest_comments(limit: int = 50) -> Sequence[Opinion]:
    """The comments given last (one query)."""
    return list(Opinion.objects.exclude(comment="")[:limit])
