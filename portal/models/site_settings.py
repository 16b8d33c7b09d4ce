"""What makes this site the observatory of this territory: its names, its colours, its pictures, its legal notice."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.forms import TextInput
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from portal.accent import DARK_GROUNDS, DEFAULT_DARK, DEFAULT_LIGHT, LIGHT_GROUNDS, check_accent
from portal.generation import renew_generation

EMPTY_KEEPS_DEFAULT = _("Vide\u00a0: le nom donné à l’installation.")


def picture(name: Any, help_text: Any) -> models.ForeignKey:
    """An image of the library, that may be taken away."""
    return models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        verbose_name=name,
        null=True,
        blank=True,
        related_name="+",
        help_text=help_text,
    )


def colour(name: Any, default: str) -> models.CharField:
    """A colour as `#0b57c2`."""
    return models.CharField(name, max_length=7, default=default)


def colour_panel(field: str) -> FieldPanel:
    """The browser's own choice of colours."""
    return FieldPanel(field, widget=TextInput(attrs={"type": "color"}))


@register_setting(icon="site")
class SiteSettings(BaseGenericSetting):
    """One row for the whole site. What it leaves empty comes from the environment of the installation."""

    site_name_fr = models.CharField(
        _("nom du site en français"), max_length=80, blank=True, help_text=EMPTY_KEEPS_DEFAULT
    )
    site_name_en = models.CharField(_("nom du site en anglais"), max_length=80, blank=True)
    tagline_fr = models.CharField(
        _("description en une phrase, en français"),
        max_length=200,
        blank=True,
        help_text=_("Pour les moteurs de recherche, là où une page n’a pas sa propre description."),
    )
    tagline_en = models.CharField(_("description en une phrase, en anglais"), max_length=200, blank=True)
    territory_name_fr = models.CharField(
        _("nom du territoire en français"), max_length=80, blank=True, help_text=EMPTY_KEEPS_DEFAULT
    )
    territory_name_en = models.CharField(_("nom du territoire en anglais"), max_length=80, blank=True)
    territory_short_name = models.CharField(
        _("nom court du territoire"),
        max_length=40,
        blank=True,
        help_text=_("Là où la place manque, dans un graphique."),
    )
    logo = picture(_("logo"), _("Montré à 38 pixels de haut, à la place du signe du site."))
    social_image = picture(_("image de partage"), _("1 200 × 630 pixels, pour les réseaux sociaux."))
    accent_light = colour(_("couleur d’accent sur fond clair"), DEFAULT_LIGHT)
    accent_dark = colour(_("couleur d’accent sur fond sombre"), DEFAULT_DARK)
    footer_title_fr = models.CharField(_("titre du pied de page en français"), max_length=120, blank=True)
    footer_title_en = models.CharField(_("titre du pied de page en anglais"), max_length=120, blank=True)
    footer_text_fr = models.TextField(_("texte du pied de page en français"), blank=True)
    footer_text_en = models.TextField(_("texte du pied de page en anglais"), blank=True)
    partners_fr = models.CharField(_("partenaires et financeurs, en français"), max_length=300, blank=True)
    partners_en = models.CharField(_("partenaires et financeurs, en anglais"), max_length=300, blank=True)
    contact_email = models.EmailField(_("adresse de contact"), blank=True)
    organisation_name = models.CharField(
        _("organisme responsable"), max_length=160, blank=True, help_text=_("Pour les mentions légales.")
    )
    organisation_address = models.TextField(_("adresse postale de l’organisme"), blank=True)
    publication_director = models.CharField(
        _("directrice ou directeur de la publication"), max_length=160, blank=True, help_text=_("Nom et fonction.")
    )
    host = models.TextField(
        _("hébergeur"), blank=True, help_text=_("Nom, adresse et téléphone, pour les mentions légales.")
    )

    panels = [
        MultiFieldPanel(
            [FieldRowPanel(["site_name_fr", "site_name_en"]), FieldRowPanel(["tagline_fr", "tagline_en"])],
            heading=_("Le site"),
        ),
        MultiFieldPanel(
            [FieldRowPanel(["territory_name_fr", "territory_name_en"]), "territory_short_name"],
            heading=_("Le territoire"),
        ),
        MultiFieldPanel(
            ["logo", "social_image", FieldRowPanel([colour_panel("accent_light"), colour_panel("accent_dark")])],
            heading=_("L’apparence"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(["footer_title_fr", "footer_title_en"]),
                FieldRowPanel(["footer_text_fr", "footer_text_en"]),
                FieldRowPanel(["partners_fr", "partners_en"]),
            ],
            heading=_("Le pied de page"),
        ),
        MultiFieldPanel(
            ["contact_email", "organisation_name", "organisation_address", "publication_director", "host"],
            heading=_("L’organisme"),
        ),
    ]

    class Meta:
        verbose_name = _("identité du site")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    def clean(self) -> None:
        super().clean()
        self.accent_light, self.accent_dark = self.accent_light.lower(), self.accent_dark.lower()
        errors = {}
        for field, grounds in (("accent_light", LIGHT_GROUNDS), ("accent_dark", DARK_GROUNDS)):
            try:
                check_accent(getattr(self, field), grounds)
            except ValidationError as refused:
                errors[field] = refused
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Every page carries these words: none stays in a cache."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            renew_generation()
