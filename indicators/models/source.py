"""Where figures come from, under which licence, and when the next ones are expected."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.bilingual import Bilingual
from portal.models import Department


class Frequency(models.TextChoices):
    """How often new figures appear."""

    MONTHLY = "monthly", _("chaque mois")
    QUARTERLY = "quarterly", _("chaque trimestre")
    HALF_YEARLY = "half_yearly", _("chaque semestre")
    YEARLY = "yearly", _("chaque année")
    EVERY_TWO_YEARS = "every_two_years", _("tous les deux ans")
    IRREGULAR = "irregular", _("sans rythme fixe")
    ONCE = "once", _("une seule fois")


class Source(models.Model):
    """A producer's data set."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    name_fr = models.CharField(_("nom en français"), max_length=200)
    name_en = models.CharField(_("nom en anglais"), max_length=200, blank=True)
    producer = models.CharField(_("producteur"), max_length=160)
    url = models.URLField(_("adresse"), max_length=400, blank=True)
    licence = models.CharField(_("licence"), max_length=120)
    licence_url = models.URLField(_("texte de la licence"), max_length=400, blank=True)
    is_redistributable = models.BooleanField(
        _("la licence permet de redistribuer les chiffres"),
        default=True,
        help_text=_("Sinon, la page renvoie au producteur à la place des fichiers, de l’image et du code à intégrer."),
    )
    frequency = models.CharField(_("rythme"), max_length=20, choices=Frequency.choices, default=Frequency.YEARLY)
    contact_department = models.ForeignKey(
        Department, models.PROTECT, verbose_name=_("direction référente"), null=True, blank=True, related_name="sources"
    )
    next_expected = models.DateField(_("prochaine mise à jour attendue"), null=True, blank=True)
    origin_note_fr = models.TextField(
        _("précaution d’origine en français"),
        blank=True,
        help_text=_("À dire au public : chiffres repris d’un tiers, calcul de l’observatoire…"),
    )
    origin_note_en = models.TextField(_("précaution d’origine en anglais"), blank=True)

    name = Bilingual("name")
    origin_note = Bilingual("origin_note")

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["producer", "name_fr"]

    def __str__(self) -> str:
        return f"{self.producer}, {self.name}"
