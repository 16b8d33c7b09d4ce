"""Releases that may wait for other content to go online with them."""

from typing import Any

from indicators.models import Release, ReleaseImport
from indicators.permissions import visible_releases

MOST = 50


def releases_to_bundle(user: Any) -> list[Release]:
    """Complete releases that never went online, among those that this person sees, the latest first (one query)."""
    found = visible_releases(user).filter(provenance__state=ReleaseImport.State.SEALED, first_published_at__isnull=True)
    return list(found.filter(provenance__withdrawn_at__isnull=True).select_related("indicator").order_by("-pk")[:MOST])
