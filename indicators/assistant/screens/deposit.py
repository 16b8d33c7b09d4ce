"""Screen 1: which indicator is updated, what is online, what is expected, what stands in the way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator, Observation, Publication, StoredRecipe, Upload

Line = tuple[str | Promise, str | Promise]

REFUSALS: Sequence[Line] = (
    (_("est protégé par un mot de passe"), _("Retirer le mot de passe dans le tableur, puis redéposer")),
    (_("contient des macros (.xlsm)"), _("Enregistrer sous « classeur .xlsx »")),
    (_("est tronqué ou vide"), _("Le télécharger de nouveau à la source")),
    (_("est une image ou un PDF"), _("Demander le tableau à la source : nous ne lisons pas les images")),
    (_("n’est pas une statistique"), _("Vérifier que chaque valeur a un territoire et une période")),
    (_("grossit plus de 100 fois une fois ouvert"), _("Nous le demander : archive anormale")),
)
"""Why a file is refused, and the remedy of each reason."""


@dataclass(frozen=True)
class Refusal:
    """The file that was not read: its name and size in bytes, why, what to do."""

    name: str
    size: int
    reason: str | Promise
    remedy: str | Promise

    @property
    def says_nothing_is_stored(self) -> bool:
        """Some reasons say it themselves."""
        return _("Rien n’a été enregistré.").rstrip(".") in f"{self.reason} {self.remedy}"


@dataclass(frozen=True)
class Updated:
    """What the person updates. `first` and `last` are the periods online; `days_late` counts from the date expected."""

    indicator: Indicator
    first: str = ""
    last: str = ""
    published: date | None = None
    expected: date | None = None
    days_late: int = 0
    recipe: StoredRecipe | None = None


@dataclass(frozen=True)
class DepositScreen:
    """Screen 1. `known` is the release already made from the same bytes, with its address."""

    updated: Updated | None = None
    refusal: Refusal | None = None
    known: Any = None
    known_url: str = ""
    drafts: Sequence["Draft"] = ()
    refusals: Sequence[Line] = field(default=REFUSALS)


@dataclass(frozen=True)
class Draft:
    """A file whose reading was left for later, and where to go on."""

    upload: Upload
    url: str


def updated(indicator: Indicator, today: date) -> Updated:
    """What is online and what is expected of this indicator (three queries)."""
    online = Publication.objects.filter(indicator=indicator).select_related("release").first()
    expected = indicator.source.next_expected
    first, last = _bounds(online) if online else ("", "")
    return Updated(
        indicator,
        first=first,
        last=last,
        published=online.published_at.date() if online else None,
        expected=expected,
        days_late=max(0, (today - expected).days) if expected else 0,
        recipe=_last_recipe(indicator),
    )


def drafts(uploads: Sequence[Upload]) -> list[Draft]:
    """Files to go on with, each with its address."""
    return [Draft(upload, reverse("assistant:reading", args=[upload.pk])) for upload in uploads]


def _bounds(online: Publication) -> tuple[str, str]:
    rows = Observation.objects.filter(release=online.release_id).order_by("period_start")
    first, last = rows.values_list("period", flat=True).first(), rows.values_list("period", flat=True).last()
    return first or "", last or ""


def _last_recipe(indicator: Indicator) -> StoredRecipe | None:
    return StoredRecipe.objects.filter(indicator=indicator).order_by("-created_at").first()
