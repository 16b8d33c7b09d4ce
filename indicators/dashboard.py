"""Panels of the admin's front page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel

from indicators.models import Indicator, Release
from indicators.review_desk import LINES, lines_of_mine, lines_to_review


class LinesPanel(Component):
    """Five lines, then a link to the rest; nothing when there is nothing."""

    template_name = "indicators/admin/lines_panel.html"
    title: Any = ""

    def get_lines(self, user: Any) -> list[Any]:
        """What to show, in order."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        lines = self.get_lines(parent_context["request"].user)
        return {
            "title": self.title,
            "panel_id": self.name,
            "lines": lines[:LINES],
            "has_more": len(lines) > LINES,
            "all_url": reverse("wagtailsnippets_indicators_release:list"),
        }


class ToReviewPanel(LinesPanel):
    """What waits for this person's decision."""

    name, order, title = "figures-to-review", 100, _("À relire par vous")

    def get_lines(self, user: Any) -> list[Any]:
        return lines_to_review(user)


class MyReleasesPanel(LinesPanel):
    """What this person imported and is not public yet."""

    name, order, title = "figures-under-way", 110, _("Vos mises à jour en cours")

    def get_lines(self, user: Any) -> list[Any]:
        return lines_of_mine(user)


class OthersToModeratePanel(WorkflowObjectsToModeratePanel):
    """Wagtail's panel without the figures, which have the panel above."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        context["states"] = [state for state in context["states"] if not is_ours(state["obj"])]
        return context


class OthersInModerationPanel(UserObjectsInWorkflowModerationPanel):
    """Wagtail's panel without the figures."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        context["workflow_states"] = [
            state for state in context["workflow_states"] if not is_ours(state.content_object)
        ]
        return context


def is_ours(subject: Any) -> bool:
    """Is it a release or a sheet?"""
    return isinstance(subject, (Release, Indicator))


def with_figures(panels: list[Component]) -> None:
    """Puts our panels among those of the front page, in place."""
    replacements = {
        WorkflowObjectsToModeratePanel: OthersToModeratePanel,
        UserObjectsInWorkflowModerationPanel: OthersInModerationPanel,
    }
    panels[:] = [replacements.get(type(panel), lambda panel=panel: panel)() for panel in panels]
    panels += [ToReviewPanel(), MyReleasesPanel()]
