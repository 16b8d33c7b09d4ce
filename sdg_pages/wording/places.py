"""Places as a sentence names them: French says « qu’en France », « que dans l’Union européenne »."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.models import Territory

KNOWN = {
    "FR": (gettext_lazy("qu’en France"), gettext_lazy("en France")),
    "FR-HM": (gettext_lazy("qu’en France hors Mayotte"), gettext_lazy("en France hors Mayotte")),
    "FR-M": (gettext_lazy("qu’en France métropolitaine"), gettext_lazy("en France métropolitaine")),
    "EU27_2020": (gettext_lazy("que dans l’Union européenne"), gettext_lazy("dans l’Union européenne")),
}
"""By code: after a comparative, and after a value."""


@dataclass(frozen=True, slots=True)
class Place:
    """« qu’en France », « en France »."""

    than: str
    where: str


def place_in_sentence(territory: Territory) -> Place:
    """A reference territory; one without a phrase of its own keeps its name as it is."""
    if territory.code in KNOWN:
        than, where = KNOWN[territory.code]
        return Place(str(than), str(where))
    name = {"name": territory.name}
    return Place(_("que pour la référence, %(name)s") % name, _("pour la référence, %(name)s") % name)
