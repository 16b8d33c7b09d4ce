"""Pages that stand by themselves: method, about, legal notice, personal data, accessibility…"""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from home.wording.standard import standard_context
from portal.models.page import BasePage
from sdg_pages.models.editorial import EditorialPage


class StandardPage(EditorialPage):
    """A page of text at the first level of the site, or below another one."""

    class Layout(models.TextChoices):
        """What the page shows beside its text, made from the settings of the site or from its figures."""

        TEXT = "texte", _("Texte seul")
        CONTACT = "contact", _("Coordonnées de l’organisme")
        PRESS = "presse", _("Dossier de presse\u00a0: signe, images et chiffres clés")
        EXPLAINER = "explication", _("Explication en deux pages à imprimer, avec les chiffres clés")

    introduction = models.TextField(_("introduction"), blank=True)
    layout = models.CharField(_("présentation"), max_length=12, choices=Layout.choices, default=Layout.TEXT)

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [*BasePage.content_panels, "introduction", *EditorialPage.body_panels, "layout"]
    template = "home/standard_page.html"

    class Meta:
        verbose_name = _("page de texte")
        verbose_name_plural = _("pages de texte")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The page with what stands around its text, in as many queries as `standard_context` makes."""
        return super().get_context(request, *args, **kwargs) | standard_context(self, request)
