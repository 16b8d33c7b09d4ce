"""The base of every page of the site."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.models import Page

from portal.public_pages import public_page


class BasePage(Page):
    """A page that is rendered once per generation; abstract, because a swapped page model cannot be undone."""

    promote_panels = [MultiFieldPanel(["slug", "seo_title", "search_description"], heading=_("Référencement"))]

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The page as everybody sees it, from the cache when it can; a preview is always made anew."""
        if getattr(request, "is_preview", False):
            return super().serve(request, *args, **kwargs)
        return public_page()(self.rendered)(request, *args, **kwargs)

    def rendered(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The response with its template already filled in, as the cache needs it."""
        response = super().serve(request, *args, **kwargs)
        return response.render() if hasattr(response, "render") else response
