"""Small pieces that sentences are built from, written as the reader's language writes them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _


def quoted(text: object) -> str:
    """« taux », “taux” in English."""
    return _("«\u00a0%(text)s\u00a0»") % {"text": text}


def labelled(name: object, text: object) -> str:
    """« Lot : trop lourd », “Batch: too heavy” in English."""
    return _("%(name)s\u00a0: %(text)s") % {"name": name, "text": text}


def clauses(texts: Iterable[str]) -> str:
    """Clauses one after the other, with a semicolon between them."""
    return _("\u202f; ").join(texts)


def all_of(texts: Iterable[str]) -> str:
    """« a et b »."""
    return _(" et ").join(texts)
