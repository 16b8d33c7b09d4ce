"""Why a goal or a target has no indicator: said, instead of left out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.bilingual import Bilingual

from .goal import Goal, Target


class CoverageGap(models.Model):
    """The reason why nothing is followed for a goal, or for one of its targets. Without one: not studied yet."""

    class State(models.TextChoices):
        """The kind of reason, the same words for all."""

        IN_PROGRESS = "in_progress", _("Donnée repérée, pas encore reprise")
        NO_DATA = "no_data", _("Pas de donnée publique à cette échelle")
        NOT_RELEVANT = "not_relevant", _("Ne concerne pas le territoire")

    goal = models.OneToOneField(
        Goal, models.PROTECT, verbose_name=_("objectif"), null=True, blank=True, related_name="coverage_gap"
    )
    target = models.OneToOneField(
        Target,
        models.PROTECT,
        verbose_name=_("cible"),
        null=True,
        blank=True,
        related_name="coverage_gap",
        help_text=_("À la place de l’objectif entier, pour une seule de ses cibles."),
    )
    state = models.CharField(_("situation"), max_length=15, choices=State.choices, default=State.NO_DATA)
    reason_fr = models.TextField(_("raison en français"), max_length=400)
    reason_en = models.TextField(_("raison en anglais"), max_length=400, blank=True)

    reason = Bilingual("reason")

    class Meta:
        verbose_name = _("raison d’une absence")
        verbose_name_plural = _("raisons des absences")
        ordering = ["goal", "target__position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(goal__isnull=False, target__isnull=True)
                | models.Q(goal__isnull=True, target__isnull=False),
                name="coverage_gap_of_goal_or_target",
                violation_error_message=_("Choisissez un objectif ou une cible, l’un des deux."),
            )
        ]

    def __str__(self) -> str:
        return str(self.goal or self.target)
