"""The menu of the figures in the admin."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.permissions import policy_registry

from indicators.assistant.hooks import menu_item as import_item
from indicators.models import (
    CoverageGap,
    Indicator,
    IssueGoalLink,
    Observation,
    PeerGroup,
    PlannedRelease,
    Release,
    Source,
    StoredRecipe,
    Territory,
    Upload,
)
from indicators.selectors.reviewing import count_to_review


class TableItem(MenuItem):
    """A list, for those who may see some of it."""

    def __init__(self, label: Any, address: str, model: type[Model], icon: str, order: int) -> None:
        super().__init__(label, reverse_lazy(address), name=address.replace(":", "-"), icon_name=icon, order=order)
        self.model = model

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(self.model)
        return policy.user_has_any_permission(request.user, {"view", "change", "add"})


class ReleasesItem(TableItem):
    """The releases, with how many wait for this person."""

    def render_component(self, request: HttpRequest) -> Any:
        component = super().render_component(request)
        waiting = count_to_review(request.user)
        if waiting:
            component.label = f"{self.label} ({waiting})"
        return component


def figures_menu() -> SubmenuMenuItem:
    """« Chiffres »."""
    items = [
        TableItem(_("Indicateurs"), "wagtailsnippets_indicators_indicator:list", Indicator, "tag", 10),
        import_item,
        ReleasesItem(_("Mises à jour"), "wagtailsnippets_indicators_release:list", Release, "history", 30),
        TableItem(_("Sources"), "indicators_sources:index", Source, "link-external", 40),
        TableItem(_("Calendrier"), "indicators_calendar:index", PlannedRelease, "calendar-alt", 45),
        TableItem(_("Territoires"), "indicators_territories:index", Territory, "site", 50),
        TableItem(_("Groupes de comparaison"), "indicators_peer_groups:index", PeerGroup, "group", 60),
        TableItem(_("Liens enjeux et objectifs"), "indicators_issue_goal_links:index", IssueGoalLink, "link", 65),
        TableItem(_("Recettes"), "indicators_recipes:index", StoredRecipe, "list-ul", 70),
        TableItem(_("Ce qui manque"), "indicators_coverage_gaps:index", CoverageGap, "circle-xmark", 75),
        TableItem(_("Fichiers déposés"), "indicators_uploads:index", Upload, "doc-full", 80),
        TableItem(_("Observations"), "chiffres_observations_modeladmin_index", Observation, "table", 90),
    ]
    return SubmenuMenuItem(_("Chiffres"), Menu(items=items), name="figures", icon_name="table", order=150)
