"""Real figures for the previews of blocks in the editor."""

from indicators.models import Indicator


def first_published() -> Indicator | None:
    """The published indicator whose figures are the most recent (one query)."""
    return Indicator.objects.published().order_by("-publication__published_at", "pk").first()
