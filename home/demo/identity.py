"""Who stands behind the demo, in the settings of the site: only where nobody has written anything."""

from typing import Any

from django.db import transaction

from portal.models import SiteSettings

TEXTS = {
    "partners_fr": (
        "Créé avec le groupe local Urbact (projet Cities4CSR), "
        "cofinancé par le Fonds européen de développement régional."
    ),
    "partners_en": (
        "Created with the local Urbact group (Cities4CSR project), "
        "co-financed by the European Regional Development Fund."
    ),
    "contact_email": "contact@demo.observatoire.example",
}


@transaction.atomic
def load_identity() -> int:
    """Fill the settings that are empty; how many. A second run changes nothing."""
    row = SiteSettings.objects.order_by("pk").first() or SiteSettings()
    empty = [name for name in TEXTS if not getattr(row, name)]
    for name in empty:
        setattr(row, name, TEXTS[name])
    if empty:
        row.save()
    return len(empty)


@transaction.atomic
def remove_identity() -> int:
    """Empty the settings that still say what the demo wrote, and drop settings that say nothing else; how many."""
    row = SiteSettings.objects.order_by("pk").first()
    if row is None:
        return 0
    own = [name for name, text in TEXTS.items() if getattr(row, name) == text]
    for name in own:
        setattr(row, name, "")
    if own:
        row.save()
    if own and _said(row) == _said(SiteSettings()):
        row.delete()
    return len(own)


def _said(row: SiteSettings) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key}
