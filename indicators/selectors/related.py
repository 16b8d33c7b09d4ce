"""Other indicators to read after this one."""

from collections.abc import Sequence

from django.db.models import Count, Exists, OuterRef, Q

from indicators.models import Goal, Indicator, PriorityIssue

MOST_RELATED = 4
NONE = [0]
"""No row has this key: an empty list would make the sum of both counts unknown instead of the other count."""


def related_indicators(indicator: Indicator, goals: Sequence[Goal], issues: Sequence[PriorityIssue]) -> list[Indicator]:
    """Published indicators: those chosen on the sheet first, then those that share the most goals and issues.

    At most four, each with its source at hand: one query.
    """
    chosen = Indicator.related.through.objects.filter(from_indicator_id=indicator.pk, to_indicator_id=OuterRef("pk"))
    found = (
        Indicator.objects.published()
        .exclude(pk=indicator.pk)
        .annotate(
            is_chosen=Exists(chosen),
            shared=Count("goals", filter=Q(goals__in=list(goals) or NONE), distinct=True)
            + Count("priority_issues", filter=Q(priority_issues__in=list(issues) or NONE), distinct=True),
        )
        .filter(Q(is_chosen=True) | Q(shared__gt=0))
        .order_by("-is_chosen", "-shared", "title_fr")
        .select_related("source")
    )
    return list(found[:MOST_RELATED])
