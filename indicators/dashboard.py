"""Panels of the admin's front page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel

from indicators.assistant.access import may_import
from indicators.models import Indicator, Release
from indicators.permissions import REVIEW
from indicators.review_desk import LINES, lines_late, lines_of_mine, lines_to_finish, lines_to_review


class LinesPanel(Component):
    """Five lines, then a link to the rest; a sentence when there is nothing; not there for whom it does not concern."""

    template_name = "indicators/admin/lines_panel.html"
    title: Any = ""
    empty: Any = ""
    all_address = "wagtailsnippets_indicators_release:list"
    all_label: Any = _("Voir toutes les mises à jour")

    def concerns(self, user: Any) -> bool:
        """Has this person anything to do with it?"""
        return may_import(user)

    def get_lines(self, user: Any) -> list[Any]:
        """What to show, in order."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        lines = self.get_lines(user) if self.concerns(user) else []
        return {
            "is_shown": self.concerns(user),
            "panel_id": self.name,
            "title": self.title,
            "empty": self.empty,
            "lines": lines[:LINES],
            "has_more": len(lines) > LINES,
            "all_url": reverse(self.all_address),
            "all_label": self.all_label,
        }


class ToReviewPanel(LinesPanel):
    """What waits for this person's decision."""

    name, order, title = "figures-to-review", 100, _("À relire par vous")
    empty = _("Rien n’attend votre relecture.")

    def concerns(self, user: Any) -> bool:
        return user.has_perm(REVIEW)

    def get_lines(self, user: Any) -> list[Any]:
        return lines_to_review(user)


class ToFinishPanel(LinesPanel):
    """Files that this person dropped and has not finished with; the way to drop another one."""

    name, order, title = "figures-to-finish", 110, _("Vos fichiers à finir")
    empty = _("Aucun fichier en cours.")
    template_name = "indicators/admin/files_panel.html"
    all_address, all_label = "assistant:deposit", _("Voir tous les fichiers à reprendre")

    def get_lines(self, user: Any) -> list[Any]:
        return lines_to_finish(user)


class MyReleasesPanel(LinesPanel):
    """What this person imported and is not public yet."""

    name, order, title = "figures-under-way", 120, _("Vos mises à jour en cours")
    empty = _("Aucune mise à jour en cours : tout ce que vous avez soumis a été décidé.")

    def get_lines(self, user: Any) -> list[Any]:
        return lines_of_mine(user)


class LatePanel(LinesPanel):
    """Figures that were expected; each line leads to the deposit of its file."""

    name, order, title = "figures-late", 130, _("Chiffres attendus")
    empty = _("Aucun indicateur en retard.")
    all_address, all_label = "wagtailsnippets_indicators_indicator:list", _("Voir tous les indicateurs")

    def get_lines(self, user: Any) -> list[Any]:
        return lines_late(user)


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
    panels += [ToReviewPanel(), ToFinishPanel(), MyReleasesPanel(), LatePanel()]
