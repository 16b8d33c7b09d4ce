"""One value for a territory, a period and a breakdown."""

import json

from django.db import models
from django.db.models.functions import Cast
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from indicators.statuses import codes_in
from portal.decimals import ExactDecimalField

from .release import Release
from .territory import Territory


class Breakdown(models.Model):
    """A combination of categories (`{"sexe": "Femmes"}`); the empty one is the total. Shared by all releases."""

    key = models.CharField(_("clé"), max_length=400, unique=True)

    class Meta:
        verbose_name = _("ventilation")
        verbose_name_plural = _("ventilations")
        ordering = ["key"]

    def __str__(self) -> str:
        return " · ".join(self.categories.values()) or str(_("ensemble"))

    @property
    def categories(self) -> dict[str, str]:
        """What `key`, made by `breakdown_key`, says."""
        return json.loads(self.key)


class Granularity(models.TextChoices):
    """How long a period is."""

    YEAR = "year", _("année")
    SEMESTER = "semester", _("semestre")
    QUARTER = "quarter", _("trimestre")
    MONTH = "month", _("mois")
    DAY = "day", _("jour")
    SEASON = "season", _("année à cheval")
    SPAN = "span", _("plusieurs années")


def _number(field: str) -> Cast:
    """Exact values are stored as text; only their order is asked here."""
    return Cast(field, models.DecimalField(max_digits=60, decimal_places=20))


class Observation(models.Model):
    """A row of a release. `value` is exact; without a value, `status` says why there is none.

    `lower` and `upper` are the bounds of the confidence interval that the producer gives, often none.

    Foreign keys carry no index of their own: the two below serve every question that is asked, and a third would
    make an import slower.
    """

    release = models.ForeignKey(Release, models.CASCADE, related_name="observations", db_index=False)
    territory = models.ForeignKey(Territory, models.PROTECT, related_name="observations", db_index=False)
    period = models.CharField(_("période"), max_length=12)
    period_start = models.DateField(_("début de la période"))
    granularity = models.CharField(_("durée"), max_length=8, choices=Granularity.choices)
    breakdown = models.ForeignKey(Breakdown, models.PROTECT, related_name="observations", db_index=False)
    value = ExactDecimalField(_("valeur"), null=True)
    lower = ExactDecimalField(_("borne basse"), null=True)
    upper = ExactDecimalField(_("borne haute"), null=True)
    status = models.CharField(_("statuts"), max_length=120, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "territory", "period", "breakdown"], name="observation_once_per_release"
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=False) | ~models.Q(status=""), name="observation_says_why_no_value"
            ),
            models.CheckConstraint(
                condition=models.Q(lower__isnull=True, upper__isnull=True)
                | (
                    models.Q(LessThanOrEqual(_number("lower"), _number("value")))
                    & models.Q(LessThanOrEqual(_number("value"), _number("upper")))
                ),
                name="observation_value_within_bounds",
            ),
        ]
        indexes = [models.Index(fields=["release", "period", "breakdown"], name="observation_release_period")]

    def __str__(self) -> str:
        return f"{self.territory_id} {self.period} {self.value}"

    @property
    def statuses(self) -> list[str]:
        return list(codes_in(self.status))
