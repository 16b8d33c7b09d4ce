"""Composition root: every address of the site, and the only module below the apps that may name them all."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home.views.sitemaps import robots, sitemap_index, sitemap_section
from portal.uploads import uploaded_image
from portal.views import colours, health, language_redirect

urlpatterns = [
    path("", language_redirect, name="root"),
    path("sante/", health, name="health"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap_section, name="sitemap_section"),
    path("couleurs-<slug:digest>.css", colours, name="colours"),
    path("cms/", include("indicators.admin_overrides")),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:name>", uploaded_image, name="uploaded_image"),
]

urlpatterns += i18n_patterns(
    path("indicateurs/", include("indicators.urls")),
    path("comparer/", include("indicators.compare_urls")),
    path("", include("indicators.open_urls")),
    path("", include("sdg_pages.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)

handler404 = "home.views.errors.not_found"
