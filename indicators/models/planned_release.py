"""When new figures are expected: the release calendar, and the log of its dates, from which nothing is ever taken."""

import calendar
import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.bilingual import Bilingual

from .indicator import Indicator
from .release import Release
from .source import Source


class Precision(models.TextChoices):
    """How exactly the date is known."""

    DAY = "day", _("au jour près")
    MONTH = "month", _("dans le mois")
    QUARTER = "quarter", _("dans le trimestre")


MONTHS_OF = {Precision.MONTH: 1, Precision.QUARTER: 3}


def last_day_of(expected: datetime.date, precision: str) -> datetime.date:
    """The last day on which figures expected then are not late."""
    months = MONTHS_OF.get(Precision(precision), 0)
    if not months:
        return expected
    month = expected.month if months == 1 else (expected.month - 1) // 3 * 3 + 3
    return datetime.date(expected.year, month, calendar.monthrange(expected.year, month)[1])


def first_day_of(expected: datetime.date, precision: str) -> datetime.date:
    """The first day of the time in which figures are expected."""
    months = MONTHS_OF.get(Precision(precision), 0)
    if not months:
        return expected
    return expected.replace(day=1, month=expected.month if months == 1 else (expected.month - 1) // 3 * 3 + 1)


class PlannedReleaseQuerySet(models.QuerySet["PlannedRelease"]):
    """Named filters."""

    def open(self) -> "PlannedReleaseQuerySet":
        """Still to come: neither published nor cancelled."""
        return self.filter(status__in=[PlannedRelease.Status.PROVISIONAL, PlannedRelease.Status.CONFIRMED])


class PlannedRelease(models.Model):
    """New figures of a source, or of one indicator, expected at a date. Written by `services.calendar`."""

    class Status(models.TextChoices):
        """A cancelled one stays in the calendar, with its reason."""

        PROVISIONAL = "provisional", _("provisoire")
        CONFIRMED = "confirmed", _("confirmée")
        CANCELLED = "cancelled", _("annulée")
        PUBLISHED = "published", _("publiée")

    source = models.ForeignKey(
        Source, models.PROTECT, verbose_name=_("source"), null=True, blank=True, related_name="planned_releases"
    )
    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        verbose_name=_("indicateur"),
        null=True,
        blank=True,
        related_name="planned_releases",
        help_text=_("À la place de la source, quand un seul de ses indicateurs est attendu."),
    )
    expected = models.DateField(_("date attendue"))
    precision = models.CharField(_("précision"), max_length=10, choices=Precision.choices, default=Precision.DAY)
    status = models.CharField(_("état"), max_length=12, choices=Status.choices, default=Status.PROVISIONAL)
    note_fr = models.CharField(_("note publique en français"), max_length=240, blank=True)
    note_en = models.CharField(_("note publique en anglais"), max_length=240, blank=True)
    published_on = models.DateField(_("publiée le"), null=True, blank=True, editable=False)
    release = models.ForeignKey(
        Release, models.SET_NULL, verbose_name=_("mise à jour"), null=True, editable=False, related_name="+"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("planifiée par"), related_name="+", editable=False
    )
    created_at = models.DateTimeField(_("planifiée le"), auto_now_add=True)

    note = Bilingual("note")

    objects = PlannedReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication attendue")
        verbose_name_plural = _("publications attendues")
        ordering = ["expected", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source__isnull=False, indicator__isnull=True)
                | models.Q(source__isnull=True, indicator__isnull=False),
                name="planned_release_of_source_or_indicator",
                violation_error_message=_("Choisissez une source ou un indicateur, l’un des deux."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.source or self.indicator}, {self.expected:%d/%m/%Y}"

    @property
    def is_open(self) -> bool:
        """Is it still to come?"""
        return self.status in (self.Status.PROVISIONAL, self.Status.CONFIRMED)

    @property
    def origin(self) -> Source:
        """The source of what is expected."""
        return self.source or self.indicator.source  # type: ignore[union-attr]

    @property
    def first_day(self) -> datetime.date:
        """From when it may come."""
        return first_day_of(self.expected, self.precision)

    @property
    def last_day(self) -> datetime.date:
        """Until when it is not late."""
        return last_day_of(self.expected, self.precision)


class KeptForGood(models.QuerySet["DateChange"]):
    """Nothing of it is changed or deleted."""

    def delete(self) -> Any:
        raise ValidationError(_("Le journal du calendrier ne s’efface pas."))

    def update(self, **fields: Any) -> int:
        raise ValidationError(_("Le journal du calendrier ne se modifie pas."))


class DateChange(models.Model):
    """A date of the calendar that moved, or was called off: what it was, what it is, why, who and when."""

    planned = models.ForeignKey(
        PlannedRelease, models.PROTECT, verbose_name=_("publication attendue"), related_name="changes"
    )
    old_expected = models.DateField(_("ancienne date"))
    old_precision = models.CharField(_("ancienne précision"), max_length=10, choices=Precision.choices)
    new_expected = models.DateField(
        _("nouvelle date"), null=True, help_text=_("Vide\u00a0: la publication est annulée.")
    )
    new_precision = models.CharField(_("nouvelle précision"), max_length=10, choices=Precision.choices, blank=True)
    reason_fr = models.CharField(_("raison en français"), max_length=240)
    reason_en = models.CharField(_("raison en anglais"), max_length=240, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("changée par"), related_name="+"
    )
    changed_at = models.DateTimeField(_("changée le"), auto_now_add=True)

    reason = Bilingual("reason")

    objects = KeptForGood.as_manager()

    class Meta:
        verbose_name = _("changement de date")
        verbose_name_plural = _("changements de date")
        ordering = ["changed_at", "pk"]

    def __str__(self) -> str:
        return str(self.reason)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise ValidationError(_("Le journal du calendrier ne se modifie pas."))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise ValidationError(_("Le journal du calendrier ne s’efface pas."))

    @property
    def days_moved(self) -> int:
        """How many days later it is awaited; less than zero when it comes earlier."""
        return (self.new_last_day - last_day_of(self.old_expected, self.old_precision)).days

    @property
    def new_last_day(self) -> datetime.date:
        """Until when it was not late after this change."""
        return last_day_of(self.new_expected or self.old_expected, self.new_precision or self.old_precision)
