"""Updates of figures as news."""

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from indicators.models import Publication
from portal.slots import MOST_NEWS, FeedEntry


def news(language: str) -> list[FeedEntry]:
    """The indicators updated last, with the public note of their release (one query)."""
    found = (
        Publication.objects.filter(indicator__live=True)
        .select_related("indicator", "release")
        .order_by("-published_at", "-pk")[:MOST_NEWS]
    )
    with translation.override(language):
        return [
            FeedEntry(
                str(publication.indicator.title),
                reverse("indicators:detail", args=[publication.indicator.slug]),
                str(publication.release.note) or _("Mise à jour des chiffres."),
                publication.published_at,
            )
            for publication in found
        ]
