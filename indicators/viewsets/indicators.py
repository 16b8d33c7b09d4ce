"""The sheets of the indicators."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import (
    CopyView,
    HistoryView,
    IndexView,
    RevisionsCompareView,
    SnippetViewSet,
    UsageView,
    WorkflowHistoryDetailView,
    WorkflowHistoryView,
)

from indicators.models import Indicator
from indicators.permissions import visible_indicators
from indicators.states import indicator_tags, with_date, with_review

from .columns import AgeColumn, ExpectedColumn, TagsColumn
from .exchange import ExchangeButtons
from .filters import IndicatorFilterSet
from .panels import SHEET, TEXTS
from .scoping import ClosedDoor, ScopedChooserViewSet, ScopedViewSet, WithoutBoxes

OWN_TEXTS = ("target_origin", "commentary", "notice")
COPIED = (
    *(f"{stem}_{language}" for stem in TEXTS if stem not in OWN_TEXTS for language in ("fr", "en")),
    *("kind", "decimals", "direction", "measure", "band", "judged_part", "frequency", "source_id", "department_id"),
    *("peer_group_id",),
)
"""Fields of a sheet that its copy starts with: not its code, its address, its target, nor what is said of its
figures."""


class IndicatorIndexView(WithoutBoxes, ExchangeButtons, IndexView):
    """The list, with the files that it can be exported to and imported from."""

    exchange = "indicators"


class IndicatorCopyView(CopyView):
    """A new draft filled in like the sheet it is copied from; posted here, Wagtail's own writes over the original."""

    def get_initial_form_instance(self) -> Indicator:
        original = super().get_initial_form_instance()
        copy = Indicator(**{name: getattr(original, name) for name in COPIED})
        for name in ("goals", "targets", "priority_issues"):
            setattr(copy, name, list(getattr(original, name).all()))
        return copy


class ReadableHistory(HistoryView):
    """Whoever may see a row may see what was done to it."""

    any_permission_required = ["view"]


class ReadableComparison(RevisionsCompareView):
    """Whoever may see a row may see what changes in it."""

    permission_required = "view"


class ReadableUsage(UsageView):
    """Whoever may see a row may see what uses it."""

    permission_required = "view"


class ReadableWorkflowHistory(WorkflowHistoryView):
    """Whoever may see a row may see how it was reviewed."""

    permission_required = "view"


class ReadableWorkflowHistoryDetail(WorkflowHistoryDetailView):
    """One review, step by step."""

    permission_required = "view"


class ReadableByReviewers:
    """Views that a reviewer, who changes nothing, needs too."""

    history_view_class = ReadableHistory
    revisions_compare_view_class = ReadableComparison
    usage_view_class = ReadableUsage
    workflow_history_view_class = ReadableWorkflowHistory
    workflow_history_detail_view_class = ReadableWorkflowHistoryDetail


class IndicatorViewSet(ReadableByReviewers, ScopedViewSet, SnippetViewSet):
    """Sheets: written here, reviewed by somebody else, published by that review."""

    model = Indicator
    icon = "tag"
    base_url_path = "chiffres/indicateurs"
    menu_label = _("Indicateurs")
    menu_item_is_registered = True
    edit_handler = SHEET
    index_view_class = IndicatorIndexView
    copy_view_class = IndicatorCopyView
    chooser_viewset_class = ScopedChooserViewSet
    delete_view_class = ClosedDoor
    unpublish_view_class = ClosedDoor
    lock_view_class = ClosedDoor
    unlock_view_class = ClosedDoor
    filterset_class = IndicatorFilterSet
    ordering = ["title_fr"]
    search_fields = ["title_fr", "title_en", "code", "source__producer"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        "__str__",
        TagsColumn("state", tags=indicator_tags, label=_("État"), width="10%"),
        Column("department", label=_("Direction"), sort_key="department__name_fr"),
        Column("source", accessor="source.producer", label=_("Source"), sort_key="source__producer"),
        AgeColumn(
            "published",
            accessor="publication.published_at",
            label=_("Chiffres en ligne depuis"),
            sort_key="publication__published_at",
        ),
        ExpectedColumn(
            "expected",
            accessor="source.next_expected",
            label=_("Prochaine mise à jour"),
            sort_key="source__next_expected",
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Indicator]:
        """The visible ones with all that the list says of them, in one query."""
        rows = visible_indicators(request.user).select_related("department", "source", "publication", "latest_revision")
        return with_date(with_review(rows))

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        kwargs = super().get_common_view_kwargs(**kwargs)
        return {key: value for key, value in kwargs.items() if key not in {"delete_url_name", "unpublish_url_name"}}
