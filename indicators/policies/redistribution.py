"""Whether figures may leave the page that shows them: the licence of their source decides."""

from django.urls import reverse
from django.utils.translation import gettext as _

from indicators.models import Indicator, Source
from portal.not_found import NotHere
from portal.slots import Link


def require_redistributable(indicator: Indicator) -> None:
    """Raises NotHere, a Http404, when the licence of the source does not let us pass its figures on."""
    if indicator.source.is_redistributable:
        return
    words = _(
        "La licence de cette source ne permet pas de redistribuer ses chiffres. Voyez le producteur\u00a0: %(who)s."
    )
    read_here = Link(_("Lire les chiffres en ligne"), reverse("indicators:detail", args=[indicator.slug]))
    raise NotHere(words % {"who": indicator.source.producer}, *producer_links([indicator.source]), read_here)


def producer_links(sources: list[Source]) -> list[Link]:
    """Where figures that may not be passed on are found: each producer once, those whose address is known."""
    found = {source.producer: source.url for source in sources if not source.is_redistributable and source.url}
    return [Link(producer, address) for producer, address in found.items()]
