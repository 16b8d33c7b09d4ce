"""Territories, each with the scheme of its code: 44 is a département in one scheme and a région in another."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.bilingual import Bilingual


class Level(models.TextChoices):
    """From the smallest to the largest: the order decides which enclosing territory is the nearest."""

    DISTRICT = "district", _("quartier")
    COMMUNE = "commune", _("commune")
    EPCI = "epci", _("intercommunalité")
    DEPARTEMENT = "departement", _("département")
    AGENCY_AREA = "agency_area", _("ressort d’agence")
    REGION = "region", _("région")
    FORMER_REGION = "former_region", _("ancienne région")
    COUNTRY = "country", _("pays")
    UNION = "union", _("union de pays")
    WORLD = "world", _("monde")


CODE_FORMS = {
    "EPCI SIREN": (r"[0-9]{9}", _("Un numéro SIREN a neuf chiffres.")),
    "COG commune": (r"[0-9]{5}|2[AB][0-9]{3}", _("Le code d’une commune a cinq signes, comme 44109 ou 2A004.")),
}
"""What codes of a scheme are made of, and the sentence for those that are not: 75056 is no intercommunalité."""


class Territory(models.Model):
    """A place that figures are about."""

    scheme = models.CharField(
        _("nomenclature"), max_length=40, help_text=_("COG commune, EPCI SIREN, COG département, NUTS2…")
    )
    code = models.CharField(_("code"), max_length=40)
    name_fr = models.CharField(_("nom"), max_length=160)
    name_en = models.CharField(_("nom en anglais"), max_length=160, blank=True)
    level = models.CharField(_("niveau"), max_length=20, choices=Level.choices)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("territoire englobant"), related_name="children", null=True, blank=True
    )
    areas = models.ManyToManyField(
        "self",
        verbose_name=_("ressorts d’agence"),
        related_name="members",
        symmetrical=False,
        blank=True,
        help_text=_("Autres territoires englobants, par exemple une caisse régionale."),
    )
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("remplacé par"),
        related_name="predecessors",
        null=True,
        blank=True,
        help_text=_("Pour un code disparu : le territoire qui a pris sa suite."),
    )
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    is_focus = models.BooleanField(_("territoire de l’observatoire"), default=False)

    name = Bilingual("name")

    class Meta:
        verbose_name = _("territoire")
        verbose_name_plural = _("territoires")
        ordering = ["name_fr", "scheme", "code"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code"], name="territory_scheme_code"),
            models.UniqueConstraint(
                fields=["is_focus"],
                condition=models.Q(is_focus=True),
                name="territory_one_focus",
                violation_error_message=_("Un seul territoire est celui de l’observatoire."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.pk and self.parent_id == self.pk:
            raise ValidationError({"parent": _("Un territoire ne s’englobe pas lui-même.")})
        form = CODE_FORMS.get(self.scheme)
        if form and not re.fullmatch(form[0], self.code):
            raise ValidationError({"code": form[1]})


class TerritorySpelling(models.Model):
    """Another way in which sources write a territory: « MET Nantes Métropole »."""

    territory = models.ForeignKey(Territory, models.CASCADE, verbose_name=_("territoire"), related_name="spellings")
    text = models.CharField(_("graphie"), max_length=160)

    class Meta:
        verbose_name = _("graphie")
        verbose_name_plural = _("graphies")
        ordering = ["text"]
        constraints = [models.UniqueConstraint(fields=["territory", "text"], name="territory_spelling_once")]

    def __str__(self) -> str:
        return self.text


class PeerGroup(models.Model):
    """Territories that may be compared with one another: the metropolises, the départements of metropolises…"""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name_fr = models.CharField(_("nom en français"), max_length=120)
    name_en = models.CharField(_("nom en anglais"), max_length=120, blank=True)
    territories = models.ManyToManyField(Territory, verbose_name=_("territoires"), related_name="peer_groups")

    name = Bilingual("name")

    class Meta:
        verbose_name = _("groupe de comparaison")
        verbose_name_plural = _("groupes de comparaison")
        ordering = ["name_fr"]

    def __str__(self) -> str:
        return self.name
