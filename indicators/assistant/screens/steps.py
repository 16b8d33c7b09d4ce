"""The four steps from the file to the public page, and where the person stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DROP, READ, COMPARE, REVIEW = 1, 2, 3, 4

LABELS: Mapping[int, str | Promise] = {
    DROP: _("Déposer"),
    READ: _("Vérifier la lecture"),
    COMPARE: _("Comparer et soumettre"),
    REVIEW: _("Relecture par une autre personne"),
}


@dataclass(frozen=True)
class Step:
    """`state` is done, now or next; a done step has an address to go back to, when going back makes sense."""

    label: str | Promise
    state: str
    url: str = ""


def steps(now: int, addresses: Mapping[int, str] | None = None) -> list[Step]:
    """The four steps seen from step `now`."""
    known = addresses or {}
    return [Step(label, _state(number, now), known.get(number, "")) for number, label in LABELS.items()]


def _state(number: int, now: int) -> str:
    if number == now:
        return "now"
    return "done" if number < now else "next"
