"""The latest updates and those that are expected, one line each."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from home.selectors import Expected
from indicators.selectors import Card
from indicators.wording.calendar import when_in_words
from portal.formatting import format_date, format_until


@dataclass(frozen=True, slots=True)
class Update:
    """A line: when, which indicator, what."""

    date: str
    title: str
    address: str
    about: str
    is_expected: bool = False


def latest_update(card: Card) -> Update:
    """« 3 novembre 2026, Écart de salaire : Chiffres 2024 »; the public note where there is one."""
    publication = card.indicator.publication
    return _update(card, format_date(publication.published_at), _changed(card))


def expected_update(expected: Expected) -> Update:
    """What the calendar announces, as exactly as it is known."""
    card = expected.card
    when = _("À venir, %(when)s") % {"when": when_in_words(expected.day, expected.precision)}
    about = _("Source\u00a0: %(producer)s.") % {"producer": card.indicator.source.producer}
    return _update(card, when, about, is_expected=True)


def _update(card: Card, date: str, about: str, *, is_expected: bool = False) -> Update:
    address = reverse("indicators:detail", args=[card.indicator.slug])
    return Update(date, str(card.indicator.title), address, about, is_expected)


def _changed(card: Card) -> str:
    release = card.indicator.publication.release
    until = {"until": format_until(card.latest.period) if card.latest else ""}
    if release.note:
        return _("Correction. %(note)s") % {"note": release.note} if release.is_correction else str(release.note)
    if release.number == 1:
        return _("Nouvel indicateur, chiffres %(until)s.") % until
    return _("Nouveaux chiffres, %(until)s.") % until
