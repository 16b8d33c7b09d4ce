"""The pointer that decides what is public: one row per indicator, flipped in one statement at any size."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .indicator import Indicator
from .release import Release


class Publication(models.Model):
    """The release of an indicator that visitors see. No row: nothing is public."""

    indicator = models.OneToOneField(
        Indicator, models.PROTECT, verbose_name=_("indicateur"), related_name="publication"
    )
    release = models.OneToOneField(Release, models.PROTECT, verbose_name=_("mise à jour"), related_name="publication")
    published_at = models.DateTimeField(_("en ligne depuis"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("approuvée par"), related_name="+", null=True
    )

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def __str__(self) -> str:
        return str(self.release)
