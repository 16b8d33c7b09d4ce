"""Addresses of the figures below `/cms/`, beside those of Wagtail's viewsets and of the assistant."""

from django.urls import include, path, re_path

from indicators.views import admin_exchange, admin_files

exchange = [
    re_path(
        r"^(?P<table>indicators|sources|territories)/exporter/(?P<kind>csv|xlsx)/$",
        admin_exchange.export,
        name="export",
    ),
    re_path(
        r"^(?P<table>indicators|sources|territories)/importer/$",
        admin_exchange.import_file,
        name="import",
    ),
]
files = [path("<int:pk>/", admin_files.download, name="download")]

urlpatterns = [
    path("chiffres/echanges/", include((exchange, "indicators_exchange"))),
    path("chiffres/fichiers/", include((files, "indicators_files"))),
]
