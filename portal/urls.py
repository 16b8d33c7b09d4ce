"""Composition root: every address of the site, and the only module below the apps that may name them all."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal.views import colours, health, language_redirect

urlpatterns = [
    path("", language_redirect, name="root"),
    path("sante/", health, name="health"),
    path("couleurs-<slug:digest>.css", colours, name="colours"),
    path("cms/", include("indicators.admin_overrides")),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

urlpatterns += i18n_patterns(
    path("indicateurs/", include("indicators.urls")),
    path("", include("sdg_pages.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
