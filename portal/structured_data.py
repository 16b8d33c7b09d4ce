"""What search engines read of a page, in the words of https://schema.org; addresses are absolute."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from portal.addresses import site_address
from portal.branding import Branding

Data = dict[str, Any]
CONTEXT = "https://schema.org"


def absolute(address: str) -> str:
    """The address with the host of the site; one that is absolute stays as it is."""
    return address if "://" in address else f"{settings.WAGTAILADMIN_BASE_URL}{address}"


def breadcrumb_list(items: Iterable[tuple[object, str]]) -> Data:
    """`BreadcrumbList` of the pairs (label, address) that the page shows; the page itself, the last, has none."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": str(label)}
            | ({"item": absolute(address)} if address else {})
            for position, (label, address) in enumerate(items, start=1)
        ],
    }


def organization(identity: Branding) -> Data:
    """Who publishes the observatory."""
    return {"@type": "Organization", "name": identity.organisation_name, "url": absolute(reverse("root"))}


def website(identity: Branding) -> Data:
    """The site with its search, for its front page."""
    search = absolute(site_address("recherche"))
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": identity.site_name,
        "url": absolute(reverse("root")),
        "inLanguage": get_language(),
        "publisher": organization(identity),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{search}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def article(
    title: str,
    *,
    address: str,
    identity: Branding,
    description: str = "",
    published: datetime.datetime | None = None,
    modified: datetime.datetime | None = None,
    author: str = "",
) -> Data:
    """An `Article`; without an author of its own it is signed by the publisher."""
    data = {
        "@context": CONTEXT,
        "@type": "Article",
        "headline": title[:110],
        "description": description,
        "url": absolute(address),
        "inLanguage": get_language(),
        "author": {"@type": "Organization", "name": author} if author else organization(identity),
        "publisher": organization(identity),
        "datePublished": published.isoformat() if published else "",
        "dateModified": modified.isoformat() if modified else "",
    }
    return {name: value for name, value in data.items() if value}
