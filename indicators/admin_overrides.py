"""Addresses of Wagtail's admin that the figures answer themselves; `portal.urls` places them before Wagtail's."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from indicators.views.admin_reports import VisibleWorkflowsView, VisibleWorkflowTasksView

urlpatterns = [
    path("reports/workflow/", require_admin_access(VisibleWorkflowsView.as_view())),
    path("reports/workflow/results/", require_admin_access(VisibleWorkflowsView.as_view(results_only=True))),
    path("reports/workflow_tasks/", require_admin_access(VisibleWorkflowTasksView.as_view())),
    path("reports/workflow_tasks/results/", require_admin_access(VisibleWorkflowTasksView.as_view(results_only=True))),
]
