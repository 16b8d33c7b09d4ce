"""Tools, offers and methods for companies, and the networks that support them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel

from portal.models.page import BasePage

from .tagged import TaggedPage


class ResourcePage(TaggedPage):
    """Something a company can use, or somebody it can turn to."""

    class Kind(models.TextChoices):
        """What sort of resource."""

        TOOL = "outil", _("Outil")
        OFFER = "offre", _("Offre d’accompagnement")
        GUIDE = "guide", _("Guide")
        NETWORK = "reseau", _("Réseau ou appui local")

    kind = models.CharField(_("type"), max_length=12, choices=Kind.choices, default=Kind.TOOL)
    provider = models.CharField(_("proposé par"), max_length=160, blank=True)
    link = models.URLField(_("adresse du site"), max_length=400, blank=True)
    contact = models.CharField(_("contact"), max_length=160, blank=True)
    audience = models.CharField(_("pour qui"), max_length=160, blank=True)
    cost = models.CharField(_("coût"), max_length=120, blank=True, help_text=_("Gratuit, sur devis, 300 € par jour…"))
    time_needed = models.CharField(_("temps à prévoir"), max_length=120, blank=True)

    content_panels = [
        *BasePage.content_panels,
        "kind",
        "summary",
        MultiFieldPanel(
            ["provider", "link", "contact", "audience", "cost", "time_needed"], heading=_("Informations pratiques")
        ),
        *TaggedPage.body_panels,
        *TaggedPage.tag_panels,
    ]
    template = "sdg_pages/resource_page.html"

    class Meta:
        verbose_name = _("ressource")
        verbose_name_plural = _("ressources")
