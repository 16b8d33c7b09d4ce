"""The front page of the admin: one component that holds every list, each there for whom it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from indicators.assistant.access import may_import
from indicators.dashboard.drafts import my_drafts, writes
from indicators.dashboard.fresh_signals import fresh_signals
from indicators.dashboard.freshness import freshness
from indicators.dashboard.headline import headline
from indicators.dashboard.late_sources import LateSources, follows_sources, late_sources
from indicators.dashboard.publications import publications
from indicators.dashboard.to_review import errands_to_review, reviews
from portal import dashboard
from portal.dashboard import LINES, Errand
from portal.formatting import format_weekday
from portal.open_readings import readings_asked_by

REPLACED = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel, RecentEditsPanel)
"""Panels of Wagtail that say a part of what ours says."""


@dataclass(frozen=True, slots=True)
class ErrandList:
    """A column: its lines, how many there are in all, and where the rest is."""

    lines: Sequence[Errand]
    count: int
    all_url: str

    @property
    def has_more(self) -> bool:
        return self.count > len(self.lines)


class FrontPage(Component):
    """Everything that waits for this person, in the order of urgency."""

    name, order = "front-page", 10
    template_name = "indicators/admin/front.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"request": parent_context["request"], **shortcuts(user), **work_of(user), **news_for(user)}


def work_of(user: Any) -> dict[str, Any]:
    """What this person has to do; None for a list that does not concern them."""
    to_review, drafts = errands_to_review(user), my_drafts(user)
    late = late_sources(user) if follows_sources(user) else LateSources([], 0)
    return {
        "headline": headline(to_review=len(to_review), drafts=len(drafts), late=late.count),
        "to_review": errand_list(to_review, "wagtailadmin_reports:workflow") if reviews(user) else None,
        "drafts": errand_list(drafts, "wagtailadmin_reports:site_history", f"?user={user.pk}")
        if writes(user)
        else None,
        "own_in_review": readings_asked_by(user),
        "late": late if follows_sources(user) else None,
        "late_url": f"{reverse('wagtailsnippets_indicators_indicator:list')}?late=true",
    }


def news_for(user: Any) -> dict[str, Any]:
    """What happened on the site, and what to keep an eye on."""
    done, planned = publications(user)
    return {
        "today": format_weekday(timezone.localdate()),
        "freshness": freshness(),
        "signals": fresh_signals(),
        "published": done,
        "planned": planned,
        "watch": dashboard.WATCH.gather(user),
        "breadcrumbs_items": [{"url": "", "label": _("Accueil")}],
    }


def errand_list(errands: Sequence[Errand], all_address: str, query: str = "") -> ErrandList:
    """The first lines, and the way to the others."""
    return ErrandList(errands[:LINES], len(errands), f"{reverse(all_address)}{query}")


def shortcuts(user: Any) -> dict[str, Any]:
    """The buttons of this person: what they may begin."""
    return {
        "shortcuts": dashboard.SHORTCUTS.gather(user),
        "import_url": reverse("assistant:deposit") if may_import(user) else "",
    }


def with_front_page(panels: list[Component]) -> None:
    """Puts our front page in the place of Wagtail's panels, in place; what others added stays below."""
    panels[:] = [FrontPage(), *(panel for panel in panels if not isinstance(panel, REPLACED))]
