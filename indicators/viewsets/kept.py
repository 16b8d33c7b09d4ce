"""What an import leaves behind: files as received, recipes for next year."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from indicators.models import StoredRecipe, Upload
from indicators.permissions import visible_recipes, visible_uploads
from portal.formatting import format_size

from .columns import AgeColumn
from .indicators import ReadableHistory, ReadableUsage
from .scoping import ClosedDoor, ScopedViewSet


class KeptIndexView(IndexView):
    """A list that leads to no form."""

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        return []

    def get_edit_url(self, instance: Any) -> str | None:
        return None


class UploadIndexView(KeptIndexView):
    """Files, each with its download."""

    def get_base_queryset(self) -> QuerySet[Upload]:
        return visible_uploads(self.request.user).select_related("indicator", "uploaded_by")

    def get_inspect_url(self, instance: Upload) -> str:
        return reverse("indicators_files:download", args=[instance.pk])


class RecipeIndexView(KeptIndexView):
    """Recipes, each with its document."""

    def get_base_queryset(self) -> QuerySet[StoredRecipe]:
        return visible_recipes(self.request.user).select_related("source", "indicator", "created_by")


class ReadOnlyViewSet(ScopedViewSet, ModelViewSet):
    """Nothing is added, changed or deleted by hand."""

    add_view_class = edit_view_class = delete_view_class = copy_view_class = ClosedDoor
    history_view_class = ReadableHistory
    usage_view_class = ReadableUsage
    copy_view_enabled = False
    form_fields: list[str] = []
    list_per_page = 50
    search_backend_name = None

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        closed = {"add_url_name", "edit_url_name", "delete_url_name"}
        return {key: value for key, value in super().get_common_view_kwargs(**kwargs).items() if key not in closed}


class UploadViewSet(ReadOnlyViewSet):
    """Every file that was brought, with what became of it."""

    model = Upload
    icon = "doc-full"
    url_prefix = "chiffres/depots"
    url_namespace = "indicators_uploads"
    menu_label = _("Fichiers déposés")
    index_view_class = UploadIndexView
    list_filter = ["state"]
    search_fields = ["original_name", "sha256", "indicator__title_fr"]
    list_display = [
        TitleColumn(
            "original_name",
            label=_("Fichier"),
            get_url=lambda upload: reverse("indicators_files:download", args=[upload.pk]),
            sort_key="original_name",
        ),
        Column("state", accessor="get_state_display", label=_("État"), sort_key="state"),
        Column("indicator", label=_("Indicateur")),
        Column("size", accessor=lambda upload: format_size(upload.size), label=_("Taille"), sort_key="size"),
        Column("uploaded_by", label=_("Déposé par")),
        AgeColumn("uploaded_at", label=_("Déposé"), sort_key="uploaded_at"),
    ]


class RecipeViewSet(ReadOnlyViewSet):
    """Recipes that proved right, with their versions."""

    model = StoredRecipe
    icon = "list-ul"
    url_prefix = "chiffres/recettes"
    url_namespace = "indicators_recipes"
    menu_label = _("Recettes")
    index_view_class = RecipeIndexView
    inspect_view_enabled = True
    inspect_view_fields = ["name", "version", "source", "indicator", "document", "created_by", "created_at"]
    list_filter = ["source"]
    search_fields = ["name", "source__name_fr", "indicator__title_fr"]
    list_display = [
        "__str__",
        Column("source", label=_("Source")),
        Column("indicator", label=_("Indicateur")),
        Column("created_by", label=_("Gardée par")),
        AgeColumn("created_at", label=_("Gardée"), sort_key="created_at"),
    ]
