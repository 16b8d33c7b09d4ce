"""Published indicators as things to find."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from home.search.kinds import INDICATOR
from indicators.models import Indicator
from portal.findable import Findable

TEXTS = ("explanation", "scope", "method", "limits", "proxy_note", "chart_description")


def public_indicators() -> QuerySet[Indicator]:
    """Those that have a public release, with all that names them."""
    found = Indicator.objects.published().select_related("source", "department", "publication")
    return found.prefetch_related("goals", "targets", "priority_issues")


def indicator_findables(indicators: QuerySet[Indicator]) -> list[Findable]:
    """These indicators in the language in force: four queries."""
    return [indicator_findable(indicator) for indicator in indicators]


def indicator_findable(indicator: Indicator) -> Findable:
    """Its title, its definition, and everything it is about: goals, targets, issues, source."""
    goals, targets = list(indicator.goals.all()), list(indicator.targets.all())
    related = [*goals, *targets, *indicator.priority_issues.all()]
    texts = [str(getattr(indicator, name)) for name in TEXTS]
    names = [str(indicator.source.producer), str(indicator.source.name), str(indicator.unit)]
    return Findable(
        kind=INDICATOR,
        reference=str(indicator.pk),
        title=str(indicator.title),
        address=reverse("indicators:detail", args=[indicator.slug]),
        summary=str(indicator.definition),
        text="\n".join(filter(None, [*texts, *(str(item.name) for item in related), *names])),
        keywords=" ".join([*(f"ODD {goal.number}" for goal in goals), *(target.code for target in targets)]),
        date=localdate(indicator.publication.published_at),
    )
