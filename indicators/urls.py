"""Public addresses of the indicators, below `/fr/indicateurs/` and `/en/indicateurs/`: part of the public contract."""

from django.urls import URLPattern, path

from indicators.views import catalogue, downloads, outputs, public

DOWNLOADS = {
    "csv": ("donnees.csv", downloads.csv_download),
    "xlsx": ("donnees.xlsx", downloads.xlsx_download),
    "json": ("donnees.json", downloads.json_download),
    "metadata": ("metadonnees.json", downloads.metadata_download),
}

OUTPUTS = {
    "image": ("image.png", outputs.image),
    "printed": ("imprimer.pdf", outputs.printed),
    "embedded": ("integration/", outputs.embedded),
}

app_name = "indicators"
urlpatterns: list[URLPattern] = [
    path("", catalogue.indicator_list, name="list"),
    path("liste.csv", catalogue.indicator_list_csv, name="list_csv"),
    path("<slug:slug>/", public.indicator_detail, name="detail"),
    path("<slug:slug>/versions/", public.version_list, name="versions"),
    path("<slug:slug>/versions/<int:number>/", public.indicator_detail, name="version"),
    *(path(f"<slug:slug>/{file}", view, name=name) for name, (file, view) in (DOWNLOADS | OUTPUTS).items()),
    *(
        path(f"<slug:slug>/versions/<int:number>/{file}", view, name=f"version_{name}")
        for name, (file, view) in (DOWNLOADS | OUTPUTS).items()
    ),
]
