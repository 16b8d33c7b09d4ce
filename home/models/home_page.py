"""The front page, one per language: its words are edited here, its figures are read from what is published."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel

from home.selectors import front_page
from home.wording.front import front_context
from portal.branding import branding
from portal.models.page import BasePage
from portal.public_pages import generation_of

PLACE = _("{territoire} est remplacé par le nom du territoire.")

AS_WRITTEN = _("Des mots de la phrase d’accueil, tels qu’ils y sont.")


def section_title(name: Any) -> models.CharField:
    """The heading of a section."""
    return models.CharField(name, max_length=120, default="", help_text=PLACE)


def section_text(name: Any) -> models.TextField:
    """The sentence beside a heading."""
    return models.TextField(name, blank=True, help_text=PLACE)


class HomePage(BasePage):
    """Where the territory stands, at a glance."""

    headline = models.CharField(_("phrase d’accueil"), max_length=200, help_text=PLACE)
    forward_words = models.CharField(_("mots en vert"), max_length=60, blank=True, help_text=AS_WRITTEN)
    backward_words = models.CharField(_("mots en orange"), max_length=60, blank=True, help_text=AS_WRITTEN)
    introduction = models.TextField(_("introduction"), blank=True, help_text=PLACE)
    explore_title = section_title(_("porte des indicateurs"))
    assess_title = section_title(_("porte des entreprises"))
    assess_text = section_text(_("sous la porte des entreprises"))
    standing_title = section_title(_("titre"))
    standing_text = section_text(_("explication"))
    improving_title = section_title(_("titre de ce qui s’améliore"))
    worsening_title = section_title(_("titre de ce qui se dégrade"))
    fragile_title = section_title(_("titre des tendances fragiles"))
    fragile_text = section_text(_("explication des tendances fragiles"))
    goals_title = section_title(_("titre"))
    goals_text = section_text(_("explication"))
    companies_title = section_title(_("titre"))
    companies_text = section_text(_("explication"))
    issues_title = section_title(_("titre"))
    issues_text = section_text(_("explication"))
    updates_title = section_title(_("titre"))
    updates_text = section_text(_("explication"))

    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            ["headline", FieldRowPanel(["forward_words", "backward_words"]), "introduction"], heading=_("En tête")
        ),
        MultiFieldPanel(["explore_title", "assess_title", "assess_text"], heading=_("Les deux portes")),
        MultiFieldPanel(["standing_title", "standing_text"], heading=_("Une pastille par indicateur")),
        MultiFieldPanel(
            ["improving_title", "worsening_title", "fragile_title", "fragile_text"], heading=_("Les signaux")
        ),
        MultiFieldPanel(["goals_title", "goals_text"], heading=_("Les 17 objectifs")),
        MultiFieldPanel(["companies_title", "companies_text"], heading=_("Les entreprises")),
        MultiFieldPanel(["issues_title", "issues_text"], heading=_("Les enjeux prioritaires")),
        MultiFieldPanel(["updates_title", "updates_text"], heading=_("Les mises à jour")),
    ]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("page d’accueil")

    def clean(self) -> None:
        super().clean()
        for field in ("forward_words", "backward_words"):
            if getattr(self, field) not in self.headline:
                raise ValidationError({field: _("Ces mots ne sont pas dans la phrase d’accueil.")})

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The page with its figures; the selector says how many queries."""
        territory = branding(generation=generation_of(request)).territory_name
        return super().get_context(request, *args, **kwargs) | front_context(self, front_page(), territory)
