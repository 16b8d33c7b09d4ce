"""Asking an address elsewhere whether it still answers."""

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import requests
from django.conf import settings
from django.utils.translation import gettext as _

SECONDS = 10
MOST_HOPS = 5
NOT_FOR_GUESTS = frozenset({401, 403, 405, 429, 503})
"""Answers of sites that keep machines out: the page may well be there."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether an address answers; `is_reached` is False when nothing was heard at all, as without a network."""

    is_answering: bool
    trouble: str = ""
    is_reached: bool = True


class PrivateAddress(Exception):
    """The address belongs to the network of this server, which an editor's link must not explore."""


def ask(address: str) -> Answer:
    """One request, redirections followed by hand so that each hop is public; never raises."""
    try:
        return _answer(_status(address))
    except PrivateAddress:
        return Answer(False, _("adresse d’un réseau privé"))
    except (requests.exceptions.SSLError, requests.exceptions.TooManyRedirects):
        return Answer(False, _("adresse qui ne s’ouvre pas"))
    except (requests.exceptions.RequestException, OSError, ValueError):
        return Answer(False, _("aucune réponse"), is_reached=False)


def _answer(status: int) -> Answer:
    if status < 400 or status in NOT_FOR_GUESTS:
        return Answer(True)
    if status in {404, 410}:
        return Answer(False, _("page introuvable"))
    return Answer(False, _("erreur %(status)s") % {"status": status})


def _status(address: str) -> int:
    for _hop in range(MOST_HOPS):
        refuse_private(address)
        with requests.get(
            address, timeout=SECONDS, allow_redirects=False, stream=True, headers={"User-Agent": "observatory-links"}
        ) as response:
            if response.status_code not in REDIRECTS or "Location" not in response.headers:
                return response.status_code
            address = urljoin(address, response.headers["Location"])
    raise requests.exceptions.TooManyRedirects


def refuse_private(address: str) -> None:
    """Raises PrivateAddress unless every address of the host is public, or the settings allow private ones."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise PrivateAddress
    if settings.LINK_CHECKS_MAY_BE_PRIVATE:
        return
    if not all(ipaddress.ip_address(one).is_global for one in _addresses_of(parts.hostname)):
        raise PrivateAddress


def _addresses_of(host: str) -> Iterable[str]:
    return {str(found[4][0]).partition("%")[0] for found in socket.getaddrinfo(host, None)}
