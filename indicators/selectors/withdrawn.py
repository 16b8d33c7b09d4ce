"""What was public and is not any more: said to those who come by an old address."""

from django.db.models import Max

from indicators.models import Indicator, Release


def withdrawn_indicator(slug: str) -> Indicator | None:
    """The indicator of that address whose figures were public once, with its last `withdrawn_at` (one query)."""
    found = Indicator.objects.filter(slug=slug, releases__first_published_at__isnull=False)
    return found.annotate(withdrawn_at=Max("releases__provenance__withdrawn_at")).first()


def withdrawn_release(indicator: Indicator, number: int) -> Release | None:
    """The release of that number which was public and was withdrawn (one query)."""
    found = Release.objects.filter(indicator=indicator, number=number, first_published_at__isnull=False)
    return found.filter(provenance__withdrawn_at__isnull=False).select_related("provenance").first()
