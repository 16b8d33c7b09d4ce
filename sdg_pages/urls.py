"""Public addresses of the goals, below `/fr/` and `/en/`: part of the public contract."""

from django.urls import URLPattern, path

from sdg_pages.views import downloads, goals

urlpatterns: list[URLPattern] = [
    path("odd/<int:number>/", goals.goal_detail, name="goal"),
    path("odd/<int:number>/donnees.csv", downloads.goal_csv, name="goal_csv"),
    path("odd/<int:number>/donnees.xlsx", downloads.goal_xlsx, name="goal_xlsx"),
]
