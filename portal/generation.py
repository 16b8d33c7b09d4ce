"""One number that changes with every publication: cached pages carry it in their key, so none can be stale.

It stands in the database, so that every process and every machine sees the same, and is read once per request.
"""

from django.db import models
from django.db.models import F


class Generation(models.Model):
    """The single row that counts publications."""

    number = models.PositiveBigIntegerField(default=1)

    class Meta:
        app_label = "portal"

    def __str__(self) -> str:
        return str(self.number)


def current_generation() -> int:
    """The generation of what is public now (one query)."""
    return Generation.objects.filter(pk=1).values_list("number", flat=True).first() or 1


def renew_generation() -> None:
    """Makes every cached public page obsolete. Call it inside the transaction that changes what is public."""
    if not Generation.objects.filter(pk=1).update(number=F("number") + 1):
        Generation.objects.create(pk=1, number=2)
