"""Which addresses of the site are looked at: all that its links lead to, a few of each kind."""

import re
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

STARTS = ("/fr/", "/en/", "/fr/indicateurs/")
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
NOT_PAGES = re.compile(r"\.(csv|xlsx|json|pdf|png|xml|jsonld|svg)$|^/(cms|media|static|documents)/")
OF_EACH_KIND = 3
FULL_LISTS = ("/fr/indicateurs/", "/en/indicateurs/")
"""Pages that list everything: the budget of elements does not bind them, the others do."""
STATES = ("/fr/cette-page-n-existe-pas/",)
"""Addresses that no link leads to and that visitors see all the same."""


def kind(path: str) -> str:
    """The path without what names one thing among many: pages of one kind share a template."""
    parts = path.strip("/").split("/")
    return "/".join(part if rank < 2 else "…" for rank, part in enumerate(parts))


def read(address: str) -> str:
    """The page, or nothing when the server refuses it."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.read().decode(errors="replace") if "html" in answer.headers.get("Content-Type", "") else ""
    except urllib.error.URLError:
        return ""


def links(base: str, address: str) -> Iterator[str]:
    """Paths of this site that the page leads to, without their query."""
    for target in LINK.findall(read(address)):
        full = urlsplit(urldefrag(urljoin(address, target)).url)
        if f"{full.scheme}://{full.netloc}" == base and not NOT_PAGES.search(full.path):
            yield full.path


def reachable(base: str, everything: bool = False) -> list[str]:
    """Paths reachable from both home pages, in the order found, then the states that no link leads to."""
    waiting, seen, kept, kinds = list(STARTS), set(STARTS), [], Counter[str]()
    while waiting:
        path = waiting.pop(0)
        if not everything and kinds[kind(path)] >= OF_EACH_KIND:
            continue
        kinds[kind(path)] += 1
        kept.append(path)
        for found in links(base, base + path):
            if found.startswith(STARTS) and found not in seen:
                seen.add(found)
                waiting.append(found)
    return [*kept, *STATES]
