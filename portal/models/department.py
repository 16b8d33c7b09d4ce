"""Departments (directions) of the organisation: who answers for which indicators."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.bilingual import Bilingual


class Department(models.Model):
    """A department of the metropolis that contributes figures."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name_fr = models.CharField(_("nom en français"), max_length=120)
    name_en = models.CharField(_("nom en anglais"), max_length=120, blank=True)
    email = models.EmailField(_("adresse du service"), blank=True)

    name = Bilingual("name")

    class Meta:
        verbose_name = _("direction")
        verbose_name_plural = _("directions")
        ordering = ["name_fr"]
        permissions = [
            ("act_for_all_departments", _("Agit pour toutes les directions")),
            ("review_figures", _("Relit les chiffres et leurs fiches")),
            ("review_pages", _("Relit les pages")),
        ]

    def __str__(self) -> str:
        return self.name
