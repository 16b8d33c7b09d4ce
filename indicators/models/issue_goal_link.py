"""Which goals each priority issue of companies acts on: the link between CSR and the goals."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .goal import Goal, PriorityIssue


class IssueGoalLink(models.Model):
    """An issue acts on a goal, mainly or besides. The first ones come from the reference catalogue."""

    class Strength(models.TextChoices):
        """How directly acting on the issue acts on the goal."""

        MAIN = "main", _("lien fort")
        SECONDARY = "secondary", _("lien secondaire")

    issue = models.ForeignKey(
        PriorityIssue, models.CASCADE, verbose_name=_("enjeu prioritaire"), related_name="goal_links"
    )
    goal = models.ForeignKey(Goal, models.CASCADE, verbose_name=_("objectif"), related_name="issue_links")
    strength = models.CharField(_("force du lien"), max_length=10, choices=Strength.choices, default=Strength.SECONDARY)

    class Meta:
        verbose_name = _("lien entre un enjeu et un objectif")
        verbose_name_plural = _("liens entre les enjeux et les objectifs")
        ordering = ["issue", "goal"]
        constraints = [
            models.UniqueConstraint(
                fields=["issue", "goal"],
                name="issue_goal_link_once",
                violation_error_message=_("Cet enjeu et cet objectif sont déjà liés."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.issue} / {self.goal}"

    @property
    def is_main(self) -> bool:
        return self.strength == self.Strength.MAIN
