"""The 17 goals and 169 targets in our own short words, and the territory's priority issues."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.bilingual import Bilingual


class Goal(models.Model):
    """A Sustainable Development Goal, 1 to 17. The official wording is linked, never pasted."""

    number = models.PositiveSmallIntegerField(_("numéro"), primary_key=True)
    name_fr = models.CharField(_("nom en français"), max_length=120)
    name_en = models.CharField(_("nom en anglais"), max_length=120)
    framework_year = models.PositiveSmallIntegerField(_("année du cadre"), default=2015)

    name = Bilingual("name")

    class Meta:
        verbose_name = _("objectif de développement durable")
        verbose_name_plural = _("objectifs de développement durable")
        ordering = ["number"]
        constraints = [models.CheckConstraint(condition=models.Q(number__range=(1, 17)), name="goal_number_1_to_17")]

    def __str__(self) -> str:
        return _("ODD %(number)s %(name)s") % {"number": self.number, "name": self.name}

    @property
    def official_url(self) -> str:
        """Where the United Nations publish the official text."""
        return f"https://sdgs.un.org/goals/goal{self.number}"


class Target(models.Model):
    """A target of a goal: `8.5`, `17.a`. Codes are text: 1.10 is not 1.1."""

    code = models.CharField(_("code"), max_length=6, primary_key=True)
    goal = models.ForeignKey(Goal, models.PROTECT, verbose_name=_("objectif"), related_name="targets")
    name_fr = models.CharField(_("nom en français"), max_length=200)
    name_en = models.CharField(_("nom en anglais"), max_length=200)
    position = models.PositiveSmallIntegerField(_("rang"))

    name = Bilingual("name")

    class Meta:
        verbose_name = _("cible")
        verbose_name_plural = _("cibles")
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def official_url(self) -> str:
        """Where the United Nations publish the official text of the targets of its goal."""
        return f"{self.goal.official_url}#targets_and_indicators"


class PriorityIssue(models.Model):
    """One of the ten priority issues of the territory's CSR platform."""

    number = models.PositiveSmallIntegerField(_("numéro"), primary_key=True)
    name_fr = models.CharField(_("nom en français"), max_length=160)
    name_en = models.CharField(_("nom en anglais"), max_length=160)

    name = Bilingual("name")

    class Meta:
        verbose_name = _("enjeu prioritaire")
        verbose_name_plural = _("enjeux prioritaires")
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"
