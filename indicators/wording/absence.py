"""Why a page of figures is not there any more, and what can be read instead."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from indicators.models import Indicator
from indicators.selectors.withdrawn import withdrawn_indicator, withdrawn_release
from portal.formatting import format_date, quoted, typographic
from portal.not_found import NotHere
from portal.slots import Link


def no_indicator(slug: str) -> NotHere:
    """Nothing public has that address: withdrawn, or never there (one query)."""
    indicator = withdrawn_indicator(slug)
    if indicator is None:
        return NotHere(_("Aucun indicateur publié n’a cette adresse."))
    withdrawn = _("Cet indicateur n’est plus en ligne")
    words = {"title": quoted(typographic(str(indicator.title)))}
    if indicator.withdrawn_at is None:
        return NotHere(_("L’indicateur %(title)s a été retiré du site.") % words, heading=withdrawn)
    words["date"] = format_date(localdate(indicator.withdrawn_at))
    return NotHere(_("L’indicateur %(title)s a été retiré du site le %(date)s.") % words, heading=withdrawn)


def no_release(indicator: Indicator, number: int) -> NotHere:
    """The version of that number is not readable: withdrawn, or never public (one query)."""
    release = withdrawn_release(indicator, number)
    address = reverse("indicators:detail", args=[indicator.slug])
    links = [
        Link(_("Voir les chiffres en ligne"), address),
        Link(_("Toutes les versions"), reverse("indicators:versions", args=[indicator.slug])),
    ]
    if release is None:
        return NotHere(_("L’indicateur n’a pas de version publique de ce numéro."), *links)
    withdrawn = _("Cette version n’est plus en ligne")
    words = {"number": number, "date": format_date(localdate(release.provenance.withdrawn_at))}
    return NotHere(
        _("La version %(number)s de ces chiffres a été retirée le %(date)s.") % words, *links, heading=withdrawn
    )
