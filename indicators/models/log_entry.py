"""The log of the figures, apart from Wagtail's own: who may read it depends on the department of the indicator."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models.audit_log import BaseLogEntry, ModelLogEntryManager

from .indicator import Indicator


def indicator_id_of(instance: models.Model) -> int | None:
    """The indicator that a logged row belongs to, None when it belongs to none."""
    return instance.pk if isinstance(instance, Indicator) else getattr(instance, "indicator_id", None)


class FigureLogEntryManager(ModelLogEntryManager):
    """Files every entry under its indicator, and shows it to those who may see that one."""

    def log_action(self, instance: models.Model, action: str, **fields: Any) -> "FigureLogEntry":
        return super().log_action(instance, action, indicator_id=indicator_id_of(instance), **fields)

    def viewable_by_user(self, user: Any) -> models.QuerySet["FigureLogEntry"]:
        """The site history report asks this."""
        from indicators.permissions import scope_of, visible_indicators  # it reads the models

        if scope_of(user).everything:
            return self.all()
        return self.filter(indicator__in=visible_indicators(user))


class FigureLogEntry(BaseLogEntry):
    """What somebody did to an indicator, a release, an upload or a recipe."""

    object_id = models.CharField(max_length=255, db_index=True)
    indicator = models.ForeignKey(
        Indicator, models.SET_NULL, verbose_name=_("indicateur"), null=True, blank=True, related_name="log_entries"
    )

    objects = FigureLogEntryManager()

    class Meta(BaseLogEntry.Meta):
        ordering = ["-timestamp", "-id"]
        verbose_name = _("entrée du journal des chiffres")
        verbose_name_plural = _("journal des chiffres")

    def __str__(self) -> str:
        return f"{self.action} {self.label}"
