"""Wagtail's two reports on workflows, without the figures of other departments.

Wagtail lists every row of a model that a person may change, whatever the row; its own addresses come after ours in
`portal.urls`. To be dropped when Wagtail asks the permission policy for the rows (it does for pages).
"""

from typing import Any

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView

from indicators.models import Indicator, Release
from indicators.permissions import visible


def of_others(user: Any, prefix: str = "") -> Q:
    """Condition on a workflow state: a figure that this person may not see."""
    hidden = Q()
    for model in (Indicator, Release):
        seen = visible(model, user).values_list(Cast("pk", CharField()), flat=True)
        ours = Q(**{f"{prefix}base_content_type": model.get_base_content_type()})
        hidden |= ours & ~Q(**{f"{prefix}object_id__in": seen})
    return hidden


class VisibleWorkflowsView(WorkflowView):
    """For whoever may open Wagtail's report; figures within the departments of the person."""

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().exclude(of_others(self.request.user))


class VisibleWorkflowTasksView(WorkflowTasksView):
    """For whoever may open Wagtail's report; figures within the departments of the person."""

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().exclude(of_others(self.request.user, "workflow_state__"))
