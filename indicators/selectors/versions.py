"""The releases of an indicator that have been public: all stay readable, except those that were withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from indicators.models import Indicator, Publication, Release


@dataclass(frozen=True, slots=True)
class Version:
    """A release as the public sees it in the list of versions."""

    number: int
    published_at: datetime | None
    note: str
    is_correction: bool
    is_current: bool
    is_withdrawn: bool


def published_indicator(slug: str) -> Indicator | None:
    """The public indicator of that address, with all that its page names (one query)."""
    related = ("source", "department", "publication__release__provenance")
    return Indicator.objects.published().select_related(*related).filter(slug=slug).first()


def versions_of(indicator: Indicator, current: Publication) -> list[Version]:
    """Releases that are or were public, the latest first (one query)."""
    return [_version(release, current) for release in _public_releases(indicator)]


def readable_release(indicator: Indicator, number: int) -> Release | None:
    """A release of that number which is or was public and was not withdrawn (one query)."""
    found = next((release for release in _public_releases(indicator) if release.number == number), None)
    return found if found and not _is_withdrawn(found) else None


def _public_releases(indicator: Indicator) -> Sequence[Release]:
    found = Release.objects.filter(indicator=indicator, first_published_at__isnull=False)
    return list(found.select_related("provenance").order_by("-number"))


def _is_withdrawn(release: Release) -> bool:
    return hasattr(release, "provenance") and release.provenance.withdrawn_at is not None


def _version(release: Release, current: Publication) -> Version:
    return Version(
        number=release.number,
        published_at=release.went_public_at,
        note=str(release.note),
        is_correction=release.is_correction,
        is_current=release.pk == current.release_id,
        is_withdrawn=_is_withdrawn(release),
    )
