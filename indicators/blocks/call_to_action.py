"""One thing to do next: a page, an indicator, an address."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from indicators.blocks.choosers import PublishedIndicatorChooserBlock
from indicators.blocks.questions import Question, Wanted
from indicators.blocks.source import figures_for
from portal.blocks.links import DestinationBlock


class CallToActionBlock(DestinationBlock):
    """A button with the words of an action."""

    label = blocks.CharBlock(label=_("Bouton"), max_length=60, help_text=_("Un verbe\u00a0: Évaluer mon entreprise."))
    detail = blocks.CharBlock(label=_("Précision"), max_length=160, required=False)
    indicator = PublishedIndicatorChooserBlock(label=_("Ou indicateur"), required=False)

    class Meta:
        label = _("Appel à agir")
        icon = "arrow-right"
        template = "indicators/blocks/call_to_action.html"
        description = _("Un bouton vers une page, un indicateur ou une adresse.")
        form_layout = ["label", "page", "indicator", "address", "detail"]
        preview_value = {
            "label": _("Évaluer mon entreprise"),
            "page": None,
            "indicator": None,
            "address": "https://example.org/",
            "detail": _("10 minutes, sans compte"),
        }

    def destinations(self) -> tuple[str, ...]:
        return ("page", "indicator", "address")

    def questions(self, value: Any) -> list[Question]:
        """The indicator that the button leads to, if it leads to one."""
        return [Question(Wanted(value["indicator"].pk))] if value.get("indicator") else []

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        if value.get("indicator"):
            found = figures_for(self.questions(value), parent_context).published.get(value["indicator"].pk)
            context["destination"] = reverse("indicators:detail", args=[found.slug]) if found else ""
        return context
