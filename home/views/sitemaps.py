"""What is told to the robots of search engines; every address holds the host and the sub-path of the site."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.views.decorators.http import require_safe

from portal import slots
from portal.public_pages import public_page
from portal.structured_data import absolute

XML = "application/xml"
NOT_READ = ("cms/", "documents/", "*/indicateurs/*/versions/", "*/indicateurs/*/integration/")
"""Administration with its previews, documents, former versions of figures, and what is shown inside other sites."""


@dataclass(frozen=True, slots=True)
class Host:
    """What `django.contrib.sitemaps` asks of a site."""

    domain: str


def sections() -> dict[str, Sitemap]:
    """The sections that the applications give, by name."""
    return dict(slots.SITEMAP_SECTIONS.gather())


@public_page()
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Open to everybody. The sections, each with the date of its latest change."""
    entries = [
        {"location": absolute(reverse("sitemap_section", args=[name])), "last_mod": section.get_latest_lastmod()}
        for name, section in sections().items()
    ]
    return render(request, "sitemap_index.xml", {"sitemaps": entries}, content_type=XML)


@public_page()
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    """Open to everybody. Every address of a section, with those of its translations."""
    found = sections().get(section)
    if found is None:
        raise Http404
    base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    host: Any = Host(base.netloc)
    urls = found.get_urls(site=host, protocol=base.scheme)
    return render(request, "sitemap.xml", {"urlset": urls}, content_type=XML)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Open to everybody. What robots leave alone, and where the sitemap is."""
    lines = [f"Disallow: {get_script_prefix()}{path}" for path in NOT_READ]
    text = "\n".join(["User-agent: *", *lines, "", f"Sitemap: {absolute(reverse('sitemap'))}", ""])
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
