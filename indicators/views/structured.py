"""The indicator as a schema.org Dataset, for the search engines of data."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from indicators.selectors import IndicatorPage
from portal.branding import Branding


def dataset(page: IndicatorPage, description: str, identity: Branding) -> dict[str, Any]:
    """https://schema.org/Dataset with its three distributions, none where the licence forbids them."""
    indicator, source = page.indicator, page.indicator.source
    address = settings.WAGTAILADMIN_BASE_URL + reverse("indicators:detail", args=[indicator.slug])
    periods = [row.start.year for row in page.rows]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": indicator.title,
        "description": " ".join(filter(None, [description, indicator.definition])),
        "url": address,
        "identifier": indicator.code,
        "version": str(page.release.number),
        "dateModified": localdate(page.publication.published_at).isoformat(),
        "license": source.licence_url or source.licence,
        "isBasedOn": source.url or source.name,
        "creator": {"@type": "Organization", "name": source.producer},
        "publisher": {"@type": "Organization", "name": identity.organisation_name},
        "temporalCoverage": f"{min(periods)}/{max(periods)}" if periods else "",
        "spatialCoverage": page.reading.name if page.reading else "",
        "variableMeasured": {"@type": "PropertyValue", "name": indicator.title, "unitText": indicator.unit},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{address}donnees.{suffix}"}
            for suffix, kind in _KINDS.items()
            if source.is_redistributable
        ],
    }


_KINDS = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
