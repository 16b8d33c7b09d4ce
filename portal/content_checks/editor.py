"""What the checks add to the page editor: a warning after a submission, rules of the preview."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.userbar import ContentCheckerItem

from portal.content_checks.forms import warnings_of

MOST_TOLD = 3
CHART_RULE = {
    "id": "chart-description",
    "impact": "serious",
    "selector": ".plot-lines",
    "tags": ["best-practice"],
    "any": ["aria-label"],
    "enabled": True,
}


class EditorChecks(ContentCheckerItem):
    """Wagtail's checks of a preview, and ours: a chart has a description, a table has its headings."""

    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        "chart-description",
        "image-alt",
        "page-has-heading-one",
        "scrollable-region-focusable",
        "th-has-data-cells",
    ]
    axe_custom_rules = [*ContentCheckerItem.axe_custom_rules, CHART_RULE]

    def get_axe_messages(self, request: HttpRequest) -> dict[str, dict[str, str]]:
        own = {
            "error_name": _("Graphique sans description"),
            "help_text": _("Dites en mots ce que le graphique montre."),
        }
        return super().get_axe_messages(request) | {"chart-description": own}


def use_editor_checks(request: HttpRequest, items: list[Any], page: Any) -> None:
    """In the place of Wagtail's item."""
    items[:] = [
        EditorChecks(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items
    ]


def tell_warnings(request: HttpRequest, page: Any) -> None:
    """After a submission, what remains to be thought about: the first findings, and how many others."""
    if not request.POST.get("action-submit"):
        return
    found = warnings_of(page)
    for finding in found[:MOST_TOLD]:
        messages.warning(request, finding.message)
    if len(found) > MOST_TOLD:
        left = len(found) - MOST_TOLD
        words = ngettext("%(count)s autre remarque", "%(count)s autres remarques", left) % {"count": left}
        messages.warning(request, _("%(words)s dans le volet «\u00a0Contrôles\u00a0».") % {"words": words})
