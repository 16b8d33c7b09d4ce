"""What the front door adds to Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.views.opinions_report import opinions_report


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Readers' opinions."""
    return [path("avis/", opinions_report, name="home_opinions")]


class OpinionsItem(MenuItem):
    """Open to whoever works in the admin."""

    def is_shown(self, request: HttpRequest) -> bool:
        return True


@hooks.register("register_reports_menu_item")
def opinions_item() -> MenuItem:
    """« Avis des lecteurs », among the reports."""
    return OpinionsItem(_("Avis des lecteurs"), reverse_lazy("home_opinions"), icon_name="comment", order=900)
