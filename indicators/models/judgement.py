"""The verdict on an evolution, kept with the method's version, its inputs and its result."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.decimals import ExactDecimalField

from .release import Release
from .territory import Territory


class StoredJudgement(models.Model):
    """What `indicators.trends.judge` said of a release at its reading territory."""

    release = models.OneToOneField(Release, models.CASCADE, verbose_name=_("mise à jour"), related_name="judgement")
    territory = models.ForeignKey(
        Territory, models.PROTECT, verbose_name=_("territoire de lecture"), related_name="+", null=True
    )
    method_version = models.CharField(_("version de la méthode"), max_length=10)
    trend = models.CharField(_("tendance"), max_length=20)
    reason = models.CharField(_("raison"), max_length=60, blank=True)
    robust = models.CharField(_("solidité"), max_length=10, blank=True)
    yearly_change = ExactDecimalField(_("évolution par an, dans le sens souhaité"), null=True)
    window_start = models.CharField(_("début"), max_length=12, blank=True)
    window_end = models.CharField(_("fin"), max_length=12, blank=True)
    target_verdict = models.CharField(_("par rapport à l’objectif"), max_length=20, blank=True)
    target_ratio = ExactDecimalField(_("rapport au rythme nécessaire"), null=True)
    inputs = models.JSONField(_("valeurs prises en compte"), default=dict)

    class Meta:
        verbose_name = _("jugement")
        verbose_name_plural = _("jugements")

    def __str__(self) -> str:
        return f"{self.release_id} {self.trend}"
