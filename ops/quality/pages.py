"""Which addresses of the site are looked at: all that its links and its sitemap lead to, a few of each kind."""

import re
import urllib.request
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

STARTS = ("/fr/", "/en/")
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
LOCATION = re.compile(r"<loc>([^<]+)</loc>")
NOT_PAGES = re.compile(r"\.(csv|xlsx|json|pdf|png|xml|jsonld|svg|ics)$|^/(cms|media|static|documents)/")
BY_CONTENT = ("articles", "odd")
FACTS = re.compile(r'<dl class="spec facts">\s*<dt>([^<]+)')
OF_EACH_KIND = {"fr": 2, "en": 1}
"""Both languages share their templates: fewer English pages are enough unless everything is asked for."""


def kind(path: str, html: str = "") -> str:
    """The path without what names one thing among many: pages of one kind share a template.

    Articles, resources and events stand side by side: the facts that they begin with tell them apart. So do the goals
    with figures and those without.
    """
    parts = path.strip("/").split("/")
    shape = [re.sub(r"^\d+$", "N", part) if rank != 2 else "…" for rank, part in enumerate(parts)]
    if parts[1:2] == ["odd"] and 'class="val"' in html:
        return "/".join(shape) + " with figures"
    said = FACTS.search(html) if parts[1:2] == ["articles"] else None
    return "/".join(shape) + (f" {said[1]}" if said else "")


def read(address: str) -> str:
    """The text at the address, or nothing when the server refuses it or sends a file."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            said = answer.headers.get("Content-Type", "")
            return answer.read().decode(errors="replace") if "html" in said or "xml" in said else ""
    except OSError:
        return ""


def links(base: str, address: str, html: str) -> Iterator[str]:
    """Paths of this site that the page leads to, without their query."""
    for target in LINK.findall(html):
        full = urlsplit(urldefrag(urljoin(address, target)).url)
        if f"{full.scheme}://{full.netloc}" == base and not NOT_PAGES.search(full.path):
            yield full.path


def in_sitemap(base: str) -> list[str]:
    """Paths of every section of the sitemap, whatever host it names."""
    sections = [urlsplit(address).path for address in LOCATION.findall(read(f"{base}/sitemap.xml"))]
    return [urlsplit(address).path for one in sections for address in LOCATION.findall(read(base + one))]


def reachable(base: str, everything: bool = False) -> list[str]:
    """Paths reachable from both home pages and from the sitemap, in the order found."""
    waiting = list(dict.fromkeys([*STARTS, *in_sitemap(base)]))
    seen, kept, kinds = set(waiting), [], Counter[str]()
    while waiting:
        path = waiting.pop(0)
        most = 10**6 if everything else OF_EACH_KIND.get(path[1:3], 1)
        if kinds[kind(path)] >= most and path.split("/")[2] not in BY_CONTENT:
            continue
        html = read(base + path)
        kinds[kind(path, html)] += 1
        if kinds[kind(path, html)] <= most:
            kept.append(path)
        fresh = dict.fromkeys(found for found in links(base, base + path, html) if found not in seen)
        waiting += [found for found in fresh if found.startswith(STARTS)]
        seen |= fresh.keys()
    return kept
