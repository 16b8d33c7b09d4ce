"""The release calendar and the reporting status in the admin."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import EditView, IndexView

from indicators.models import CoverageGap, PlannedRelease
from indicators.services.calendar import CalendarRefused
from indicators.wording.calendar import change_in_words, when_in_words

from .calendar_form import PlannedReleaseForm
from .catalogue import CatalogueViewSet
from .scoping import ClosedDoor, ScopedViewSet


class PlannedIndexView(IndexView):
    """What is planned, the nearest first."""

    default_ordering = "expected"

    def get_base_queryset(self) -> QuerySet[PlannedRelease]:
        return super().get_base_queryset().select_related("source", "indicator")


class PlannedEditView(EditView):
    """A planned publication, above the log of its dates."""

    template_name = "indicators/admin/planned_release.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Somebody may have closed it since the form was checked: that is said above the form."""
        try:
            return super().form_valid(form)
        except CalendarRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        changes = [
            {"words": change_in_words(change), "who": change.changed_by, "when": change.changed_at}
            for change in self.object.changes.select_related("changed_by")
        ]
        return {**super().get_context_data(**kwargs), "changes": changes}


class PlannedReleaseViewSet(ScopedViewSet, CatalogueViewSet):
    """When new figures are expected. Nothing is deleted: what will not come is called off, with its reason."""

    model = PlannedRelease
    icon = "calendar-alt"
    url_prefix = "chiffres/calendrier"
    url_namespace = "indicators_calendar"
    menu_label = _("Calendrier")
    index_view_class = PlannedIndexView
    edit_view_class = PlannedEditView
    delete_view_class = ClosedDoor
    inspect_view_enabled = False
    list_filter = ["status", "source"]
    search_fields = ["source__name_fr", "source__producer", "indicator__title_fr"]
    list_display = [
        "__str__",
        Column(
            "expected",
            accessor=lambda planned: when_in_words(planned.expected, planned.precision),
            label=_("Attendue"),
            sort_key="expected",
        ),
        Column("status", accessor="get_status_display", label=_("État"), sort_key="status"),
        Column("published_on", label=_("Publiée le"), sort_key="published_on"),
    ]
    form_fields = ["source", "indicator", "expected", "precision", "status", "note_fr", "note_en"]

    def get_form_class(self, for_update: bool = False) -> type[PlannedReleaseForm]:
        return PlannedReleaseForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        given = super().get_common_view_kwargs(**kwargs)
        return {name: value for name, value in given.items() if name != "delete_url_name"}


class GapIndexView(IndexView):
    """Reasons, in the order of the goals."""

    def get_base_queryset(self) -> QuerySet[CoverageGap]:
        return CoverageGap.objects.select_related("goal", "target")


class CoverageGapViewSet(CatalogueViewSet):
    """Why a goal or a target has no indicator, as the page of the reporting status says it."""

    model = CoverageGap
    icon = "circle-xmark"
    url_prefix = "chiffres/absences"
    url_namespace = "indicators_coverage_gaps"
    menu_label = _("Ce qui manque")
    index_view_class = GapIndexView
    list_filter = ["state", "goal"]
    search_fields = ["goal__name_fr", "target__name_fr", "target__code", "reason_fr"]
    list_display = [
        "__str__",
        Column("state", accessor="get_state_display", label=_("Situation"), sort_key="state"),
        Column("reason_fr", label=_("Raison")),
    ]
    panels = [
        MultiFieldPanel([FieldRowPanel(["goal", "target"])], heading=_("Ce qui n’est pas suivi")),
        MultiFieldPanel(["state", FieldPanel("reason_fr"), FieldPanel("reason_en")], heading=_("Pourquoi")),
    ]
