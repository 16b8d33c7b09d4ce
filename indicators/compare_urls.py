"""Public addresses of the comparison, below `/fr/comparer/` and `/en/comparer/`: part of the public contract."""

from django.urls import URLPattern, path

from indicators.views import compare

app_name = "compare"
urlpatterns: list[URLPattern] = [
    path("", compare.comparison_page, name="page"),
    path("donnees.csv", compare.comparison_csv_download, name="csv"),
    path("donnees.xlsx", compare.comparison_xlsx_download, name="xlsx"),
]
