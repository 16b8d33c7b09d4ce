"""The base of every page of the site."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.models import Page


class BasePage(Page):
    """A page with a short description for search engines; abstract, because a swapped page model cannot be undone."""

    promote_panels = [MultiFieldPanel(["slug", "seo_title", "search_description"], heading=_("Référencement"))]

    class Meta:
        abstract = True
