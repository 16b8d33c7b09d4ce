"""Addresses below `/cms/`."""

from django.urls import path

from .views import comparing, deposit, files, onward, progress, reading, release

app_name = "assistant"
IMPORT = "chiffres/importer"
RELEASE = "chiffres/mises-a-jour"
urlpatterns = [
    path(f"{IMPORT}/", deposit.DepositView.as_view(), name="deposit"),
    path(f"{IMPORT}/<int:pk>/suite/", onward.OnwardView.as_view(), name="read"),
    path(f"{IMPORT}/<int:pk>/avancement/", progress.ProgressView.as_view(), name="progress"),
    path(f"{IMPORT}/<int:pk>/avancement.json", progress.ProgressData.as_view(), name="progress_data"),
    path(f"{IMPORT}/<int:pk>/lecture/", reading.ReadingView.as_view(), name="reading"),
    path(f"{IMPORT}/<int:pk>/comparaison/", comparing.ComparingView.as_view(), name="comparing"),
    path(f"{IMPORT}/<int:pk>/comparaison/portee/", files.change_scope, name="scope"),
    path(f"{IMPORT}/<int:pk>/comparaison/lignes.csv", files.UploadRowsView.as_view(), name="rows"),
    path(f"{RELEASE}/<int:pk>/", release.ReleaseView.as_view(), name="release"),
    path(f"{RELEASE}/<int:pk>/lignes.csv", files.ReleaseRowsView.as_view(), name="release_rows"),
    path(f"{RELEASE}/<int:pk>/retrait/", release.WithdrawView.as_view(), name="withdraw"),
]
