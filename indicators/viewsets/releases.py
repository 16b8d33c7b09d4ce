"""The releases: a list and what was done to them; everything that decides happens on the review screen."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from indicators.models import Release
from indicators.permissions import visible_releases
from indicators.states import release_tag, with_date, with_review

from .columns import AgeColumn, TagsColumn
from .filters import ReleaseFilterSet
from .indicators import ReadableByReviewers
from .scoping import ClosedDoor, ScopedChooserViewSet, ScopedViewSet, WithoutBoxes


def screen_of(pk: Any) -> str:
    """Address of the review screen of a release."""
    return reverse("assistant:release", args=[pk])


class ReleaseIndexView(WithoutBoxes, IndexView):
    """Rows lead to the review screen."""

    def get_edit_url(self, instance: Release) -> str:
        return screen_of(instance.pk)

    def get_list_more_buttons(self, instance: Release) -> list[Any]:
        return []


class ToReviewScreen(View):
    """Wagtail's links to the form of a release lead to the review screen instead."""

    model: Any = None
    view_name = "edit"
    template_name = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(screen_of(kwargs["pk"]))


class ReleaseViewSet(ReadableByReviewers, ScopedViewSet, SnippetViewSet):
    """Releases are made by the import, and changed by nobody's form."""

    model = Release
    icon = "history"
    base_url_path = "chiffres/mises-a-jour"
    menu_label = _("Mises à jour")
    menu_item_is_registered = True
    panels = ["message", "note_fr", "note_en", "is_correction"]
    index_view_class = ReleaseIndexView
    edit_view_class = ToReviewScreen
    chooser_viewset_class = ScopedChooserViewSet
    copy_view_enabled = False
    filterset_class = ReleaseFilterSet
    ordering = ["-created_at"]
    search_fields = ["indicator__title_fr", "indicator__title_en", "indicator__code"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        "__str__",
        TagsColumn("state", tags=lambda release: [release_tag(release)], label=_("État"), width="10%"),
        Column("department", accessor="indicator.department", label=_("Direction")),
        Column("row_count", accessor="provenance.observation_count", label=_("Valeurs")),
        Column("importer", accessor="created_by", label=_("Importée par"), sort_key="created_by__last_name"),
        AgeColumn("created_at", label=_("Créée"), sort_key="created_at"),
    ]
    add_view_class = delete_view_class = copy_view_class = ClosedDoor
    unpublish_view_class = lock_view_class = unlock_view_class = ClosedDoor
    revisions_revert_view_class = revisions_unschedule_view_class = ClosedDoor
    preview_on_add_view_class = preview_on_edit_view_class = ClosedDoor
    workflow_action_view_class = collect_workflow_action_data_view_class = ClosedDoor
    confirm_workflow_cancellation_view_class = workflow_preview_view_class = revisions_view_class = ClosedDoor

    def get_queryset(self, request: HttpRequest) -> QuerySet[Release]:
        """The visible ones with all that the list says of them, in one query."""
        rows = visible_releases(request.user).select_related(
            "indicator__department", "provenance", "created_by", "publication", "latest_revision"
        )
        return with_date(with_review(rows))
