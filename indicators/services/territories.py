"""Territories added while a file is imported."""

from collections.abc import Iterable

from django.db import transaction

from indicators.models import Territory, TerritorySpelling


@transaction.atomic
def create_territory(
    *,
    scheme: str,
    code: str,
    name_fr: str,
    level: str,
    name_en: str = "",
    parent: Territory | None = None,
    spellings: Iterable[str] = (),
) -> Territory:
    """A new territory with the ways in which sources write it. Raises ValidationError, as a form shows it."""
    territory = Territory(scheme=scheme, code=code, name_fr=name_fr, name_en=name_en, level=level, parent=parent)
    territory.full_clean()
    territory.save()
    for text in spellings:
        add_spelling(territory=territory, text=text)
    return territory


def add_spelling(*, territory: Territory, text: str) -> TerritorySpelling:
    """Remember how a source writes a territory; nothing happens when it is known."""
    return TerritorySpelling.objects.get_or_create(territory=territory, text=text)[0]
