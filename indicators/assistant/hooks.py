"""What the assistant adds to Wagtail: its addresses. `menu_item` is placed by the menu of the figures."""

from django.http import HttpRequest
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .access import may_import


class ImportMenuItem(MenuItem):
    """« Importer un fichier », for those who may."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_import(request.user)


menu_item = ImportMenuItem(
    _("Importer un fichier"), reverse_lazy("assistant:deposit"), name="import", icon_name="upload", order=20
)


@hooks.register("register_admin_urls")
def assistant_urls() -> list:
    """Wagtail lets in signed-in people of the admin only; each view checks the rest."""
    return [path("", include("indicators.assistant.urls"))]
