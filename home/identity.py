"""The names of this site in the texts of its pages: a text says `{territoire}`, another city says its own.

`{/glossaire}` is the address of that part of the site in the language of the page, wherever the site is installed.
"""

import re
from collections.abc import Callable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from portal.addresses import site_address
from portal.branding import Branding

PLACE = re.compile(r"\{(/?[a-zé-]+(?:/[a-z0-9-]+)*)\}")


def _contact(identity: Branding) -> str:
    return identity.contact_email or _("(adresse de contact non renseignée)")


def _postal(identity: Branding) -> str:
    return identity.organisation_address or _("(adresse postale non renseignée)")


def _director(identity: Branding) -> str:
    return identity.publication_director or _("(nom non renseigné)")


def _host(identity: Branding) -> str:
    return identity.host or _("(hébergeur non renseigné)")


PLACES: dict[str, Callable[[Branding], str]] = {
    "territoire": lambda identity: identity.territory_name,
    "site": lambda identity: identity.site_name,
    "organisme": lambda identity: identity.organisation_name,
    "adresse": _postal,
    "directeur": _director,
    "hébergeur": _host,
    "contact": _contact,
}
"""What may stand between braces, with what it becomes; the same words in both languages."""


def with_identity(html: str, identity: Branding) -> SafeString:
    """HTML with its places filled; what is not the name of a place stays as it is written."""

    def fill(place: re.Match[str]) -> str:
        name = place[1]
        if name.startswith("/"):
            return site_address(*name.strip("/").split("/"))
        value = PLACES[name](identity) if name in PLACES else place[0]
        return escape(value).replace("\n", "<br>")

    return mark_safe(PLACE.sub(fill, html))
