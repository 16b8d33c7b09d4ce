"""Rules on the links of a page: three queries whatever their number."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from portal.content_checks.findings import Finding, Severity
from portal.content_checks.reading import Link, Placed, links_of
from portal.formatting import quoted
from portal.models import LinkCheck

EMPTY_WORDS = frozenset(
    {
        "ici",
        "cliquez ici",
        "cliquer ici",
        "lien",
        "ce lien",
        "en savoir plus",
        "lire la suite",
        "voir plus",
        "plus",
        "here",
        "click here",
        "link",
        "this link",
        "more",
        "read more",
        "learn more",
    }
)
"""Words that say nothing once the link is read out of its sentence."""


def is_external(link: Link) -> bool:
    """Does it lead out of the site?"""
    return link.address.startswith(("http://", "https://"))


def check_links_of(placed: Sequence[Placed]) -> Iterable[Finding]:
    """Blocking: a page or document that is not there. Warning: words that say nothing, an address that is silent."""
    links = [(one, link) for one in placed for link in links_of(one)]
    gone = _missing(links)
    silent = _silent({link.address for _one, link in links if is_external(link)})
    for one, link in links:
        if (link.kind, link.key) in gone:
            yield Finding(_gone_words(link), Severity.BLOCKING, one.field, one.block_id)
        if link.words.strip(" .:…»«").lower() in EMPTY_WORDS:
            words = {"words": quoted(link.words)}
            message = _("Lien %(words)s\u00a0: dites où il mène.") % words
            yield Finding(message, Severity.WARNING, one.field, one.block_id)
        if link.address in silent:
            message = _("%(address)s ne répond plus.") % {"address": link.address}
            yield Finding(message, Severity.WARNING, one.field, one.block_id)


def _missing(links: Iterable[tuple[Placed, Link]]) -> set[tuple[str, str]]:
    """Those whose page is not online or whose document was deleted."""
    wanted = {(link.kind, link.key) for _one, link in links if link.kind in {"page", "document"}}
    pages = [key for kind, key in wanted if kind == "page" and key.isdecimal()]
    documents = [key for kind, key in wanted if kind == "document" and key.isdecimal()]
    there = {("page", str(pk)) for pk in Page.objects.live().filter(pk__in=pages).values_list("pk", flat=True)}
    Document = get_document_model()
    there |= {("document", str(pk)) for pk in Document.objects.filter(pk__in=documents).values_list("pk", flat=True)}
    return wanted - there


def _silent(addresses: set[str]) -> set[str]:
    if not addresses:
        return set()
    return set(LinkCheck.objects.broken().filter(address__in=addresses).values_list("address", flat=True))


def _gone_words(link: Link) -> str:
    if link.kind == "document":
        return _("Le document du lien %(words)s n’existe plus.") % {"words": quoted(link.words)}
    if not link.words:
        return _("Un lien mène à une page qui n’est pas en ligne.")
    return _("Le lien %(words)s mène à une page qui n’est pas en ligne.") % {"words": quoted(link.words)}
