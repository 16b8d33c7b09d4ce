"""Addresses of the public contract, for applications that may not import the one that answers there."""

from django.urls import reverse
from django.utils.translation import get_language


def site_address(*parts: object, language: str = "") -> str:
    """`site_address("odd", 5)` is `/fr/odd/5/` in the language in force, or in `language`; the sub-path is included."""
    steps = [language or get_language() or "fr", *map(str, parts)]
    return f"{reverse('root')}{'/'.join(steps)}/"
