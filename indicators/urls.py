"""Public addresses of the indicators, below `/fr/indicateurs/` and `/en/indicateurs/`."""

from django.urls import URLPattern

app_name = "indicators"
urlpatterns: list[URLPattern] = []
