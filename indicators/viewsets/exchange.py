"""Buttons of a list to export it to a file and to import a file into it."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button


class ExchangeButtons:
    """For the list of a table that has a resource."""

    exchange = ""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Export for whoever sees the list, import for whoever changes it."""
        buttons = list(super().header_more_buttons)  # type: ignore[misc]
        for kind in ("csv", "xlsx"):
            address = reverse("indicators_exchange:export", args=[self.exchange, kind])
            buttons.append(Button(_("Exporter (%(kind)s)") % {"kind": kind.upper()}, address, icon_name="download"))
        if self.user_has_permission("change"):  # type: ignore[attr-defined]
            address = reverse("indicators_exchange:import", args=[self.exchange])
            buttons.append(Button(_("Importer un fichier"), address, icon_name="upload"))
        return buttons
