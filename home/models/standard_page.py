"""Pages that stand by themselves: method, about, legal notice, personal data, accessibility…"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.models.page import BasePage
from sdg_pages.models.editorial import EditorialPage


class StandardPage(EditorialPage):
    """A page of text at the first level of the site, or below another one."""

    introduction = models.TextField(_("introduction"), blank=True)

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [*BasePage.content_panels, "introduction", *EditorialPage.body_panels]
    template = "home/standard_page.html"

    class Meta:
        verbose_name = _("page de texte")
        verbose_name_plural = _("pages de texte")
