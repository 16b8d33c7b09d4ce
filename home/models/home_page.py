"""The front page, one per language."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from home.selectors import front_page
from indicators.wording.cards import list_row
from portal.models.page import BasePage


class HomePage(BasePage):
    """Where the territory stands, at a glance."""

    headline = models.CharField(_("phrase d’accueil"), max_length=200)
    introduction = models.TextField(_("introduction"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    content_panels = [*BasePage.content_panels, "headline", "introduction"]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("page d’accueil")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The page with its figures, in six queries."""
        front = front_page()
        figures = {"front": front, "rows": [list_row(card) for card in front.latest]}
        return super().get_context(request, *args, **kwargs) | figures
