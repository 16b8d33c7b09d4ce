"""Articles, and the index of everything there is to read."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from portal.models.page import BasePage
from portal.public_pages import public_page

from .tagged import TaggedPage


class ArticleIndexPage(BasePage):
    """Articles, resources and events in three axes, one index per language."""

    introduction = models.TextField(_("introduction"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["sdg_pages.ArticlePage", "sdg_pages.ResourcePage", "sdg_pages.EventPage"]
    content_panels = [*BasePage.content_panels, "introduction"]
    template = "sdg_pages/article_index.html"

    class Meta:
        verbose_name = _("liste des articles et ressources")
        verbose_name_plural = _("listes des articles et ressources")

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The list as everybody sees it: what is chosen stands in the address."""
        from sdg_pages.selectors.reading_list import PARAMETERS

        if getattr(request, "is_preview", False):
            return super().serve(request, *args, **kwargs)
        return public_page(*PARAMETERS)(self.rendered)(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The list that the address asks for, in at most eleven queries."""
        from sdg_pages.wording.reading_lists import list_context

        return super().get_context(request, *args, **kwargs) | list_context(self, request)


class ArticlePage(TaggedPage):
    """News, an analysis or a method, with live figures."""

    class Kind(models.TextChoices):
        """What sort of article."""

        ANALYSIS = "analyse", _("Analyse")
        NEWS = "actualite", _("Actualité")
        METHOD = "methode", _("Méthode")

    kind = models.CharField(_("type"), max_length=12, choices=Kind.choices, default=Kind.ANALYSIS)

    content_panels = [*BasePage.content_panels, "kind", "summary", *TaggedPage.body_panels, *TaggedPage.tag_panels]
    template = "sdg_pages/article_page.html"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
