"""Recipes kept for next year: how the file of a source is read."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .indicator import Indicator
from .source import Source


class StoredRecipe(models.Model):
    """A recipe document (docs/recipes.md) that proved right for a source; versions are kept, never overwritten."""

    source = models.ForeignKey(Source, models.CASCADE, verbose_name=_("source"), related_name="recipes")
    indicator = models.ForeignKey(
        Indicator, models.CASCADE, verbose_name=_("indicateur"), related_name="recipes", null=True, blank=True
    )
    name = models.CharField(_("nom"), max_length=160)
    version = models.PositiveIntegerField(_("version"), default=1)
    document = models.JSONField(_("recette"))
    created_at = models.DateTimeField(_("gardée le"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("gardée par"), related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("recette")
        verbose_name_plural = _("recettes")
        ordering = ["name", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["source", "name", "version"], name="recipe_version_once"),
        ]

    def __str__(self) -> str:
        return _("%(name)s, version %(version)s") % {"name": self.name, "version": self.version}
