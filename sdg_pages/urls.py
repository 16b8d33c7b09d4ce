"""Public addresses of the goals, below `/fr/` and `/en/`: part of the public contract."""

from django.urls import URLPattern, path

from sdg_pages.views import directory, downloads, goals, matrix

urlpatterns: list[URLPattern] = [
    path("odd/<int:number>/", goals.goal_detail, name="goal"),
    path("odd/<int:number>/donnees.csv", downloads.goal_csv, name="goal_csv"),
    path("odd/<int:number>/donnees.xlsx", downloads.goal_xlsx, name="goal_xlsx"),
    path("annuaire/", directory.directory_page, name="directory"),
    path("lien-rse-odd/", matrix.csr_sdg_link, name="csr_sdg_link"),
    path("lien-rse-odd/donnees.csv", matrix.csr_sdg_link_csv, name="csr_sdg_link_csv"),
]
