"""Whether figures may leave the page that shows them: the licence of their source decides."""

from django.http import Http404
from django.utils.translation import gettext as _

from indicators.models import Indicator


def require_redistributable(indicator: Indicator) -> None:
    """Raises Http404 with a sentence when the licence of the source does not let us pass its figures on."""
    if not indicator.source.is_redistributable:
        words = _(
            "La licence de cette source ne permet pas de redistribuer ses chiffres. Voyez le producteur\u00a0: %(who)s."
        )
        raise Http404(words % {"who": indicator.source.producer})
